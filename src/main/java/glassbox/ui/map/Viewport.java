package glassbox.ui.map;

/**
 * Which part of the plane is seen: the plane's 0 lies at (left, top) of the screen, y upwards, and
 * one unit is so many points long.
 */
record Viewport(double left, double top, double scale) {
  private static final double MARGIN = 28;
  private static final double LEAST = 0.5;
  private static final double MOST = 400;

  /** All of the square from -1 to 1 in so many points. */
  static Viewport fitting(double width, double height) {
    double scale = Math.max(1, (Math.min(width, height) - 2 * MARGIN) / 2);
    return new Viewport(width / 2, height / 2, scale);
  }

  double screenX(double x) {
    return left + scale * x;
  }

  double screenY(double y) {
    return top - scale * y;
  }

  double planeX(double screenX) {
    return (screenX - left) / scale;
  }

  double planeY(double screenY) {
    return (top - screenY) / scale;
  }

  Viewport moved(double right, double down) {
    return new Viewport(left + right, top + down, scale);
  }

  /**
   * Zoomed by a factor about a point of the screen, within what is sensible.
   *
   * @param fit what shows all
   */
  Viewport zoomed(double factor, double atX, double atY, Viewport fit) {
    double within = Math.clamp(scale * factor, LEAST * fit.scale, MOST * fit.scale);
    double by = within / scale;
    return new Viewport(atX + (left - atX) * by, atY + (top - atY) * by, within);
  }

  /** Moved so that a point of the plane lies in the middle. */
  Viewport centred(double x, double y, double width, double height) {
    return new Viewport(width / 2 - scale * x, height / 2 + scale * y, scale);
  }
}
