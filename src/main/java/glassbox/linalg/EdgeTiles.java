package glassbox.linalg;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of four by one vector, of which only the lanes in range are read and written: the columns
 * at the right edge that fill no wider tile. See {@link SimdKernels} for the rules of such methods.
 */
final class EdgeTiles {
  private static final VectorSpecies<Float> LANES = SimdKernels.LANES;
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  /** Rows of a dense tile. */
  static final int ROWS = 4;

  private EdgeTiles() {}

  /**
   * Adds the product of a panel to four rows of the result.
   *
   * @param i the first of them
   * @param last how many rows there are behind it; where fewer than three, the last one is computed
   *     again in the place of the others
   */
  static void dense(Tile t, int i, int last, int lanes) {
    VectorMask<Float> inRange = LANES.indexInRange(0, lanes);
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
    FloatVector s00 = FloatVector.fromArray(LANES, start, s0, inRange);
    FloatVector s10 = FloatVector.fromArray(LANES, start, s1, inRange);
    FloatVector s20 = FloatVector.fromArray(LANES, start, s2, inRange);
    FloatVector s30 = FloatVector.fromArray(LANES, start, s3, inRange);
    for (int k = 0, step = 0; k < inner; k++, step += rightRow) {
      int b = right0 + step;
      FloatVector b0 = FloatVector.fromArray(LANES, right, b, inRange);
      FloatVector x = FloatVector.broadcast(LANES, left[a0 + k]);
      s00 = x.fma(b0, s00);
      x = FloatVector.broadcast(LANES, left[a1 + k]);
      s10 = x.fma(b0, s10);
      x = FloatVector.broadcast(LANES, left[a2 + k]);
      s20 = x.fma(b0, s20);
      x = FloatVector.broadcast(LANES, left[a3 + k]);
      s30 = x.fma(b0, s30);
    }
    s00.intoArray(out, o0, inRange);
    s10.intoArray(out, o1, inRange);
    s20.intoArray(out, o2, inRange);
    s30.intoArray(out, o3, inRange);
  }

  /**
   * Adds one chunk of x times these columns of the weights to their sums, which begin at an index.
   */
  static void sparseForward(
      NonZeros x, int chunk, Strip weights, int j, int lanes, MemorySegment sums, int at) {
    VectorMask<Float> inRange = LANES.indexInRange(0, lanes);
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
      int w0 = g * 4 * columns + j - weights.firstColumn;
      int w1 = w0 + columns;
      int w2 = w1 + columns;
      int w3 = w2 + columns;
      FloatVector w00 = FloatVector.fromArray(LANES, right, w0, inRange);
      FloatVector w10 = FloatVector.fromArray(LANES, right, w1, inRange);
      FloatVector w20 = FloatVector.fromArray(LANES, right, w2, inRange);
      FloatVector w30 = FloatVector.fromArray(LANES, right, w3, inRange);
      int first = list * NonZeros.CHUNK;
      for (int e = first; e < first + count; e++) {
        long o = at * 4L + rowOf[e] * Tile.SUMS_ROW;
        int v = e * 4;
        FloatVector a = FloatVector.broadcast(LANES, values[v]);
        FloatVector s0 = a.fma(w00, FloatVector.fromMemorySegment(LANES, sums, o, ORDER, inRange));
        a = FloatVector.broadcast(LANES, values[v + 1]);
        s0 = a.fma(w10, s0);
        a = FloatVector.broadcast(LANES, values[v + 2]);
        s0 = a.fma(w20, s0);
        a = FloatVector.broadcast(LANES, values[v + 3]);
        s0 = a.fma(w30, s0);
        s0.intoMemorySegment(sums, o, ORDER, inRange);
      }
    }
  }

  /**
   * Adds to a block, in these columns, what one chunk of x contributes to xᵀ times the right
   * factor; the first chunk sets it.
   */
  static void sparseTransposed(
      NonZeros x, int chunk, Product p, int j, int lanes, GradientBlock block) {
    VectorMask<Float> inRange = LANES.indexInRange(0, lanes);
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
    int right0 = chunk * NonZeros.CHUNK * columns + j;
    for (int g = fromGroup; g < toGroup; g++) {
      int count = counts[lists + g];
      if (count == 0 && chunk > 0) {
        continue;
      }
      int o0 = block.at + (g - fromGroup) * 4 * stride + j - block.firstColumn;
      int o1 = o0 + stride;
      int o2 = o1 + stride;
      int o3 = o2 + stride;
      int i0 = o0 * startFactor;
      int i1 = i0 + startStride;
      int i2 = i1 + startStride;
      int i3 = i2 + startStride;
      FloatVector s00 = FloatVector.fromArray(LANES, start, i0, inRange);
      FloatVector s10 = FloatVector.fromArray(LANES, start, i1, inRange);
      FloatVector s20 = FloatVector.fromArray(LANES, start, i2, inRange);
      FloatVector s30 = FloatVector.fromArray(LANES, start, i3, inRange);
      int first = (lists + g) * NonZeros.CHUNK;
      for (int e = first; e < first + count; e++) {
        int b = right0 + rowOf[e] * columns;
        int v = e * 4;
        FloatVector b0 = FloatVector.fromArray(LANES, right, b, inRange);
        FloatVector a = FloatVector.broadcast(LANES, values[v]);
        s00 = a.fma(b0, s00);
        a = FloatVector.broadcast(LANES, values[v + 1]);
        s10 = a.fma(b0, s10);
        a = FloatVector.broadcast(LANES, values[v + 2]);
        s20 = a.fma(b0, s20);
        a = FloatVector.broadcast(LANES, values[v + 3]);
        s30 = a.fma(b0, s30);
      }
      s00.intoArray(out, o0, inRange);
      s10.intoArray(out, o1, inRange);
      s20.intoArray(out, o2, inRange);
      s30.intoArray(out, o3, inRange);
    }
  }
}
