package glassbox.linalg;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The fast kernels, or the plain ones while the fast ones are still being compiled.
 *
 * <p>Before it is compiled, vector code makes an object of every vector: a step of the seed network
 * takes half a second then, ten times as long as by the plain loops. Both give the same bits, so
 * they may take turns within a step.
 */
final class PatientKernels implements Kernels {
  /** How many warm-ups of this program have not compiled the fast kernels yet. */
  private static final AtomicInteger COMPILING = new AtomicInteger();

  private final Kernels fast = new SimdKernels();
  private final Kernels plain = new PlainKernels();

  /** From now on until {@link #compiled} the plain kernels do the work. */
  static void compiling() {
    COMPILING.incrementAndGet();
  }

  static void compiled() {
    COMPILING.decrementAndGet();
  }

  private Kernels present() {
    return COMPILING.get() == 0 ? fast : plain;
  }

  @Override
  public String name() {
    return fast.name();
  }

  @Override
  public Updates updates() {
    return present().updates();
  }

  @Override
  public boolean mightSkip(Product p, int rows) {
    return present().mightSkip(p, rows);
  }

  @Override
  public boolean skipZeros(Product p, int rows, NonZeroBits bits) {
    return present().skipZeros(p, rows, bits);
  }

  @Override
  public void multiply(Product p, int from, int to, int fromColumn, int toColumn) {
    present().multiply(p, from, to, fromColumn, toColumn);
  }

  @Override
  public void multiplySparse(
      NonZeros x, Product p, Strip right, int chunk, int fromColumn, int toColumn) {
    present().multiplySparse(x, p, right, chunk, fromColumn, toColumn);
  }

  @Override
  public void multiplySparseTransposed(NonZeros x, Product p, GradientBlock block) {
    present().multiplySparseTransposed(x, p, block);
  }

  @Override
  public void transpose(
      float[] from, int at, int stride, int rows, int columns, float[] to, int toAt, int toStride) {
    present().transpose(from, at, stride, rows, columns, to, toAt, toStride);
  }

  @Override
  public boolean allFinite(float[] values, int at, int stride, int rows, int columns) {
    return present().allFinite(values, at, stride, rows, columns);
  }

  @Override
  public void columnSums(float[] values, int rows, int columns, float[] sums) {
    present().columnSums(values, rows, columns, sums);
  }

  @Override
  public void keepWherePositive(float[] y, float[] dy, float[] out, int size) {
    present().keepWherePositive(y, dy, out, size);
  }

  @Override
  public Fma multiplyAndAdd(int times) {
    return fast.multiplyAndAdd(times);
  }
}
