package glassbox.linalg;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Copies parts of a right factor into the order and the place in which tiles read them. See {@link
 * SimdKernels} for the rules of such methods.
 */
final class Panels {
  private static final VectorSpecies<Float> LANES = SimdKernels.LANES;
  private static final int W = LANES.length();

  /** Rows that are laid out at a time. */
  private static final int ROWS = 8;

  private static final int COLUMNS = SkippingTiles.COLUMNS;
  private static final long ROW = (long) COLUMNS * Float.BYTES;
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;
  private static final VectorSpecies<Float> FOUR = SimdKernels.FOUR;
  private static final VectorShuffle<Float> LOW = SimdKernels.LOW;
  private static final VectorShuffle<Float> HIGH = SimdKernels.HIGH;
  private static final VectorShuffle<Float> FIRST = SimdKernels.FIRST;
  private static final VectorShuffle<Float> SECOND = SimdKernels.SECOND;

  private Panels() {}

  /**
   * Some rows and columns of a right factor as {@link SkippingTiles} reads them.
   *
   * <p>A few rows at a time in an array, which then goes into the aligned memory at once: whether
   * that memory may be written is looked at for every vector, and for a copy only once.
   */
  static void pack(Product p, int k0, int inner, int j, int columns, Tile t) {
    float[] few = t.room(ROWS * COLUMNS);
    for (int k = 0; k < inner; k += ROWS) {
      int rows = Math.min(ROWS, inner - k);
      boolean whole = columns == COLUMNS && rows == ROWS;
      if (p.rightTransposed && whole) {
        transposed(p, k0 + k, j, few);
      } else if (p.rightTransposed) {
        edgeTransposed(p, k0 + k, rows, j, columns, few);
      } else if (whole) {
        rows(p, k0 + k, j, few);
      } else {
        edge(p, k0 + k, rows, j, columns, few);
      }
      MemorySegment.copy(few, 0, t.alignedPanel, FLOAT, k * ROW, rows * COLUMNS);
    }
  }

  /** Two rows at a time: shorter, it would be compiled into its callers. */
  private static void rows(Product p, int k, int j, float[] few) {
    float[] right = p.right;
    int columns = p.columns;
    for (int row = 0; row < ROWS; row += 2) {
      int a = (k + row) * columns + j;
      int b = a + columns;
      int x = row * COLUMNS;
      int y = x + COLUMNS;
      FloatVector.fromArray(LANES, right, a).intoArray(few, x);
      FloatVector.fromArray(LANES, right, a + W).intoArray(few, x + W);
      FloatVector.fromArray(LANES, right, a + 2 * W).intoArray(few, x + 2 * W);
      FloatVector.fromArray(LANES, right, a + 3 * W).intoArray(few, x + 3 * W);
      FloatVector.fromArray(LANES, right, a + 4 * W).intoArray(few, x + 4 * W);
      FloatVector.fromArray(LANES, right, a + 5 * W).intoArray(few, x + 5 * W);
      FloatVector.fromArray(LANES, right, a + 6 * W).intoArray(few, x + 6 * W);
      FloatVector.fromArray(LANES, right, a + 7 * W).intoArray(few, x + 7 * W);
      FloatVector.fromArray(LANES, right, b).intoArray(few, y);
      FloatVector.fromArray(LANES, right, b + W).intoArray(few, y + W);
      FloatVector.fromArray(LANES, right, b + 2 * W).intoArray(few, y + 2 * W);
      FloatVector.fromArray(LANES, right, b + 3 * W).intoArray(few, y + 3 * W);
      FloatVector.fromArray(LANES, right, b + 4 * W).intoArray(few, y + 4 * W);
      FloatVector.fromArray(LANES, right, b + 5 * W).intoArray(few, y + 5 * W);
      FloatVector.fromArray(LANES, right, b + 6 * W).intoArray(few, y + 6 * W);
      FloatVector.fromArray(LANES, right, b + 7 * W).intoArray(few, y + 7 * W);
    }
  }

  private static void edge(Product p, int k, int rows, int j, int columns, float[] few) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(p.right, (k + row) * p.columns + j, few, row * COLUMNS, columns);
    }
  }

  /** In blocks of four by four, two of them at a time. */
  private static void transposed(Product p, int k, int fromColumn, float[] few) {
    float[] right = p.right;
    int row = p.inner;
    for (int j = 0; j < COLUMNS; j += 4) {
      int at = (fromColumn + j) * row + k;
      FloatVector a = FloatVector.fromArray(FOUR, right, at);
      FloatVector b = FloatVector.fromArray(FOUR, right, at + row);
      FloatVector c = FloatVector.fromArray(FOUR, right, at + 2 * row);
      FloatVector d = FloatVector.fromArray(FOUR, right, at + 3 * row);
      FloatVector ab = a.rearrange(LOW, b); // a0 b0 a1 b1
      FloatVector cd = c.rearrange(LOW, d);
      FloatVector abHigh = a.rearrange(HIGH, b); // a2 b2 a3 b3
      FloatVector cdHigh = c.rearrange(HIGH, d);
      ab.rearrange(FIRST, cd).intoArray(few, j); // a0 b0 c0 d0
      ab.rearrange(SECOND, cd).intoArray(few, j + COLUMNS);
      abHigh.rearrange(FIRST, cdHigh).intoArray(few, j + 2 * COLUMNS);
      abHigh.rearrange(SECOND, cdHigh).intoArray(few, j + 3 * COLUMNS);
      a = FloatVector.fromArray(FOUR, right, at + 4);
      b = FloatVector.fromArray(FOUR, right, at + 4 + row);
      c = FloatVector.fromArray(FOUR, right, at + 4 + 2 * row);
      d = FloatVector.fromArray(FOUR, right, at + 4 + 3 * row);
      ab = a.rearrange(LOW, b);
      cd = c.rearrange(LOW, d);
      abHigh = a.rearrange(HIGH, b);
      cdHigh = c.rearrange(HIGH, d);
      ab.rearrange(FIRST, cd).intoArray(few, j + 4 * COLUMNS);
      ab.rearrange(SECOND, cd).intoArray(few, j + 5 * COLUMNS);
      abHigh.rearrange(FIRST, cdHigh).intoArray(few, j + 6 * COLUMNS);
      abHigh.rearrange(SECOND, cdHigh).intoArray(few, j + 7 * COLUMNS);
    }
  }

  private static void edgeTransposed(Product p, int k, int rows, int j, int columns, float[] few) {
    for (int column = 0; column < columns; column++) {
      int at = (j + column) * p.inner + k;
      for (int row = 0; row < rows; row++) {
        few[row * COLUMNS + column] = p.right[at + row];
      }
    }
  }

  /**
   * The columns at the right edge of a tile's right factor as the next wider tile reads them.
   *
   * @param columns how many, more than one vector has and fewer than two
   */
  static void pad(Tile t, int columns) {
    float[] right = t.right;
    float[] padded = t.room(t.inner * 2 * W);
    VectorMask<Float> rest = LANES.indexInRange(0, columns - W);
    for (int k = 0, at = t.right0, to = 0; k < t.inner; k++, at += t.rightRow, to += 2 * W) {
      FloatVector.fromArray(LANES, right, at).intoArray(padded, to);
      FloatVector.fromArray(LANES, right, at + W, rest).intoArray(padded, to + W);
    }
  }
}
