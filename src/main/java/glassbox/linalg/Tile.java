package glassbox.linalg;

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

  /**
   * The sums of some columns of a sparse product, [NonZeros.CHUNK x SUMS], and a row to write into
   * in vain.
   */
  final float[] sums = new float[(NonZeros.CHUNK + 1) * SUMS];

  /** The same start for all rows. */
  void startAt(float[] values, int at) {
    start = values;
    start0 = at;
    startRow = 0;
  }

  /** Goes on with the sums that stand in the result. */
  void startFromResult() {
    start = out;
    start0 = out0;
    startRow = outRow;
  }
}
