package glassbox.ui.map;

import java.util.Arrays;

/** A line drawn around images on the screen; its end is joined to its beginning. */
final class Lasso {
  private double[] x = new double[64];
  private double[] y = new double[64];
  private int corners;

  void add(double toX, double toY) {
    if (corners == x.length) {
      x = Arrays.copyOf(x, 2 * corners);
      y = Arrays.copyOf(y, 2 * corners);
    }
    x[corners] = toX;
    y[corners++] = toY;
  }

  int corners() {
    return corners;
  }

  double[] x() {
    return Arrays.copyOf(x, corners);
  }

  double[] y() {
    return Arrays.copyOf(y, corners);
  }

  /** Whether a point lies within, by how often a line from it to the right is crossed. */
  boolean contains(double px, double py) {
    boolean inside = false;
    for (int i = 0, j = corners - 1; i < corners; j = i++) {
      if (y[i] > py != y[j] > py && px < (x[j] - x[i]) * (py - y[i]) / (y[j] - y[i]) + x[i]) {
        inside = !inside;
      }
    }
    return inside;
  }
}
