package glassbox.linalg;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of four by two vectors, for processors with 16 vector registers: 8 for the sums, 2 for the
 * right factor and one for the left. See {@link SimdKernels} for the rules of such methods.
 */
final class NarrowTiles {
  private static final VectorSpecies<Float> LANES = SimdKernels.LANES;
  private static final int W = LANES.length();

  /** Columns of a tile. */
  static final int COLUMNS = 2 * W;

  private NarrowTiles() {}

  /** Adds the product of a panel to four rows of the result. */
  static void dense(Tile t) {
    float[] left = t.left;
    float[] right = t.right;
    float[] out = t.out;
    float[] start = t.start;
    int a0 = t.left0;
    int a1 = t.left1;
    int a2 = t.left2;
    int a3 = t.left3;
    int step = t.leftStep;
    int rightStep = t.rightStep;
    int o0 = t.out0;
    int o1 = t.out1;
    int o2 = t.out2;
    int o3 = t.out3;
    int s0 = t.start0;
    int s1 = t.start1;
    int s2 = t.start2;
    int s3 = t.start3;
    FloatVector s00 = FloatVector.fromArray(LANES, start, s0);
    FloatVector s01 = FloatVector.fromArray(LANES, start, s0 + W);
    FloatVector s10 = FloatVector.fromArray(LANES, start, s1);
    FloatVector s11 = FloatVector.fromArray(LANES, start, s1 + W);
    FloatVector s20 = FloatVector.fromArray(LANES, start, s2);
    FloatVector s21 = FloatVector.fromArray(LANES, start, s2 + W);
    FloatVector s30 = FloatVector.fromArray(LANES, start, s3);
    FloatVector s31 = FloatVector.fromArray(LANES, start, s3 + W);
    int inner = t.inner;
    for (int k = 0, a = 0, b = t.right0; k < inner; k++, a += step, b += rightStep) {
      FloatVector b0 = FloatVector.fromArray(LANES, right, b);
      FloatVector b1 = FloatVector.fromArray(LANES, right, b + W);
      FloatVector x = FloatVector.broadcast(LANES, left[a0 + a]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      x = FloatVector.broadcast(LANES, left[a1 + a]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      x = FloatVector.broadcast(LANES, left[a2 + a]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      x = FloatVector.broadcast(LANES, left[a3 + a]);
      s30 = x.fma(b0, s30);
      s31 = x.fma(b1, s31);
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

  /** Adds one chunk of x times these columns of the weights to a strip of sums. */
  static void sparseForward(NonZeros x, int chunk, Product p, int j, float[] out) {
    int[] counts = x.counts;
    byte[] rowOf = x.rowOf;
    float[] values = x.values;
    float[] right = p.right;
    int columns = p.columns;
    int groups = x.groups();
    for (int g = 0; g < groups; g++) {
      int list = chunk * groups + g;
      int count = counts[list];
      if (count == 0) {
        continue;
      }
      int w0 = g * 4 * columns + j;
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
      int first = list * NonZeros.CHUNK;
      for (int e = first; e < first + count; e++) {
        int o = rowOf[e] * SimdKernels.STRIP;
        int v = e * 4;
        FloatVector a = FloatVector.broadcast(LANES, values[v]);
        FloatVector s0 = a.fma(w00, FloatVector.fromArray(LANES, out, o));
        FloatVector s1 = a.fma(w01, FloatVector.fromArray(LANES, out, o + W));
        a = FloatVector.broadcast(LANES, values[v + 1]);
        s0 = a.fma(w10, s0);
        s1 = a.fma(w11, s1);
        a = FloatVector.broadcast(LANES, values[v + 2]);
        s0 = a.fma(w20, s0);
        s1 = a.fma(w21, s1);
        a = FloatVector.broadcast(LANES, values[v + 3]);
        s0 = a.fma(w30, s0);
        s1 = a.fma(w31, s1);
        s0.intoArray(out, o);
        s1.intoArray(out, o + W);
      }
    }
  }

  /** Sets a block to these columns of xᵀ times the right factor, for some groups of x's columns. */
  static void sparseTransposed(NonZeros x, Product p, int j, GradientBlock block) {
    int[] counts = x.counts;
    byte[] rowOf = x.rowOf;
    float[] values = x.values;
    float[] right = p.right;
    float[] out = block.values;
    int stride = block.stride;
    int fromGroup = block.firstRow / NonZeros.GROUP;
    int toGroup = fromGroup + block.rows / NonZeros.GROUP;
    int columns = p.columns;
    int groups = x.groups();
    int chunks = x.chunks();
    for (int g = fromGroup; g < toGroup; g++) {
      FloatVector s00 = FloatVector.zero(LANES);
      FloatVector s01 = s00;
      FloatVector s10 = s00;
      FloatVector s11 = s00;
      FloatVector s20 = s00;
      FloatVector s21 = s00;
      FloatVector s30 = s00;
      FloatVector s31 = s00;
      for (int chunk = 0; chunk < chunks; chunk++) {
        int list = chunk * groups + g;
        int top = chunk * NonZeros.CHUNK * columns + j;
        int first = list * NonZeros.CHUNK;
        int end = first + counts[list];
        for (int e = first; e < end; e++) {
          int b = top + rowOf[e] * columns;
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
      }
      int o0 = block.at + (g - fromGroup) * 4 * stride + j - block.firstColumn;
      int o1 = o0 + stride;
      int o2 = o1 + stride;
      int o3 = o2 + stride;
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
