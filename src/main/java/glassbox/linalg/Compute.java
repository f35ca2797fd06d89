package glassbox.linalg;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The three products of a dense layer on a chosen kernel and number of threads. Shapes are checked
 * here, once; the kernels rely on it. An instance belongs to one thread at a time and must be
 * closed when it has helpers.
 */
public final class Compute implements AutoCloseable {
  /** The kernels that {@code --kernel} can name, the fastest first. */
  public static final List<String> KERNELS = List.of("simd", "plain");

  /** Below so many multiply-adds a product is done before a helper has noticed it. */
  private static final long WORTH_SHARING = 100_000;

  /** A few parts for each thread, so that one that comes late still finds something to do. */
  private static final int PARTS_PER_THREAD = 4;

  private final Kernels kernels;
  private final Workers workers;
  private final Product product = new Product();
  private float[] transposed = {};
  private int rowsToShare;
  private final Workers.Share rowShare = this::multiplyShare;

  private Compute(Kernels kernels, int threads) {
    this.kernels = kernels;
    this.workers = new Workers(threads);
  }

  /**
   * Kernels by name with so many threads.
   *
   * @throws IllegalArgumentException where the name is not in {@link #KERNELS} or threads is not in
   *     [1, 256]
   */
  public static Compute of(String kernel, int threads) {
    if (threads < 1 || threads > 256) {
      throw new IllegalArgumentException("threads must be in [1, 256], got " + threads);
    }
    return switch (kernel) {
      case "plain" -> new Compute(new PlainKernels(), threads);
      case "simd" -> new Compute(new SimdKernels(), threads);
      default -> throw new IllegalArgumentException("kernel must be simd or plain, got " + kernel);
    };
  }

  /**
   * The kernel to use where the user names none: the system property {@code glassbox.kernel}, or
   * SIMD where the Vector API is there.
   */
  public static String defaultKernel() {
    String chosen = System.getProperty("glassbox.kernel", "");
    if (!chosen.isEmpty()) {
      return chosen;
    }
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? "simd" : "plain";
  }

  /** The default kernel on one thread. */
  public static Compute single() {
    return of(defaultKernel(), 1);
  }

  public String kernelName() {
    return kernels.name();
  }

  public int threads() {
    return workers.threads();
  }

  /** out[N x H] = x[N x D] · w[D x H] + bias[H]. */
  public void multiply(Matrix x, Matrix w, float @Nullable [] bias, Matrix out) {
    require(x.columns() == w.rows(), "inner sizes", x, w);
    require(out.rows() == x.rows() && out.columns() == w.columns(), "result", out, w);
    require(bias == null || bias.length == w.columns(), "bias", out, w);
    product
        .left(x.values(), x.columns(), 1)
        .right(w.values(), w.rows(), w.columns())
        .into(out.values(), bias);
    multiplyAll(out.rows());
  }

  /** out[D x H] = xᵀ · y, with x[N x D] and y[N x H]: the gradient of a layer's weights. */
  public void multiplyTransposedLeft(Matrix x, Matrix y, Matrix out) {
    require(x.rows() == y.rows(), "row counts", x, y);
    require(out.rows() == x.columns() && out.columns() == y.columns(), "result", out, y);
    product
        .left(x.values(), 1, x.columns())
        .right(y.values(), y.rows(), y.columns())
        .into(out.values(), null);
    multiplyAll(out.rows());
  }

  /**
   * out[N x D] = y[N x H] · wᵀ, with w[D x H]: the gradient of a layer's inputs. The weights are
   * transposed first, which costs 1/N of the product and keeps the kernels' one inner loop.
   */
  public void multiplyTransposedRight(Matrix y, Matrix w, Matrix out) {
    require(y.columns() == w.columns(), "column counts", y, w);
    require(out.rows() == y.rows() && out.columns() == w.rows(), "result", out, w);
    transpose(w);
    product
        .left(y.values(), y.columns(), 1)
        .right(transposed, w.columns(), w.rows())
        .into(out.values(), null);
    multiplyAll(out.rows());
  }

  /** sums[H] = the sum over the rows of y[N x H], from the first row on. */
  public static void columnSums(Matrix y, float[] sums) {
    require(sums.length == y.columns(), "sums", y, y);
    java.util.Arrays.fill(sums, 0f);
    for (int n = 0, row = 0; n < y.rows(); n++, row += sums.length) {
      for (int h = 0; h < sums.length; h++) {
        sums[h] += y.values()[row + h];
      }
    }
  }

  private void multiplyAll(int rows) {
    long work = (long) rows * product.inner * product.columns;
    if (workers.threads() == 1 || work < WORTH_SHARING) {
      kernels.multiplyRows(product, 0, rows);
    } else {
      rowsToShare = rows;
      int quads = Math.ceilDiv(rows, 4);
      workers.run(Math.min(quads, PARTS_PER_THREAD * workers.threads()), rowShare);
    }
  }

  /** One part's rows, in whole tiles of four. */
  private void multiplyShare(int part, int parts) {
    int quads = (rowsToShare + 3) / 4;
    int from = Math.min(rowsToShare, (int) ((long) quads * part / parts) * 4);
    int to = Math.min(rowsToShare, (int) ((long) quads * (part + 1) / parts) * 4);
    kernels.multiplyRows(product, from, to);
  }

  /** Fills {@link #transposed} in blocks that stay in the first-level cache. */
  private void transpose(Matrix w) {
    int rows = w.rows();
    int columns = w.columns();
    if (transposed.length < w.size()) {
      transposed = new float[w.size()];
    }
    final int block = 16;
    for (int r0 = 0; r0 < rows; r0 += block) {
      int r1 = Math.min(rows, r0 + block);
      for (int c = 0; c < columns; c++) {
        for (int r = r0; r < r1; r++) {
          transposed[c * rows + r] = w.values()[r * columns + c];
        }
      }
    }
  }

  private static void require(boolean holds, String what, Matrix a, Matrix b) {
    if (!holds) {
      throw new IllegalArgumentException(
          "product: %s do not fit: %s and %s".formatted(what, a.shape(), b.shape()));
    }
  }

  @Override
  public void close() {
    workers.close();
  }
}
