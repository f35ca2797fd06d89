package glassbox.linalg;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of two vectors, for processors with 16 vector registers. Dense ones have six rows: 12
 * registers for the sums, two for the right factor, one for the left. Two units that take four
 * cycles for an addition are kept busy by 8 sums only if nothing ever comes late. See {@link
 * SimdKernels} for the rules of such methods.
 */
final class NarrowTiles {
  private static final VectorSpecies<Float> LANES = SimdKernels.LANES;
  private static final int W = LANES.length();
  private static final int BYTES = LANES.vectorByteSize();
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  /** Columns of a tile. */
  static final int COLUMNS = 2 * W;

  /** Rows of a dense tile. */
  static final int ROWS = 6;

  private NarrowTiles() {}

  /**
   * Adds the product of a panel to six rows of the result.
   *
   * @param i the first of them
   * @param last how many rows there are behind it; where fewer than five, the last one is computed
   *     again in the place of the others
   */
  static void dense(Tile t, int i, int last) {
    float[] left = t.left;
    float[] right = t.right;
    float[] start = t.start;
    float[] out = t.out;
    int left0 = t.left0;
    int leftRow = t.leftRow;
    int right0 = t.right0;
    int rightRow = t.rightRow;
    int start0 = t.start0;
    int startRow = t.startRow;
    int out0 = t.out0;
    int outRow = t.outRow;
    int inner = t.inner;
    int a0 = left0 + i * leftRow;
    int a1 = a0 + Math.min(1, last) * leftRow;
    int a2 = a0 + Math.min(2, last) * leftRow;
    int a3 = a0 + Math.min(3, last) * leftRow;
    int a4 = a0 + Math.min(4, last) * leftRow;
    int a5 = a0 + Math.min(5, last) * leftRow;
    int o0 = out0 + i * outRow;
    int o1 = o0 + Math.min(1, last) * outRow;
    int o2 = o0 + Math.min(2, last) * outRow;
    int o3 = o0 + Math.min(3, last) * outRow;
    int o4 = o0 + Math.min(4, last) * outRow;
    int o5 = o0 + Math.min(5, last) * outRow;
    int s0 = start0 + i * startRow;
    int s1 = s0 + Math.min(1, last) * startRow;
    int s2 = s0 + Math.min(2, last) * startRow;
    int s3 = s0 + Math.min(3, last) * startRow;
    int s4 = s0 + Math.min(4, last) * startRow;
    int s5 = s0 + Math.min(5, last) * startRow;
    FloatVector s00 = FloatVector.fromArray(LANES, start, s0);
    FloatVector s01 = FloatVector.fromArray(LANES, start, s0 + W);
    FloatVector s10 = FloatVector.fromArray(LANES, start, s1);
    FloatVector s11 = FloatVector.fromArray(LANES, start, s1 + W);
    FloatVector s20 = FloatVector.fromArray(LANES, start, s2);
    FloatVector s21 = FloatVector.fromArray(LANES, start, s2 + W);
    FloatVector s30 = FloatVector.fromArray(LANES, start, s3);
    FloatVector s31 = FloatVector.fromArray(LANES, start, s3 + W);
    FloatVector s40 = FloatVector.fromArray(LANES, start, s4);
    FloatVector s41 = FloatVector.fromArray(LANES, start, s4 + W);
    FloatVector s50 = FloatVector.fromArray(LANES, start, s5);
    FloatVector s51 = FloatVector.fromArray(LANES, start, s5 + W);
    for (int k = 0, step = 0; k < inner; k++, step += rightRow) {
      int b = right0 + step;
      FloatVector b0 = FloatVector.fromArray(LANES, right, b);
      FloatVector b1 = FloatVector.fromArray(LANES, right, b + W);
      FloatVector x = FloatVector.broadcast(LANES, left[a0 + k]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      x = FloatVector.broadcast(LANES, left[a1 + k]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      x = FloatVector.broadcast(LANES, left[a2 + k]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      x = FloatVector.broadcast(LANES, left[a3 + k]);
      s30 = x.fma(b0, s30);
      s31 = x.fma(b1, s31);
      x = FloatVector.broadcast(LANES, left[a4 + k]);
      s40 = x.fma(b0, s40);
      s41 = x.fma(b1, s41);
      x = FloatVector.broadcast(LANES, left[a5 + k]);
      s50 = x.fma(b0, s50);
      s51 = x.fma(b1, s51);
    }
    s00.intoArray(out, o0);
    s01.intoArray(out, o0 + W);
    s10.intoArray(out, o1);
    s11.intoArray(out, o1 + W);
    s20.intoArray(out, o2);
    s21.intoArray(out, o2 + W);
    s30.intoArray(out, o3);
    s31.intoArray(out, o3 + W);
    s40.intoArray(out, o4);
    s41.intoArray(out, o4 + W);
    s50.intoArray(out, o5);
    s51.intoArray(out, o5 + W);
  }

  /** The same for two rows that are left over, for which six would take half as long again. */
  static void pair(Tile t, int i, int last) {
    float[] left = t.left;
    float[] right = t.right;
    float[] start = t.start;
    float[] out = t.out;
    int left0 = t.left0;
    int leftRow = t.leftRow;
    int right0 = t.right0;
    int rightRow = t.rightRow;
    int start0 = t.start0;
    int startRow = t.startRow;
    int out0 = t.out0;
    int outRow = t.outRow;
    int inner = t.inner;
    int a0 = left0 + i * leftRow;
    int a1 = a0 + Math.min(1, last) * leftRow;
    int o0 = out0 + i * outRow;
    int o1 = o0 + Math.min(1, last) * outRow;
    int s0 = start0 + i * startRow;
    int s1 = s0 + Math.min(1, last) * startRow;
    FloatVector s00 = FloatVector.fromArray(LANES, start, s0);
    FloatVector s01 = FloatVector.fromArray(LANES, start, s0 + W);
    FloatVector s10 = FloatVector.fromArray(LANES, start, s1);
    FloatVector s11 = FloatVector.fromArray(LANES, start, s1 + W);
    for (int k = 0, step = 0; k < inner; k++, step += rightRow) {
      int b = right0 + step;
      FloatVector b0 = FloatVector.fromArray(LANES, right, b);
      FloatVector b1 = FloatVector.fromArray(LANES, right, b + W);
      FloatVector x = FloatVector.broadcast(LANES, left[a0 + k]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      x = FloatVector.broadcast(LANES, left[a1 + k]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
    }
    s00.intoArray(out, o0);
    s01.intoArray(out, o0 + W);
    s10.intoArray(out, o1);
    s11.intoArray(out, o1 + W);
  }

  /**
   * Adds one chunk of x times these columns of the weights to their sums, which begin at an index.
   */
  static void sparseForward(
      NonZeros x, int chunk, Strip weights, int from, int to, MemorySegment sums, int at) {
    int[] counts = x.counts;
    byte[] rowOf = x.rowOf;
    float[] values = x.values;
    float[] right = weights.values;
    int columns = weights.row;
    int groups = x.groups();
    for (int g = 0; g < groups; g++) {
      int list = chunk * groups + g;
      int count = counts[list];
      if (count == 0) {
        continue;
      }
      int first = list * NonZeros.CHUNK;
      int end = first + count; // entries go by twos; behind an odd number stands an empty one
      for (int j = from; j < to; j += COLUMNS) {
        long top = (at + j - from) * 4L;
        int w0 = g * 4 * columns + j - weights.firstColumn;
        int w1 = w0 + columns;
        int w2 = w1 + columns;
        int w3 = w2 + columns;
        FloatVector w00 = FloatVector.fromArray(LANES, right, w0);
        FloatVector w01 = FloatVector.fromArray(LANES, right, w0 + W);
        FloatVector w10 = FloatVector.fromArray(LANES, right, w1);
        FloatVector w11 = FloatVector.fromArray(LANES, right, w1 + W);
        FloatVector w20 = FloatVector.fromArray(LANES, right, w2);
        FloatVector w21 = FloatVector.fromArray(LANES, right, w2 + W);
        FloatVector w30 = FloatVector.fromArray(LANES, right, w3);
        FloatVector w31 = FloatVector.fromArray(LANES, right, w3 + W);
        for (int e = first; e < end; e += 2) {
          long o = top + rowOf[e] * Tile.SUMS_ROW;
          long q = top + rowOf[e + 1] * Tile.SUMS_ROW;
          int v = e * 4;
          FloatVector a = FloatVector.broadcast(LANES, values[v]);
          FloatVector s0 = a.fma(w00, FloatVector.fromMemorySegment(LANES, sums, o, ORDER));
          FloatVector s1 = a.fma(w01, FloatVector.fromMemorySegment(LANES, sums, o + BYTES, ORDER));
          FloatVector b = FloatVector.broadcast(LANES, values[v + 4]);
          FloatVector t0 = b.fma(w00, FloatVector.fromMemorySegment(LANES, sums, q, ORDER));
          FloatVector t1 = b.fma(w01, FloatVector.fromMemorySegment(LANES, sums, q + BYTES, ORDER));
          a = FloatVector.broadcast(LANES, values[v + 1]);
          s0 = a.fma(w10, s0);
          s1 = a.fma(w11, s1);
          b = FloatVector.broadcast(LANES, values[v + 5]);
          t0 = b.fma(w10, t0);
          t1 = b.fma(w11, t1);
          a = FloatVector.broadcast(LANES, values[v + 2]);
          s0 = a.fma(w20, s0);
          s1 = a.fma(w21, s1);
          b = FloatVector.broadcast(LANES, values[v + 6]);
          t0 = b.fma(w20, t0);
          t1 = b.fma(w21, t1);
          a = FloatVector.broadcast(LANES, values[v + 3]);
          s0 = a.fma(w30, s0);
          s1 = a.fma(w31, s1);
          b = FloatVector.broadcast(LANES, values[v + 7]);
          t0 = b.fma(w30, t0);
          t1 = b.fma(w31, t1);
          s0.intoMemorySegment(sums, o, ORDER);
          s1.intoMemorySegment(sums, o + BYTES, ORDER);
          t0.intoMemorySegment(sums, q, ORDER);
          t1.intoMemorySegment(sums, q + BYTES, ORDER);
        }
      }
    }
  }

  /**
   * Adds to a block, in these columns, what one chunk of x contributes to xᵀ times the right
   * factor; the first chunk sets it.
   */
  static void sparseTransposed(
      NonZeros x, int chunk, Product p, int from, int to, GradientBlock block) {
    int[] counts = x.counts;
    byte[] rowOf = x.rowOf;
    float[] values = x.values;
    float[] right = p.right;
    float[] out = block.values;
    float[] start = chunk == 0 ? SimdKernels.ZEROS : out;
    int stride = block.stride;
    int startStride = chunk == 0 ? 0 : stride;
    int startFactor = chunk == 0 ? 0 : 1;
    int fromGroup = block.firstRow / NonZeros.GROUP;
    int toGroup = fromGroup + block.rows / NonZeros.GROUP;
    int columns = p.columns;
    int lists = chunk * x.groups();
    for (int g = fromGroup; g < toGroup; g++) {
      int count = counts[lists + g];
      if (count == 0 && chunk > 0) {
        continue;
      }
      int first = (lists + g) * NonZeros.CHUNK;
      int end = first + count;
      int top = block.at + (g - fromGroup) * 4 * stride - block.firstColumn;
      for (int j = from; j < to; j += COLUMNS) {
        int right0 = chunk * NonZeros.CHUNK * columns + j;
        int o0 = top + j;
        int o1 = o0 + stride;
        int o2 = o1 + stride;
        int o3 = o2 + stride;
        int i0 = o0 * startFactor;
        int i1 = i0 + startStride;
        int i2 = i1 + startStride;
        int i3 = i2 + startStride;
        FloatVector s00 = FloatVector.fromArray(LANES, start, i0);
        FloatVector s01 = FloatVector.fromArray(LANES, start, i0 + W);
        FloatVector s10 = FloatVector.fromArray(LANES, start, i1);
        FloatVector s11 = FloatVector.fromArray(LANES, start, i1 + W);
        FloatVector s20 = FloatVector.fromArray(LANES, start, i2);
        FloatVector s21 = FloatVector.fromArray(LANES, start, i2 + W);
        FloatVector s30 = FloatVector.fromArray(LANES, start, i3);
        FloatVector s31 = FloatVector.fromArray(LANES, start, i3 + W);
        for (int e = first; e < end; e++) {
          int b = right0 + rowOf[e] * columns;
          int v = e * 4;
          FloatVector b0 = FloatVector.fromArray(LANES, right, b);
          FloatVector b1 = FloatVector.fromArray(LANES, right, b + W);
          FloatVector a = FloatVector.broadcast(LANES, values[v]);
          s00 = a.fma(b0, s00);
          s01 = a.fma(b1, s01);
          a = FloatVector.broadcast(LANES, values[v + 1]);
          s10 = a.fma(b0, s10);
          s11 = a.fma(b1, s11);
          a = FloatVector.broadcast(LANES, values[v + 2]);
          s20 = a.fma(b0, s20);
          s21 = a.fma(b1, s21);
          a = FloatVector.broadcast(LANES, values[v + 3]);
          s30 = a.fma(b0, s30);
          s31 = a.fma(b1, s31);
        }
        s00.intoArray(out, o0);
        s01.intoArray(out, o0 + W);
        s10.intoArray(out, o1);
        s11.intoArray(out, o1 + W);
        s20.intoArray(out, o2);
        s21.intoArray(out, o2 + W);
        s30.intoArray(out, o3);
        s31.intoArray(out, o3 + W);
      }
    }
  }
}
