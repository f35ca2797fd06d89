package glassbox.linalg;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Copies matrices, or parts of them, into the order and the place in which tiles read them. */
final class Panels {
  private static final VectorSpecies<Float> LANES = SimdKernels.LANES;
  private static final int W = LANES.length();

  private static final int COLUMNS = SkippingTiles.COLUMNS;
  private static final long ROW = (long) COLUMNS * Float.BYTES;
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;
  private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;
  private static final VectorShuffle<Float> LOW = VectorShuffle.fromValues(FOUR, 0, 4, 1, 5);
  private static final VectorShuffle<Float> HIGH = VectorShuffle.fromValues(FOUR, 2, 6, 3, 7);
  private static final VectorShuffle<Float> FIRST = VectorShuffle.fromValues(FOUR, 0, 1, 4, 5);
  private static final VectorShuffle<Float> SECOND = VectorShuffle.fromValues(FOUR, 2, 3, 6, 7);

  private Panels() {}

  /**
   * Some rows and columns of a right factor as {@link SkippingTiles} reads them: panels side by
   * side, or below each other where it is transposed.
   *
   * <p>What must be transposed goes through an array: whether the aligned memory may be written is
   * looked at for every vector, and for a copy only once.
   */
  static void pack(Product p, int k0, int inner, int j, int columns, Tile t) {
    if (p.rightTransposed) {
      float[] turned = t.room(inner * COLUMNS);
      transpose(p.right, j * p.inner + k0, p.inner, columns, inner, turned, 0, COLUMNS);
      for (int k = 0, panel = 0; k < inner; k += NonZeroBits.COLUMNS, panel++) {
        int values = Math.min(NonZeroBits.COLUMNS, inner - k) * COLUMNS;
        MemorySegment.copy(turned, k * COLUMNS, t.alignedPanels[panel], FLOAT, 0, values);
      }
    } else {
      for (int k = 0; k < inner; k++) {
        int at = (k0 + k) * p.columns + j;
        for (int c = 0, panel = 0; c < columns; c += COLUMNS, panel++) {
          int values = Math.min(COLUMNS, columns - c);
          MemorySegment.copy(p.right, at + c, t.alignedPanels[panel], FLOAT, k * ROW, values);
        }
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

  /**
   * In blocks of four by four, which every processor holds in four registers, and in bands of eight
   * rows: a band writes half a cache line at a time, and rows whose distance is a power of two do
   * not drive each other out of the cache.
   */
  static void transpose(
      float[] from, int at, int stride, int rows, int columns, float[] to, int toAt, int toStride) {
    int wholeRows = rows - rows % 4;
    int wholeColumns = columns - columns % 4;
    for (int r0 = 0; r0 < wholeRows; r0 += 8) {
      int r1 = Math.min(r0 + 8, wholeRows);
      for (int c = 0; c < wholeColumns; c += 4) {
        for (int r = r0; r < r1; r += 4) {
          transposeBlock(from, at + r * stride + c, stride, to, toAt + c * toStride + r, toStride);
        }
      }
    }
    for (int r = 0; r < rows; r++) {
      for (int c = r < wholeRows ? wholeColumns : 0; c < columns; c++) {
        to[toAt + c * toStride + r] = from[at + r * stride + c];
      }
    }
  }

  private static void transposeBlock(
      float[] from, int at, int columns, float[] to, int target, int rows) {
    FloatVector a = FloatVector.fromArray(FOUR, from, at);
    FloatVector b = FloatVector.fromArray(FOUR, from, at + columns);
    FloatVector c = FloatVector.fromArray(FOUR, from, at + 2 * columns);
    FloatVector d = FloatVector.fromArray(FOUR, from, at + 3 * columns);
    FloatVector ab = a.rearrange(LOW, b); // a0 b0 a1 b1
    FloatVector cd = c.rearrange(LOW, d);
    FloatVector abHigh = a.rearrange(HIGH, b); // a2 b2 a3 b3
    FloatVector cdHigh = c.rearrange(HIGH, d);
    ab.rearrange(FIRST, cd).intoArray(to, target); // a0 b0 c0 d0
    ab.rearrange(SECOND, cd).intoArray(to, target + rows);
    abHigh.rearrange(FIRST, cdHigh).intoArray(to, target + 2 * rows);
    abHigh.rearrange(SECOND, cdHigh).intoArray(to, target + 3 * rows);
  }
}
