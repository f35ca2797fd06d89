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
 * class. Each array has the index of the first value and the distance of the rows.
 */
class TileFields extends LineBefore {
  float[] left = {};
  int left0;
  int leftRow;
  float[] right = {};
  int right0;
  int rightRow;
  int inner;
  float[] start = {};
  int start0;
  int startRow;
  float[] out = {};
  int out0;
  int outRow;

  /** Results of columns that are fewer than a tile has, and where they belong. */
  float[] narrow = {};

  float[] wideOut = {};
  int wideOut0;
  int wideOutRow;

  /** Part of the right factor, copied so that what a tile reads stands together. */
  float[] panel = {};
}
