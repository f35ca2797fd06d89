package glassbox.linalg;

/**
 * out = y · wᵀ, computed as outᵀ = w · yᵀ: a batch is smaller than the weights and so costs less to
 * transpose; every sum is the same. Rows of w give columns of the result, on any thread.
 */
final class TurnedProduct {
  private final Kernels kernels;
  private final Product product = new Product();
  private float[] yTransposed = {};
  private float[] outTransposed = {};
  private float[] out = {};
  private int outColumns;

  TurnedProduct(Kernels kernels) {
    this.kernels = kernels;
  }

  /** Gets ready for out[N x D], of y[N x H] and w[D x H]. */
  void prepare(Matrix y, Matrix w, Matrix result) {
    int n = y.rows();
    int h = y.columns();
    if (yTransposed.length < y.size()) {
      yTransposed = new float[y.size()];
    }
    if (outTransposed.length < result.size()) {
      outTransposed = new float[result.size()];
    }
    kernels.transpose(y.valuesToRead(), 0, h, n, h, yTransposed, 0, n);
    product.left(w.valuesToRead(), h).right(yTransposed, h, n).into(outTransposed, null);
    out = result.values();
    outColumns = result.columns();
  }

  /** Computes the columns of the result that belong to some rows of w. */
  void multiply(int from, int to) {
    int n = product.columns;
    kernels.multiply(product, from, to, 0, n);
    kernels.transpose(outTransposed, from * n, n, to - from, n, out, from, outColumns);
  }
}
