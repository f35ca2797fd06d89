package glassbox.linalg;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Products whose left factor has many zeros, as behind a ReLU: they are found, and skipped. */
final class SimdSkipping {
  private static final VectorSpecies<Float> LANES = SimdKernels.LANES;

  /** The share of a left factor's values up to which the zeros are skipped. */
  private static final double WORTH_SKIPPING = 0.65;

  /** Where so many of the first values are not 0, nobody counts the others. */
  private static final double CLEARLY_DENSE = 0.9;

  /** A smaller product is done before its zeros are found and its right factor is packed. */
  private static final int LEAST_ROWS = 8;

  private static final int LEAST_INNER = 16;

  private static final int LEAST_COLUMNS = 32;

  private SimdSkipping() {}

  /** See {@link Kernels#mightSkip}. */
  static boolean mightSkip(Product p, int rows) {
    return rows >= LEAST_ROWS && p.inner >= LEAST_INNER && p.columns >= LEAST_COLUMNS;
  }

  /**
   * For each eight values a comparison, a few hundredths of what the product takes. Skipping pays
   * where it leaves less than {@link #WORTH_SKIPPING} of them: it loads one vector for each
   * multiply-add, the dense tiles one for four or six.
   */
  static boolean skipZeros(Product p, int rows, NonZeroBits bits) {
    bits.shape(rows, p.inner);
    long count = 0;
    for (int i = 0, w = 0; i < rows; i++) {
      if (i == LEAST_ROWS && count > CLEARLY_DENSE * i * p.inner) {
        return false;
      }
      for (int k0 = 0; k0 < p.inner; k0 += NonZeroBits.COLUMNS, w++) {
        bits.words[w] =
            nonZeros(p.left, i * p.leftRow + k0, Math.min(NonZeroBits.COLUMNS, p.inner - k0));
        count += Long.bitCount(bits.words[w]);
      }
    }
    boolean worth = count < WORTH_SKIPPING * rows * p.inner;
    p.nonZeros = worth ? bits : null;
    return worth;
  }

  /** A bit for each of at most 64 values that is not 0. */
  private static long nonZeros(float[] values, int at, int count) {
    long bits = 0;
    int whole = LANES.loopBound(count);
    for (int k = 0; k < whole; k += LANES.length()) {
      FloatVector x = FloatVector.fromArray(LANES, values, at + k);
      bits |= x.compare(VectorOperators.NE, 0f).toLong() << k;
    }
    if (whole < count) {
      VectorMask<Float> rest = LANES.indexInRange(0, count - whole);
      FloatVector x = FloatVector.fromArray(LANES, values, at + whole, rest);
      bits |= x.compare(VectorOperators.NE, 0f).toLong() << whole;
    }
    return bits;
  }

  /**
   * Some rows and columns of a product, by panels in aligned memory. Where the right factor has
   * long rows, those of several panels are copied at once, side by side in memory.
   */
  static void multiply(
      Product p, NonZeroBits nonZeros, Tile t, int from, int to, int fromColumn, int toColumn) {
    t.left = p.left;
    t.leftRow = p.leftRow;
    boolean isLong = (p.rightTransposed ? p.inner : p.columns) > SimdKernels.WIDE_ROW;
    int columnsAtOnce = SkippingTiles.COLUMNS * (isLong && !p.rightTransposed ? Tile.PANELS : 1);
    int innerAtOnce = NonZeroBits.COLUMNS * (isLong && p.rightTransposed ? Tile.PANELS : 1);
    int columns;
    for (int j = fromColumn; j < toColumn; j += columns) {
      columns = Math.min(columnsAtOnce, toColumn - j);
      if (columns > SkippingTiles.COLUMNS) {
        columns -= columns % SkippingTiles.COLUMNS;
      }
      t.out = p.out;
      t.outRow = p.columns;
      t.out0 = j;
      t.startAt(p, j);
      if (columns < SkippingTiles.COLUMNS) {
        t.beginNarrow(from, to, columns, SkippingTiles.COLUMNS);
      }
      for (int k0 = 0; k0 < p.inner; k0 += innerAtOnce) {
        int inner = Math.min(innerAtOnce, p.inner - k0);
        Panels.pack(p, k0, inner, j, columns, t);
        if (p.rightTransposed) {
          addBelow(t, nonZeros, k0, inner, from, to);
        } else {
          addBeside(t, nonZeros, k0, columns, from, to);
        }
      }
      if (columns < SkippingTiles.COLUMNS) {
        t.endNarrow(from, to, columns);
      }
    }
  }

  /** Adds the products with panels that follow each other along the inner dimension. */
  private static void addBelow(Tile t, NonZeroBits nonZeros, int k0, int inner, int from, int to) {
    for (int k = 0, panel = 0; k < inner; k += NonZeroBits.COLUMNS, panel++) {
      addPanel(t, nonZeros, k0 + k, panel, from, to);
      t.startFromResult();
    }
  }

  /** Adds the products with panels that stand side by side. */
  private static void addBeside(
      Tile t, NonZeroBits nonZeros, int k0, int columns, int from, int to) {
    int out0 = t.out0;
    for (int j = 0, panel = 0; j < columns; j += SkippingTiles.COLUMNS, panel++) {
      addPanel(t, nonZeros, k0, panel, from, to);
      t.out0 += SkippingTiles.COLUMNS;
      t.start0 += SkippingTiles.COLUMNS;
    }
    t.out0 = out0;
    t.startFromResult();
  }

  private static void addPanel(Tile t, NonZeroBits nonZeros, int k0, int panel, int from, int to) {
    t.left0 = k0;
    t.alignedPanel = t.alignedPanels[panel];
    for (int i = from; i < to; i += SkippingTiles.ROWS) {
      int end = Math.min(i + SkippingTiles.ROWS, to);
      SkippingTiles.dense(t, nonZeros, k0 / NonZeroBits.COLUMNS, i, end);
    }
  }
}
