package glassbox.linalg;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The product of {@link PlainKernels} with its sums held in vector registers.
 *
 * <p>The output is walked in tiles of four rows by two vectors. A tile's eight sums stay in
 * registers over the whole inner dimension, so each loaded vector of the right factor serves four
 * multiply-adds and each broadcast of the left one serves two. Every lane adds in the plain
 * kernel's order: the results are the same bits.
 *
 * <p>The two tiles are written out at length on purpose. Methods of more than 325 bytecodes are
 * compiled by themselves; a smaller one is taken into its callers until the compiler's budget ends
 * somewhere within it, and then every vector becomes an object: that was 15 times slower.
 */
final class SimdKernels implements Kernels {
  static {
    // The tiles stay inside arrays whose shapes Compute has checked; the second check in every
    // load would cost about half the speed. Read once by the Vector API when it is first used.
    System.setProperty("jdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK", "0");
  }

  private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
  private static final int WIDTH = LANES.length();

  @Override
  public String name() {
    return "simd";
  }

  @Override
  public void multiplyRows(Product p, int from, int to) {
    int wide = p.columns - p.columns % (2 * WIDTH);
    for (int i = from; i < to; i += 4) {
      for (int j = 0; j < wide; j += 2 * WIDTH) {
        tileOfTwo(p, i, to - 1, j);
      }
      for (int j = wide; j < p.columns; j += WIDTH) {
        tileOfOne(p, i, to - 1, j, LANES.indexInRange(j, p.columns));
      }
    }
  }

  /**
   * Four rows from i on by two vectors from j on. Where fewer rows are left, the last one is
   * computed again in the place of the missing ones.
   */
  private static void tileOfTwo(Product p, int i, int last, int j) {
    float[] left = p.left;
    float[] right = p.right;
    int columns = p.columns;
    int step = p.leftColumn;
    int i1 = Math.min(i + 1, last);
    int i2 = Math.min(i + 2, last);
    int i3 = Math.min(i + 3, last);
    int a0 = i * p.leftRow;
    int a1 = i1 * p.leftRow;
    int a2 = i2 * p.leftRow;
    int a3 = i3 * p.leftRow;
    FloatVector s00 = FloatVector.zero(LANES);
    FloatVector s01 = s00;
    if (p.bias != null) {
      s00 = FloatVector.fromArray(LANES, p.bias, j);
      s01 = FloatVector.fromArray(LANES, p.bias, j + WIDTH);
    }
    FloatVector s10 = s00;
    FloatVector s11 = s01;
    FloatVector s20 = s00;
    FloatVector s21 = s01;
    FloatVector s30 = s00;
    FloatVector s31 = s01;
    int b = j;
    for (int k = 0, a = 0; k < p.inner; k++, a += step, b += columns) {
      FloatVector b0 = FloatVector.fromArray(LANES, right, b);
      FloatVector b1 = FloatVector.fromArray(LANES, right, b + WIDTH);
      FloatVector x0 = FloatVector.broadcast(LANES, left[a0 + a]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      FloatVector x1 = FloatVector.broadcast(LANES, left[a1 + a]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      FloatVector x2 = FloatVector.broadcast(LANES, left[a2 + a]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      FloatVector x3 = FloatVector.broadcast(LANES, left[a3 + a]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
    }
    float[] out = p.out;
    s00.intoArray(out, i * columns + j);
    s01.intoArray(out, i * columns + j + WIDTH);
    s10.intoArray(out, i1 * columns + j);
    s11.intoArray(out, i1 * columns + j + WIDTH);
    s20.intoArray(out, i2 * columns + j);
    s21.intoArray(out, i2 * columns + j + WIDTH);
    s30.intoArray(out, i3 * columns + j);
    s31.intoArray(out, i3 * columns + j + WIDTH);
  }

  /** The same by one vector, of which only the lanes in range are read and written. */
  private static void tileOfOne(Product p, int i, int last, int j, VectorMask<Float> inRange) {
    float[] left = p.left;
    float[] right = p.right;
    int columns = p.columns;
    int step = p.leftColumn;
    int i1 = Math.min(i + 1, last);
    int i2 = Math.min(i + 2, last);
    int i3 = Math.min(i + 3, last);
    int a0 = i * p.leftRow;
    int a1 = i1 * p.leftRow;
    int a2 = i2 * p.leftRow;
    int a3 = i3 * p.leftRow;
    FloatVector s0 = FloatVector.zero(LANES);
    if (p.bias != null) {
      s0 = FloatVector.fromArray(LANES, p.bias, j, inRange);
    }
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    int k = 0;
    int a = 0;
    int b = j;
    for (; k + 1 < p.inner; k += 2, a += 2 * step, b += 2 * columns) {
      FloatVector b0 = FloatVector.fromArray(LANES, right, b, inRange);
      s0 = FloatVector.broadcast(LANES, left[a0 + a]).fma(b0, s0);
      s1 = FloatVector.broadcast(LANES, left[a1 + a]).fma(b0, s1);
      s2 = FloatVector.broadcast(LANES, left[a2 + a]).fma(b0, s2);
      s3 = FloatVector.broadcast(LANES, left[a3 + a]).fma(b0, s3);
      FloatVector b1 = FloatVector.fromArray(LANES, right, b + columns, inRange);
      s0 = FloatVector.broadcast(LANES, left[a0 + a + step]).fma(b1, s0);
      s1 = FloatVector.broadcast(LANES, left[a1 + a + step]).fma(b1, s1);
      s2 = FloatVector.broadcast(LANES, left[a2 + a + step]).fma(b1, s2);
      s3 = FloatVector.broadcast(LANES, left[a3 + a + step]).fma(b1, s3);
    }
    if (k < p.inner) {
      FloatVector b0 = FloatVector.fromArray(LANES, right, b, inRange);
      s0 = FloatVector.broadcast(LANES, left[a0 + a]).fma(b0, s0);
      s1 = FloatVector.broadcast(LANES, left[a1 + a]).fma(b0, s1);
      s2 = FloatVector.broadcast(LANES, left[a2 + a]).fma(b0, s2);
      s3 = FloatVector.broadcast(LANES, left[a3 + a]).fma(b0, s3);
    }
    float[] out = p.out;
    s0.intoArray(out, i * columns + j, inRange);
    s1.intoArray(out, i1 * columns + j, inRange);
    s2.intoArray(out, i2 * columns + j, inRange);
    s3.intoArray(out, i3 * columns + j, inRange);
  }
}
