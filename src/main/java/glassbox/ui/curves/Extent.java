package glassbox.ui.curves;

/** The smallest and the largest of some values; what is not a number does not count. */
final class Extent {
  private float lowest;
  private float highest;

  Extent() {
    clear();
  }

  void clear() {
    lowest = Float.POSITIVE_INFINITY;
    highest = Float.NEGATIVE_INFINITY;
  }

  void include(float value) {
    if (value < lowest) {
      lowest = value;
    }
    if (value > highest) {
      highest = value;
    }
  }

  /** Includes a stretch whose extent is known; one without a number has none. */
  void include(float low, float high) {
    lowest = Math.min(lowest, low);
    highest = Math.max(highest, high);
  }

  boolean isEmpty() {
    return lowest > highest;
  }

  float lowest() {
    return lowest;
  }

  float highest() {
    return highest;
  }
}
