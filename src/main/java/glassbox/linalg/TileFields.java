package glassbox.linalg;

/** A cache line in front of the fields of a {@link Tile}. */
class LineBefore {
  long before0;
  long before1;
  long before2;
  long before3;
  long before4;
  long before5;
  long before6;
  long before7;
}

/**
 * What a {@link Tile} knows; in a class of its own because a virtual machine orders fields by
 * class.
 */
class TileFields extends LineBefore {
  float[] left = {};
  int left0;
  int left1;
  int left2;
  int left3;
  int left4;
  float[] right = {};
  int right0;
  int rightStep;
  int inner;
  float[] start = {};
  int start0;
  int start1;
  int start2;
  int start3;
  int start4;
  float[] out = {};
  int out0;
  int out1;
  int out2;
  int out3;
  int out4;

  /** Part of the right factor, copied so that what a tile reads stands together. */
  float[] panel = {};
}
