package glassbox.nn;

import glassbox.linalg.Matrix;

/** The one check that every layer makes of what it is given. */
final class Shapes {
  private Shapes() {}

  /**
   * Returns the matrix if it has the wanted number of columns.
   *
   * @throws IllegalArgumentException naming the layer, the shape it wanted and the one it got
   */
  static Matrix require(Matrix matrix, int columns, String layer) {
    if (matrix.columns() != columns) {
      throw new IllegalArgumentException(
          "layer %s: wanted [N x %d], got %s".formatted(layer, columns, matrix.shape()));
    }
    return matrix;
  }
}
