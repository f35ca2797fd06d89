package glassbox.linalg;

import java.util.Arrays;

/** The product as one would write it down: the reference that {@link SimdKernels} must equal. */
final class PlainKernels implements Kernels {
  @Override
  public String name() {
    return "plain";
  }

  @Override
  public void multiplyRows(Product p, int from, int to) {
    for (int i = from; i < to; i++) {
      int row = i * p.columns;
      if (p.bias == null) {
        Arrays.fill(p.out, row, row + p.columns, 0f);
      } else {
        System.arraycopy(p.bias, 0, p.out, row, p.columns);
      }
      for (int k = 0; k < p.inner; k++) {
        addScaledRow(p, p.left[i * p.leftRow + k * p.leftColumn], k * p.columns, row);
      }
    }
  }

  /** out row += scale * right row. */
  private static void addScaledRow(Product p, float scale, int right, int row) {
    for (int j = 0; j < p.columns; j++) {
      p.out[row + j] = Math.fma(scale, p.right[right + j], p.out[row + j]);
    }
  }
}
