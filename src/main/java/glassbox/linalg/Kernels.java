package glassbox.linalg;

/**
 * The inner loop of all three products of a dense layer: some rows of a matrix product.
 *
 * <p>Every element is {@code start + left[i,0]*right[0,j] + left[i,1]*right[1,j] + ...}, added in
 * this order by fused multiply-adds. The order is part of the contract: it makes a run the same,
 * bit for bit, on every kernel and for any number of threads.
 */
interface Kernels {
  /** The name that {@code --kernel} takes. */
  String name();

  /** Computes the rows [from, to) of {@code product.out}. */
  void multiplyRows(Product product, int from, int to);
}
