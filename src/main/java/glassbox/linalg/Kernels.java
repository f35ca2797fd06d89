package glassbox.linalg;

/**
 * The inner loop of all three products of a dense layer, some rows of a matrix product; and the
 * other loops that are worth vectors.
 *
 * <p>Every element is {@code start + left[i,0]*right[0,j] + left[i,1]*right[1,j] + ...}, added in
 * this order by fused multiply-adds. The order is part of the contract: it makes a run the same,
 * bit for bit, on every kernel and for any number of threads.
 */
interface Kernels {
  /** The name that {@code --kernel} takes. */
  String name();

  /** The optimizers' part, in the same manner. */
  Updates updates();

  /**
   * Finds the values of a product's left factor that are not 0, and has it skip the others if there
   * are many; whether the right factor is finite, as that demands, is the caller's to know.
   *
   * @return whether the product will skip them
   */
  boolean skipZeros(Product product, int rows, NonZeroBits bits);

  /** Whether it is worth looking for zeros in so many rows of the left factor. */
  boolean mightSkip(Product product, int rows);

  /** Computes these rows and columns of {@code product.out}. */
  void multiply(Product product, int from, int to, int fromColumn, int toColumn);

  /**
   * Computes some columns of the rows of one chunk of x, with x as the left factor. The result is
   * the dense one where the right factor is finite.
   *
   * @param right where these columns of the right factor are, in place of the product's own
   */
  void multiplySparse(
      NonZeros x, Product product, Strip right, int chunk, int fromColumn, int toColumn);

  /**
   * Computes a block of whole groups of x's columns, with the transposed x as the left factor. The
   * result is the dense one where the right factor is finite.
   */
  void multiplySparseTransposed(NonZeros x, Product product, GradientBlock block);

  /**
   * Writes the transpose of a matrix [rows x columns] that begins at an index; the strides are the
   * distances between the rows in each array.
   */
  void transpose(
      float[] from, int at, int stride, int rows, int columns, float[] to, int toAt, int toStride);

  /**
   * Whether all of a rectangle [rows x columns] is finite that begins at an index; the stride is
   * the distance of its rows.
   */
  boolean allFinite(float[] values, int at, int stride, int rows, int columns);

  /** Whether all of a matrix is finite. */
  default boolean allFinite(Matrix m) {
    return allFinite(m.valuesToRead(), 0, m.columns(), m.rows(), m.columns());
  }

  /** Whether all weights are finite; looks at them only where that is not known. */
  default boolean isFinite(Matrix w) {
    if (!w.isKnownFinite()) {
      w.setKnownFinite(allFinite(w));
    }
    return w.isKnownFinite();
  }

  /** Sums the rows of values [rows x columns], from the first one on. */
  void columnSums(float[] values, int rows, int columns, float[] sums);

  /** out = dy where y is more than 0 or NaN, else 0; for y that are not negative. */
  void keepWherePositive(float[] y, float[] dy, float[] out, int size);

  /**
   * Does nothing but multiply and add in registers: the processor's limit.
   *
   * @return how many floating-point operations that were, and some number that depends on them all
   */
  Fma multiplyAndAdd(int times);

  /** What {@link #multiplyAndAdd} did. */
  record Fma(double flop, float result) {}
}
