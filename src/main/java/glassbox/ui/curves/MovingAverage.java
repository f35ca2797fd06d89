package glassbox.ui.curves;

/**
 * The mean of the past, weighted by smoothing^age. It is divided by the sum of the weights, so that
 * the first steps are not drawn towards 0 (Kingma and Ba 2015, section 3).
 */
final class MovingAverage {
  private final double smoothing;
  private double average;
  private double weight;

  /**
   * An average of nothing yet.
   *
   * @param smoothing share that the past keeps each step, in [0, 1)
   */
  MovingAverage(double smoothing) {
    if (!(smoothing >= 0 && smoothing < 1)) {
      throw new IllegalArgumentException("smoothing must be in [0, 1), got " + smoothing);
    }
    this.smoothing = smoothing;
  }

  double smoothing() {
    return smoothing;
  }

  /** The average with one more value; NaN, and nothing learned, where the value is NaN. */
  double next(double value) {
    if (Double.isNaN(value)) {
      return Double.NaN;
    }
    average = smoothing * average + (1 - smoothing) * value;
    weight = smoothing * weight + (1 - smoothing);
    return average / weight;
  }
}
