package glassbox.linalg;

import org.jspecify.annotations.Nullable;

/**
 * A rectangle of a weight matrix's gradient, in the moment when it has been computed. Where it
 * stands is linalg's affair: others hand it on to the updates of {@link Compute}.
 */
public final class GradientBlock {
  float[] values = {};

  /** Index of the first value, and the distance of the rows. */
  int at;

  int stride;

  /** Where the rectangle lies in the weight matrix. */
  int firstRow;

  int rows;
  int firstColumn;
  int columns;

  /** Where its weights are, if not in whole rows. */
  @Nullable Strip strip;

  /** A rectangle of a gradient that is there as a whole. */
  GradientBlock of(Matrix gradient, int fromRow, int toRow) {
    values = gradient.valuesToRead();
    stride = gradient.columns();
    at = fromRow * stride;
    firstRow = fromRow;
    rows = toRow - fromRow;
    firstColumn = 0;
    columns = stride;
    strip = null;
    return this;
  }

  /** Makes sure that so many values fit; only where they are the block's own. */
  void makeRoom(int size) {
    if (values.length < size) {
      values = new float[size];
    }
  }

  /** Index of the first weight that belongs to it. */
  int weightAt(int weightColumns) {
    return firstRow * weightColumns + (strip == null ? firstColumn : 0);
  }

  /** Whether its values stand side by side, and the weights' too. */
  boolean isContiguous(int weightColumns) {
    return stride == columns && columns == weightColumns;
  }
}
