package glassbox.linalg;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of one row by eight vectors for a left factor with many zeros, as the answers of a hidden
 * layer of ReLUs are. Only what is not 0 is multiplied; which that is, a word of bits says for 64
 * values at a time.
 *
 * <p>Each multiply-add loads its own vector of the right factor. So these come from a panel that
 * begins at a cache line: a vector that lies in two lines is loaded twice, and half of all vectors
 * in Java's arrays do, a third of the speed. See {@link SimdKernels} for the rules of such methods.
 */
final class SkippingTiles {
  private static final VectorSpecies<Float> LANES = SimdKernels.LANES;
  private static final int W = LANES.length();
  private static final int BYTES = LANES.vectorByteSize();
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  /** Columns of a tile, and of the panel. */
  static final int COLUMNS = 8 * W;

  /** Rows that one call does, one after the other. */
  static final int ROWS = 4;

  private SkippingTiles() {}

  /**
   * Adds the product with a panel to some rows of the result.
   *
   * @param t where the rows are; its panel holds the 64 rows of the right factor that a word is
   *     about
   * @param word which word of each row
   */
  static void dense(Tile t, NonZeroBits bits, int word, int from, int to) {
    long[] words = bits.words;
    int wordsOfRow = bits.wordsOfRow;
    MemorySegment panel = t.alignedPanel;
    float[] left = t.left;
    float[] start = t.start;
    float[] out = t.out;
    int a = t.left0 + from * t.leftRow;
    int s = t.start0 + from * t.startRow;
    int o = t.out0 + from * t.outRow;
    int leftRow = t.leftRow;
    int startRow = t.startRow;
    int outRow = t.outRow;
    for (int i = from; i < to; i++, a += leftRow, s += startRow, o += outRow) {
      long rest = words[i * wordsOfRow + word];
      FloatVector s0 = FloatVector.fromArray(LANES, start, s);
      FloatVector s1 = FloatVector.fromArray(LANES, start, s + W);
      FloatVector s2 = FloatVector.fromArray(LANES, start, s + 2 * W);
      FloatVector s3 = FloatVector.fromArray(LANES, start, s + 3 * W);
      FloatVector s4 = FloatVector.fromArray(LANES, start, s + 4 * W);
      FloatVector s5 = FloatVector.fromArray(LANES, start, s + 5 * W);
      FloatVector s6 = FloatVector.fromArray(LANES, start, s + 6 * W);
      FloatVector s7 = FloatVector.fromArray(LANES, start, s + 7 * W);
      for (int count = Long.bitCount(rest); count > 0; count--) {
        int k = Long.numberOfTrailingZeros(rest);
        rest &= rest - 1;
        long b = (long) k * 8 * BYTES;
        FloatVector x = FloatVector.broadcast(LANES, left[a + k]);
        s0 = x.fma(FloatVector.fromMemorySegment(LANES, panel, b, ORDER), s0);
        s1 = x.fma(FloatVector.fromMemorySegment(LANES, panel, b + BYTES, ORDER), s1);
        s2 = x.fma(FloatVector.fromMemorySegment(LANES, panel, b + 2 * BYTES, ORDER), s2);
        s3 = x.fma(FloatVector.fromMemorySegment(LANES, panel, b + 3 * BYTES, ORDER), s3);
        s4 = x.fma(FloatVector.fromMemorySegment(LANES, panel, b + 4 * BYTES, ORDER), s4);
        s5 = x.fma(FloatVector.fromMemorySegment(LANES, panel, b + 5 * BYTES, ORDER), s5);
        s6 = x.fma(FloatVector.fromMemorySegment(LANES, panel, b + 6 * BYTES, ORDER), s6);
        s7 = x.fma(FloatVector.fromMemorySegment(LANES, panel, b + 7 * BYTES, ORDER), s7);
      }
      s0.intoArray(out, o);
      s1.intoArray(out, o + W);
      s2.intoArray(out, o + 2 * W);
      s3.intoArray(out, o + 3 * W);
      s4.intoArray(out, o + 4 * W);
      s5.intoArray(out, o + 5 * W);
      s6.intoArray(out, o + 6 * W);
      s7.intoArray(out, o + 7 * W);
    }
  }
}
