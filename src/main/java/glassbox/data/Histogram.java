package glassbox.data;

/** How many pixels of a picture have each of the 256 gray levels. */
final class Histogram {
  private static final int LEVELS = 256;

  private final int[] counts = new int[LEVELS];
  private int pixels;

  private Histogram() {}

  static Histogram of(Picture picture) {
    Histogram histogram = new Histogram();
    for (byte level : picture.gray()) {
      histogram.counts[level & 0xff]++;
    }
    histogram.pixels = picture.gray().length;
    return histogram;
  }

  double shareOfBlack() {
    return (double) counts[0] / pixels;
  }

  /**
   * The level t that parts the pixels into those up to it and those above so that the variance
   * between the two classes, w0 w1 (m1 - m0)², is largest (Otsu 1979, "A threshold selection method
   * from gray-level histograms"); where a range of levels does so, its middle.
   */
  int otsu() {
    double best = 0;
    int first = LEVELS / 2;
    int last = first;
    for (int t = 0; t < LEVELS - 1; t++) {
      double variance = varianceBetween(t);
      if (variance > best) {
        best = variance;
        first = t;
      }
      if (variance >= best && best > 0) {
        last = t;
      }
    }
    return (first + last) / 2;
  }

  private double varianceBetween(int t) {
    long below = count(0, t + 1);
    double distance = distanceOfMeans(t);
    return (double) below * (pixels - below) * distance * distance;
  }

  /** m1 - m0: how much brighter the pixels above a level are than those up to it. */
  double distanceOfMeans(int t) {
    long below = count(0, t + 1);
    if (below == 0 || below == pixels) {
      return 0;
    }
    return (double) sum(t + 1, LEVELS) / (pixels - below) - (double) sum(0, t + 1) / below;
  }

  private long count(int from, int to) {
    long count = 0;
    for (int level = from; level < to; level++) {
      count += counts[level];
    }
    return count;
  }

  private long sum(int from, int to) {
    long sum = 0;
    for (int level = from; level < to; level++) {
      sum += (long) level * counts[level];
    }
    return sum;
  }
}
