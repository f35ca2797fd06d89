package glassbox.ui.curves;

import glassbox.ui.controls.RunColours;

/**
 * How a line looks. Runs differ in colour and, from the ninth on, in dashes too.
 *
 * @param argb colour of the smoothed line and the measurements, 0xAARRGGBB
 * @param rawArgb colour of the raw line or of a group's band
 * @param validationArgb colour of what was measured on images held out
 * @param width of the smoothed line, in points
 * @param dash points drawn, points left out, and so on; empty for a solid line
 */
record LineStyle(int argb, int rawArgb, int validationArgb, double width, double[] dash) {
  /** Validation is always dashed. */
  static final double[] VALIDATION_DASH = {6, 4};

  /** The dash of a run. */
  static double[] dash(int number) {
    return RunColours.dashes(number);
  }

  /** Whether a dashed line is drawn so many points after its beginning. */
  static boolean isOn(double[] dash, double along) {
    if (dash.length == 0) {
      return true;
    }
    double period = 0;
    for (double part : dash) {
      period += part;
    }
    double rest = along % Math.max(period, 1);
    for (int i = 0; i < dash.length; i++) {
      rest -= dash[i];
      if (rest < 0) {
        return i % 2 == 0;
      }
    }
    return true;
  }
}
