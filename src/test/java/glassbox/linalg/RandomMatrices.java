package glassbox.linalg;

/** Matrices of random numbers that are the same in every run. */
public final class RandomMatrices {
  private RandomMatrices() {}

  /** Standard normal values, [rows x columns]. */
  public static Matrix gaussian(int rows, int columns, long seed) {
    RandomStream random = RandomStream.of(seed, "test", (long) rows * 1_000_003 + columns);
    Matrix matrix = new Matrix(rows, columns);
    for (int i = 0; i < matrix.size(); i++) {
      matrix.values()[i] = (float) random.nextGaussian();
    }
    return matrix;
  }
}
