package glassbox.ui.curves;

/** Where a value stands on a vertical axis, in points or pixels from its upper end. */
final class Scale {
  private static final double FAR = 1e5;

  private final double lower;
  private final double range;
  private final double length;
  private final boolean logarithmic;

  /** A scale of a length; a logarithmic one reaches from a value above 0. */
  Scale(double lower, double upper, boolean logarithmic, double length) {
    this.logarithmic = logarithmic;
    this.length = length;
    this.lower = logarithmic ? Math.log(lower) : lower;
    range = (logarithmic ? Math.log(upper) : upper) - this.lower;
  }

  /** May be beyond both ends, though not by more than what can still be reckoned with. */
  double position(double value) {
    double at = logarithmic ? Math.log(Math.max(value, 1e-30)) : value;
    return Math.clamp(length * (1 - (at - lower) / range), -FAR, FAR);
  }
}
