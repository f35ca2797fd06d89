package glassbox.linalg;

/**
 * Four rows of a product over some of its inner dimension, as the tiles see it: where each row of
 * the left factor, of the sums so far and of the result begins. Reused from call to call.
 */
final class Tile {
  float[] left = {};
  int left0;
  int left1;
  int left2;
  int left3;
  int leftStep;
  float[] right = {};
  int right0;
  int rightStep;
  int inner;
  float[] start = {};
  int start0;
  int start1;
  int start2;
  int start3;
  float[] out = {};
  int out0;
  int out1;
  int out2;
  int out3;

  /** Part of the right factor, copied so that what a tile reads stands together. */
  float[] panel = {};

  /** The same start for all rows. */
  void startAt(float[] values, int at) {
    start = values;
    start0 = at;
    start1 = at;
    start2 = at;
    start3 = at;
  }

  /** Goes on with the sums that stand in the result. */
  void startFromResult() {
    start = out;
    start0 = out0;
    start1 = out1;
    start2 = out2;
    start3 = out3;
  }

  /** Steps to the columns on the right. */
  void moveRight(int columns) {
    right0 += columns;
    start0 += columns;
    start1 += columns;
    start2 += columns;
    start3 += columns;
    out0 += columns;
    out1 += columns;
    out2 += columns;
    out3 += columns;
  }
}
