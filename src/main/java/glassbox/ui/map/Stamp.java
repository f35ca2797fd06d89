package glassbox.ui.map;

/**
 * How much of each pixel a mark covers, from 0 to 255: a disc, a square, a triangle or a diamond.
 */
final class Stamp {
  static final int SHAPES = 4;
  private static final int SAMPLES = 4;

  final int side;
  final int[] cover;

  /**
   * A mark.
   *
   * @param shape in [0, {@link #SHAPES})
   * @param radius in pixels
   */
  Stamp(int shape, double radius) {
    side = 2 * (int) Math.ceil(radius) + 1;
    cover = new int[side * side];
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        cover[row * side + column] = cover(shape, radius, row, column);
      }
    }
  }

  /** The corners of a shape of radius 1, x and y; none of a disc. */
  static double[][] corners(int shape) {
    return switch (shape) {
      case 0 -> new double[0][];
      case 1 -> new double[][] {{-0.88, 0.88, 0.88, -0.88}, {-0.88, -0.88, 0.88, 0.88}};
      case 2 -> new double[][] {{0, 0.99, -0.99}, {-1, 0.8, 0.8}};
      default -> new double[][] {{0, 1.2, 0, -1.2}, {-1.2, 0, 1.2, 0}};
    };
  }

  private int cover(int shape, double radius, int row, int column) {
    int inside = 0;
    for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
      double dx = column + (sample % SAMPLES + 0.5) / SAMPLES - side / 2.0;
      double dy = row + (sample / SAMPLES + 0.5) / SAMPLES - side / 2.0;
      inside += isInside(shape, dx / radius, dy / radius) ? 1 : 0;
    }
    return inside * 255 / (SAMPLES * SAMPLES);
  }

  private static boolean isInside(int shape, double x, double y) {
    return switch (shape) {
      case 0 -> x * x + y * y <= 1;
      case 1 -> Math.abs(x) <= 0.88 && Math.abs(y) <= 0.88;
      case 2 -> y <= 0.8 && 2 * Math.abs(x) - 1.1 <= y * 1.1;
      default -> Math.abs(x) + Math.abs(y) <= 1.2;
    };
  }
}
