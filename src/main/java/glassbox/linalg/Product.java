package glassbox.linalg;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One product {@code out[M x N] = bias[N] + left[M x K] · right[K x N]} as the kernels see it. The
 * values of a row of the left factor stand side by side: element (i, k) at {@code i * leftRow + k}.
 * Reused from call to call, so that a step allocates nothing.
 */
final class Product {
  float[] left = {};
  int leftRow;
  float[] right = {};
  float @Nullable [] bias;
  float[] out = {};
  int inner;
  int columns;

  /** Whether (k, j) of the right factor stands at {@code j * inner + k}, as in wᵀ. */
  boolean rightTransposed;

  /** Which values of the left factor are not 0, where it pays to skip the others. */
  @Nullable NonZeroBits nonZeros;

  Product left(float[] values, int rowStride) {
    left = values;
    leftRow = rowStride;
    return this;
  }

  Product right(float[] values, int rows, int columnCount) {
    right = values;
    inner = rows;
    columns = columnCount;
    rightTransposed = false;
    nonZeros = null;
    return this;
  }

  /** The transpose of such a matrix as the right factor. */
  Product rightTransposed(float[] values, int rows, int columnCount) {
    right(values, columnCount, rows);
    rightTransposed = true;
    return this;
  }

  Product into(float[] values, float @Nullable [] startRow) {
    out = values;
    bias = startRow;
    return this;
  }

  /** Sets these rows and columns of the result to what the sums begin with. */
  void startRows(int from, int to, int fromColumn, int toColumn) {
    for (int row = from; row < to; row++) {
      copyStart(fromColumn, out, row * columns + fromColumn, toColumn - fromColumn);
    }
  }

  /** Copies what the sums of these columns begin with. */
  void copyStart(int fromColumn, float[] to, int at, int columnCount) {
    if (bias == null) {
      Arrays.fill(to, at, at + columnCount, 0f);
    } else {
      System.arraycopy(bias, fromColumn, to, at, columnCount);
    }
  }
}
