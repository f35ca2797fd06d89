package glassbox.linalg;

/**
 * Some columns of a matrix, where one thread finds them: in the matrix's own array, or in one that
 * is that thread's alone.
 *
 * <p>What two threads write in turn travels between their caches, and the least that travels is a
 * cache line. In an array of whole rows the last columns of one thread share a line with the first
 * of the other, in every row.
 */
final class Strip {
  /** Values in a cache line. */
  private static final int LINE = 16;

  float[] values = {};

  /** The distance of the rows. */
  int row;

  /** The column that stands first in the array. */
  int firstColumn;

  /** How many columns there are. */
  int columns;

  /** All of a matrix. */
  Strip of(float[] wholeRows, int columnCount) {
    values = wholeRows;
    row = columnCount;
    firstColumn = 0;
    columns = columnCount;
    return this;
  }

  /** An array for these columns alone, with a line of nothing behind them. */
  static Strip apart(int rows, int from, int to) {
    int columnCount = to - from;
    Strip strip = new Strip().of(new float[rows * columnCount + LINE], columnCount);
    strip.firstColumn = from;
    return strip;
  }

  int endColumn() {
    return firstColumn + columns;
  }

  /** Takes its columns from whole rows. */
  void takeFrom(float[] wholeRows, int rows, int columnCount) {
    for (int i = 0; i < rows; i++) {
      System.arraycopy(wholeRows, i * columnCount + firstColumn, values, i * row, columns);
    }
  }

  /** Puts its columns into whole rows. */
  void giveTo(float[] wholeRows, int rows, int columnCount) {
    for (int i = 0; i < rows; i++) {
      System.arraycopy(values, i * row, wholeRows, i * columnCount + firstColumn, columns);
    }
  }
}
