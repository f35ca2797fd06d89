package glassbox.format;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A line of a chart: values over steps, counted from 1. */
record Curve(double[] x, double[] y) {
  /** One value a step. */
  static Curve of(int steps, IntToDoubleFunction value) {
    return new Curve(
        IntStream.rangeClosed(1, steps).asDoubleStream().toArray(),
        IntStream.range(0, steps).mapToDouble(value).toArray());
  }

  /** The exponential moving average, corrected for its start as Adam's moments are. */
  Curve smoothed(double factor) {
    double[] smooth = new double[y.length];
    double average = 0;
    double weight = 0; // 1 - factor^(i + 1)
    for (int i = 0; i < y.length; i++) {
      average = factor * average + (1 - factor) * y[i];
      weight = factor * weight + (1 - factor);
      smooth[i] = average / weight;
    }
    return new Curve(x, smooth);
  }

  /** At most so many points: the least and the greatest of each bucket, in their order. */
  Curve thinned(int most) {
    if (y.length <= most) {
      return this;
    }
    int buckets = most / 2;
    int[] kept = new int[2 * buckets];
    for (int bucket = 0; bucket < buckets; bucket++) {
      int from = from(bucket, buckets, y);
      int to = from(bucket + 1, buckets, y);
      int least = from;
      int greatest = from;
      for (int i = from + 1; i < to; i++) {
        least = y[i] < y[least] ? i : least;
        greatest = y[i] > y[greatest] ? i : greatest;
      }
      kept[2 * bucket] = Math.min(least, greatest);
      kept[2 * bucket + 1] = Math.max(least, greatest);
    }
    return new Curve(at(x, kept), at(y, kept));
  }

  /** At most so many points: the means of equal parts. */
  Curve averaged(int most) {
    int parts = Math.min(most, y.length);
    return new Curve(means(x, parts), means(y, parts));
  }

  private static double[] means(double[] values, int parts) {
    return IntStream.range(0, parts)
        .mapToDouble(part -> mean(values, from(part, parts, values), from(part + 1, parts, values)))
        .toArray();
  }

  private static double mean(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).average().orElseThrow();
  }

  private static int from(int part, int parts, double[] values) {
    return (int) ((long) part * values.length / parts);
  }

  private static double[] at(double[] values, int[] indices) {
    return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
  }

  boolean isEmpty() {
    return y.length == 0;
  }

  double last() {
    return y[y.length - 1];
  }

  /** The least value, NaN where there is none. */
  double least() {
    return Arrays.stream(y).min().orElse(Double.NaN);
  }

  /** The greatest value, NaN where there is none. */
  double greatest() {
    return Arrays.stream(y).max().orElse(Double.NaN);
  }

  /** The value that this share of all values lies below, NaN where there is none. */
  double quantile(double share) {
    double[] sorted = y.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
  }
}
