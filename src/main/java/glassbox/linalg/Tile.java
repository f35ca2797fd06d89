package glassbox.linalg;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Some columns of a product over some of its inner dimension, as the tiles see them: where the left
 * factor, the right one, the sums so far and the result begin. Reused from call to call.
 *
 * <p>Each thread writes into its own tile all the time. Two of them in one cache line would halve
 * the speed of both threads, and a garbage collector may put any two objects side by side: so there
 * is a cache line of nothing on either side.
 */
final class Tile extends TileFields {
  long after0;
  long after1;
  long after2;
  long after3;
  long after4;
  long after5;
  long after6;
  long after7;

  /** Columns of {@link #sums}: so many that they fill half of a first-level cache. */
  static final int SUMS = 128;

  /** Bytes of their rows. */
  static final long SUMS_ROW = SUMS * Float.BYTES;

  /**
   * The sums of some columns of a sparse product, [NonZeros.CHUNK x SUMS], and a row to write into
   * in vain.
   */
  final MemorySegment sums = aligned((NonZeros.CHUNK + 1) * SUMS_ROW);

  /** Panels that are filled at once. */
  static final int PANELS = 4;

  /**
   * Parts of the right factor as {@link SkippingTiles} reads them, each [NonZeroBits.COLUMNS x
   * SkippingTiles.COLUMNS], from the beginning of a cache line on.
   */
  final MemorySegment[] alignedPanels = new MemorySegment[PANELS];

  /** The one that is read. */
  MemorySegment alignedPanel;

  Tile() {
    long bytes = (long) NonZeroBits.COLUMNS * SkippingTiles.COLUMNS * Float.BYTES;
    Arrays.setAll(alignedPanels, panel -> aligned(bytes));
    alignedPanel = alignedPanels[0];
  }

  private static MemorySegment aligned(long bytes) {
    return Arena.ofAuto().allocate(bytes, 64);
  }

  /** The {@link #panel}, with room for so many values. */
  float[] room(int values) {
    if (panel.length < values) {
      panel = new float[values];
    }
    return panel;
  }

  /** What the sums of a product's columns begin with, from one on: its bias or zeros. */
  void startAt(Product p, int column) {
    if (p.bias != null) {
      startAt(p.bias, column);
    } else {
      startAt(SimdKernels.ZEROS, 0);
    }
  }

  /** The same start for all rows. */
  void startAt(float[] values, int at) {
    start = values;
    start0 = at;
    startRow = 0;
  }

  /** Lets rows of columns that are fewer than a tile has be computed apart, from their start on. */
  void beginNarrow(int from, int to, int columns, int tileColumns) {
    int room = (to - from) * tileColumns;
    if (narrow.length < room) {
      narrow = new float[room];
    }
    for (int i = from; i < to; i++) {
      int at = (i - from) * tileColumns;
      System.arraycopy(start, start0 + i * startRow, narrow, at, columns);
    }
    wideOut = out;
    wideOut0 = out0;
    wideOutRow = outRow;
    out = narrow;
    out0 = -from * tileColumns;
    outRow = tileColumns;
    startFromResult();
  }

  /** Takes what was computed apart into the result. */
  void endNarrow(int from, int to, int columns) {
    for (int i = from; i < to; i++) {
      System.arraycopy(out, out0 + i * outRow, wideOut, wideOut0 + i * wideOutRow, columns);
    }
    out = wideOut;
    out0 = wideOut0;
    outRow = wideOutRow;
  }

  /** Goes on with the sums that stand in the result. */
  void startFromResult() {
    start = out;
    start0 = out0;
    startRow = outRow;
  }
}
