package glassbox.linalg;

import java.util.ArrayList;
import java.util.List;

/**
 * How fast this processor multiplies and adds at most, and how near each product comes to that. The
 * best of several short runs counts: what else the machine does can only make a run slower.
 */
public final class KernelBenchmark {
  private static final int RUNS = 9;
  private static final int RUNS_OF_PRODUCT = 60;
  private static final double RUN_SECONDS = 0.01;

  /** Until then the virtual machine compiles, and the processor of the compiler's is not ours. */
  private static final double WARM_UP_SECONDS = 1;

  private final Compute compute;

  /** A benchmark of this kernel on these threads. */
  public KernelBenchmark(Compute compute) {
    this.compute = compute;
  }

  /** A product and its billions of multiplications and additions a second. */
  public record Speed(String product, double gflops) {}

  /** The processor's limit for dense products, on all threads of the compute: 10⁹ flop/s. */
  public double fmaGflops() {
    return compute.fmaGflops(RUNS);
  }

  /** The three products of a first layer, dense, and a wide one, each with its gradients. */
  public List<Speed> products() {
    List<Speed> speeds = new ArrayList<>();
    speeds.addAll(layer(32, 784, 128));
    speeds.addAll(layer(128, 1024, 1024));
    return speeds;
  }

  private List<Speed> layer(int n, int d, int h) {
    Matrix x = filled(n, d);
    Matrix w = filled(d, h);
    Matrix y = filled(n, h);
    Matrix gradient = new Matrix(d, h);
    Matrix dx = new Matrix(n, d);
    float[] bias = new float[h];
    double flop = 2.0 * n * d * h;
    String shape = n + "x" + d + "x" + h;
    return List.of(
        new Speed(shape, gflops(flop, () -> compute.multiply(x, w, bias, y))),
        new Speed(
            shape + " weight gradient",
            gflops(flop, () -> compute.multiplyTransposedLeft(x, y, gradient))),
        new Speed(
            shape + " input gradient",
            gflops(flop, () -> compute.multiplyTransposedRight(y, w, dx))));
  }

  private static Matrix filled(int rows, int columns) {
    Matrix matrix = new Matrix(rows, columns);
    for (int i = 0; i < matrix.size(); i++) {
      matrix.values()[i] = (i * 7 % 13 - 6) / 64f;
    }
    return matrix;
  }

  private static double gflops(double flop, Runnable product) {
    secondsOf(product, WARM_UP_SECONDS);
    double best = Double.POSITIVE_INFINITY;
    for (int run = 0; run < RUNS_OF_PRODUCT; run++) {
      best = Math.min(best, secondsOf(product, RUN_SECONDS));
    }
    return flop / best / 1e9;
  }

  /** The mean time of a product that is computed again and again for so long. */
  private static double secondsOf(Runnable product, double atLeast) {
    long start = System.nanoTime();
    long times = 0;
    double seconds;
    do {
      product.run();
      times++;
      seconds = (System.nanoTime() - start) / 1e9;
    } while (seconds < atLeast);
    return seconds / times;
  }
}
