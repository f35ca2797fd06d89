package glassbox.linalg;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of four by four vectors, for processors with 32 vector registers: 16 for the sums, 4 for
 * the right factor and one for the left. See {@link SimdKernels} for the rules of such methods.
 */
final class WideTiles {
  private static final VectorSpecies<Float> LANES = SimdKernels.LANES;
  private static final int W = LANES.length();
  private static final int BYTES = LANES.vectorByteSize();
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  /** Rows of a dense tile. */
  static final int ROWS = 4;

  /** Columns of a tile. */
  static final int COLUMNS = 4 * W;

  private WideTiles() {}

  /**
   * Adds the product of a panel to four rows of the result.
   *
   * @param i the first of them
   * @param last how many rows there are behind it; where fewer than three, the last one is computed
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
    int o0 = out0 + i * outRow;
    int o1 = o0 + Math.min(1, last) * outRow;
    int o2 = o0 + Math.min(2, last) * outRow;
    int o3 = o0 + Math.min(3, last) * outRow;
    int s0 = start0 + i * startRow;
    int s1 = s0 + Math.min(1, last) * startRow;
    int s2 = s0 + Math.min(2, last) * startRow;
    int s3 = s0 + Math.min(3, last) * startRow;
    FloatVector s00 = FloatVector.fromArray(LANES, start, s0);
    FloatVector s01 = FloatVector.fromArray(LANES, start, s0 + W);
    FloatVector s02 = FloatVector.fromArray(LANES, start, s0 + 2 * W);
    FloatVector s03 = FloatVector.fromArray(LANES, start, s0 + 3 * W);
    FloatVector s10 = FloatVector.fromArray(LANES, start, s1);
    FloatVector s11 = FloatVector.fromArray(LANES, start, s1 + W);
    FloatVector s12 = FloatVector.fromArray(LANES, start, s1 + 2 * W);
    FloatVector s13 = FloatVector.fromArray(LANES, start, s1 + 3 * W);
    FloatVector s20 = FloatVector.fromArray(LANES, start, s2);
    FloatVector s21 = FloatVector.fromArray(LANES, start, s2 + W);
    FloatVector s22 = FloatVector.fromArray(LANES, start, s2 + 2 * W);
    FloatVector s23 = FloatVector.fromArray(LANES, start, s2 + 3 * W);
    FloatVector s30 = FloatVector.fromArray(LANES, start, s3);
    FloatVector s31 = FloatVector.fromArray(LANES, start, s3 + W);
    FloatVector s32 = FloatVector.fromArray(LANES, start, s3 + 2 * W);
    FloatVector s33 = FloatVector.fromArray(LANES, start, s3 + 3 * W);
    for (int k = 0, step = 0; k < inner; k++, step += rightRow) {
      int b = right0 + step;
      FloatVector b0 = FloatVector.fromArray(LANES, right, b);
      FloatVector b1 = FloatVector.fromArray(LANES, right, b + W);
      FloatVector b2 = FloatVector.fromArray(LANES, right, b + 2 * W);
      FloatVector b3 = FloatVector.fromArray(LANES, right, b + 3 * W);
      FloatVector x = FloatVector.broadcast(LANES, left[a0 + k]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      s02 = x.fma(b2, s02);
      s03 = x.fma(b3, s03);
      x = FloatVector.broadcast(LANES, left[a1 + k]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      s12 = x.fma(b2, s12);
      s13 = x.fma(b3, s13);
      x = FloatVector.broadcast(LANES, left[a2 + k]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      s22 = x.fma(b2, s22);
      s23 = x.fma(b3, s23);
      x = FloatVector.broadcast(LANES, left[a3 + k]);
      s30 = x.fma(b0, s30);
      s31 = x.fma(b1, s31);
      s32 = x.fma(b2, s32);
      s33 = x.fma(b3, s33);
    }
    s00.intoArray(out, o0);
    s01.intoArray(out, o0 + W);
    s02.intoArray(out, o0 + 2 * W);
    s03.intoArray(out, o0 + 3 * W);
    s10.intoArray(out, o1);
    s11.intoArray(out, o1 + W);
    s12.intoArray(out, o1 + 2 * W);
    s13.intoArray(out, o1 + 3 * W);
    s20.intoArray(out, o2);
    s21.intoArray(out, o2 + W);
    s22.intoArray(out, o2 + 2 * W);
    s23.intoArray(out, o2 + 3 * W);
    s30.intoArray(out, o3);
    s31.intoArray(out, o3 + W);
    s32.intoArray(out, o3 + 2 * W);
    s33.intoArray(out, o3 + 3 * W);
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
      int end = first + count;
      for (int j = from; j < to; j += COLUMNS) {
        long top = (at + j - from) * 4L;
        int w0 = g * 4 * columns + j - weights.firstColumn;
        int w1 = w0 + columns;
        int w2 = w1 + columns;
        int w3 = w2 + columns;
        FloatVector w00 = FloatVector.fromArray(LANES, right, w0);
        FloatVector w01 = FloatVector.fromArray(LANES, right, w0 + W);
        FloatVector w02 = FloatVector.fromArray(LANES, right, w0 + 2 * W);
        FloatVector w03 = FloatVector.fromArray(LANES, right, w0 + 3 * W);
        FloatVector w10 = FloatVector.fromArray(LANES, right, w1);
        FloatVector w11 = FloatVector.fromArray(LANES, right, w1 + W);
        FloatVector w12 = FloatVector.fromArray(LANES, right, w1 + 2 * W);
        FloatVector w13 = FloatVector.fromArray(LANES, right, w1 + 3 * W);
        FloatVector w20 = FloatVector.fromArray(LANES, right, w2);
        FloatVector w21 = FloatVector.fromArray(LANES, right, w2 + W);
        FloatVector w22 = FloatVector.fromArray(LANES, right, w2 + 2 * W);
        FloatVector w23 = FloatVector.fromArray(LANES, right, w2 + 3 * W);
        FloatVector w30 = FloatVector.fromArray(LANES, right, w3);
        FloatVector w31 = FloatVector.fromArray(LANES, right, w3 + W);
        FloatVector w32 = FloatVector.fromArray(LANES, right, w3 + 2 * W);
        FloatVector w33 = FloatVector.fromArray(LANES, right, w3 + 3 * W);
        for (int e = first; e < end; e++) {
          long o = top + rowOf[e] * Tile.SUMS_ROW;
          int v = e * 4;
          FloatVector a = FloatVector.broadcast(LANES, values[v]);
          FloatVector s0 = a.fma(w00, FloatVector.fromMemorySegment(LANES, sums, o, ORDER));
          FloatVector s1 = a.fma(w01, FloatVector.fromMemorySegment(LANES, sums, o + BYTES, ORDER));
          FloatVector s2 =
              a.fma(w02, FloatVector.fromMemorySegment(LANES, sums, o + 2 * BYTES, ORDER));
          FloatVector s3 =
              a.fma(w03, FloatVector.fromMemorySegment(LANES, sums, o + 3 * BYTES, ORDER));
          a = FloatVector.broadcast(LANES, values[v + 1]);
          s0 = a.fma(w10, s0);
          s1 = a.fma(w11, s1);
          s2 = a.fma(w12, s2);
          s3 = a.fma(w13, s3);
          a = FloatVector.broadcast(LANES, values[v + 2]);
          s0 = a.fma(w20, s0);
          s1 = a.fma(w21, s1);
          s2 = a.fma(w22, s2);
          s3 = a.fma(w23, s3);
          a = FloatVector.broadcast(LANES, values[v + 3]);
          s0 = a.fma(w30, s0);
          s1 = a.fma(w31, s1);
          s2 = a.fma(w32, s2);
          s3 = a.fma(w33, s3);
          s0.intoMemorySegment(sums, o, ORDER);
          s1.intoMemorySegment(sums, o + BYTES, ORDER);
          s2.intoMemorySegment(sums, o + 2 * BYTES, ORDER);
          s3.intoMemorySegment(sums, o + 3 * BYTES, ORDER);
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
        FloatVector s02 = FloatVector.fromArray(LANES, start, i0 + 2 * W);
        FloatVector s03 = FloatVector.fromArray(LANES, start, i0 + 3 * W);
        FloatVector s10 = FloatVector.fromArray(LANES, start, i1);
        FloatVector s11 = FloatVector.fromArray(LANES, start, i1 + W);
        FloatVector s12 = FloatVector.fromArray(LANES, start, i1 + 2 * W);
        FloatVector s13 = FloatVector.fromArray(LANES, start, i1 + 3 * W);
        FloatVector s20 = FloatVector.fromArray(LANES, start, i2);
        FloatVector s21 = FloatVector.fromArray(LANES, start, i2 + W);
        FloatVector s22 = FloatVector.fromArray(LANES, start, i2 + 2 * W);
        FloatVector s23 = FloatVector.fromArray(LANES, start, i2 + 3 * W);
        FloatVector s30 = FloatVector.fromArray(LANES, start, i3);
        FloatVector s31 = FloatVector.fromArray(LANES, start, i3 + W);
        FloatVector s32 = FloatVector.fromArray(LANES, start, i3 + 2 * W);
        FloatVector s33 = FloatVector.fromArray(LANES, start, i3 + 3 * W);
        for (int e = first; e < end; e++) {
          int b = right0 + rowOf[e] * columns;
          int v = e * 4;
          FloatVector b0 = FloatVector.fromArray(LANES, right, b);
          FloatVector b1 = FloatVector.fromArray(LANES, right, b + W);
          FloatVector b2 = FloatVector.fromArray(LANES, right, b + 2 * W);
          FloatVector b3 = FloatVector.fromArray(LANES, right, b + 3 * W);
          FloatVector a = FloatVector.broadcast(LANES, values[v]);
          s00 = a.fma(b0, s00);
          s01 = a.fma(b1, s01);
          s02 = a.fma(b2, s02);
          s03 = a.fma(b3, s03);
          a = FloatVector.broadcast(LANES, values[v + 1]);
          s10 = a.fma(b0, s10);
          s11 = a.fma(b1, s11);
          s12 = a.fma(b2, s12);
          s13 = a.fma(b3, s13);
          a = FloatVector.broadcast(LANES, values[v + 2]);
          s20 = a.fma(b0, s20);
          s21 = a.fma(b1, s21);
          s22 = a.fma(b2, s22);
          s23 = a.fma(b3, s23);
          a = FloatVector.broadcast(LANES, values[v + 3]);
          s30 = a.fma(b0, s30);
          s31 = a.fma(b1, s31);
          s32 = a.fma(b2, s32);
          s33 = a.fma(b3, s33);
        }
        s00.intoArray(out, o0);
        s01.intoArray(out, o0 + W);
        s02.intoArray(out, o0 + 2 * W);
        s03.intoArray(out, o0 + 3 * W);
        s10.intoArray(out, o1);
        s11.intoArray(out, o1 + W);
        s12.intoArray(out, o1 + 2 * W);
        s13.intoArray(out, o1 + 3 * W);
        s20.intoArray(out, o2);
        s21.intoArray(out, o2 + W);
        s22.intoArray(out, o2 + 2 * W);
        s23.intoArray(out, o2 + 3 * W);
        s30.intoArray(out, o3);
        s31.intoArray(out, o3 + W);
        s32.intoArray(out, o3 + 2 * W);
        s33.intoArray(out, o3 + 3 * W);
      }
    }
  }
}
