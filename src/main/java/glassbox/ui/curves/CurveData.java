package glassbox.ui.curves;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * A measured value over the steps, thinned to what a screen can show: neighbouring steps share a
 * bucket that keeps its smallest, largest and last smoothed value. When the buckets are full,
 * neighbours are merged, so a step costs the same however long the run is.
 */
final class CurveData {
  static final int MOST_BUCKETS = 250;

  private final double smoothing;
  private final double[] lowest = new double[MOST_BUCKETS];
  private final double[] highest = new double[MOST_BUCKETS];
  private final double[] smoothed = new double[MOST_BUCKETS];
  private int stepsPerBucket = 1;
  private int steps;
  private double average;
  private double weight;

  /**
   * An empty curve.
   *
   * @param smoothing share that the past has in the moving average, in [0, 1)
   */
  CurveData(double smoothing) {
    this.smoothing = smoothing;
  }

  /** Takes the steps up to size that it has not seen yet. */
  void readUpTo(int size, IntToDoubleFunction valueOfStep) {
    while (steps < size) {
      add(valueOfStep.applyAsDouble(steps));
    }
  }

  private void add(double value) {
    if (steps / stepsPerBucket == MOST_BUCKETS) {
      mergeNeighbours();
    }
    // The mean of the past, weighted by smoothing^age; divided by the sum of the weights, so that
    // the first steps are not drawn towards 0 (Kingma and Ba 2015, section 3).
    average = smoothing * average + (1 - smoothing) * value;
    weight = smoothing * weight + (1 - smoothing);
    int bucket = steps / stepsPerBucket;
    boolean first = steps % stepsPerBucket == 0;
    lowest[bucket] = first ? value : Math.min(lowest[bucket], value);
    highest[bucket] = first ? value : Math.max(highest[bucket], value);
    smoothed[bucket] = average / weight;
    steps++;
  }

  private void mergeNeighbours() {
    for (int b = 0; b < MOST_BUCKETS / 2; b++) {
      lowest[b] = Math.min(lowest[2 * b], lowest[2 * b + 1]);
      highest[b] = Math.max(highest[2 * b], highest[2 * b + 1]);
      smoothed[b] = smoothed[2 * b + 1];
    }
    stepsPerBucket *= 2;
  }

  int steps() {
    return steps;
  }

  int buckets() {
    return Math.ceilDiv(steps, stepsPerBucket);
  }

  /** The step, counted from 1, in the middle of a bucket. */
  double middle(int bucket) {
    return bucket * (double) stepsPerBucket + (lastOf(bucket) - bucket * stepsPerBucket + 1) / 2.0;
  }

  /** The last step of a bucket, counted from 1. */
  int lastOf(int bucket) {
    return Math.min(steps, (bucket + 1) * stepsPerBucket);
  }

  double lowest(int bucket) {
    return lowest[bucket];
  }

  double highest(int bucket) {
    return highest[bucket];
  }

  /** The moving average after the last step of a bucket. */
  double smoothed(int bucket) {
    return smoothed[bucket];
  }

  /** The moving average now; NaN before the first step. */
  double now() {
    return steps == 0 ? Double.NaN : average / weight;
  }

  /** The smallest moving average of the run. */
  double smallestSmoothed() {
    return Arrays.stream(smoothed, 0, buckets()).min().orElse(Double.NaN);
  }

  /** The largest value of the run. */
  double largest() {
    return Arrays.stream(highest, 0, buckets()).max().orElse(Double.NaN);
  }
}
