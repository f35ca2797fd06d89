package glassbox.linalg;

/**
 * Four or five rows of a product over some of its inner dimension, as the tiles see it: where each
 * row of the left factor, of the sums so far and of the result begins. Reused from call to call.
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

  /** The sums of some columns of a sparse product, [NonZeros.CHUNK x SUMS]. */
  final float[] sums = new float[NonZeros.CHUNK * SUMS];

  /** The same start for all rows. */
  void startAt(float[] values, int at) {
    start = values;
    start0 = at;
    start1 = at;
    start2 = at;
    start3 = at;
    start4 = at;
  }

  /** Goes on with the sums that stand in the result. */
  void startFromResult() {
    start = out;
    start0 = out0;
    start1 = out1;
    start2 = out2;
    start3 = out3;
    start4 = out4;
  }

  /** Steps to the columns on the right. */
  void moveRight(int columns) {
    right0 += columns;
    start0 += columns;
    start1 += columns;
    start2 += columns;
    start3 += columns;
    start4 += columns;
    out0 += columns;
    out1 += columns;
    out2 += columns;
    out3 += columns;
    out4 += columns;
  }
}
