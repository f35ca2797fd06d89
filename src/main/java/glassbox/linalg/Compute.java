package glassbox.linalg;

import java.util.Arrays;
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
  private static final int PARTS_PER_THREAD = 2;

  /** From so many columns on it pays to copy a matrix into the order in which it is read. */
  private static final int LONG_STRIDE = 256;

  /** Columns that are worth a part of their own: whole pages of rows are read then. */
  private static final int WIDE_PART = 256;

  /** Columns are given to threads in whole vectors: in so many. */
  private static final int COLUMN_UNIT = 16;

  private final Kernels kernels;
  private final Workers workers;
  private final Product product = new Product();
  private float[] transposed = {};
  private final Workers.Share rowShare = this::multiplyRows;
  private final Workers.Share columnShare = this::multiplyColumns;
  private final Workers.Share sparseShare = this::multiplyChunks;
  private final Workers.Share sparseTransposedShare = this::multiplyGroups;
  private final Workers.Share rangeShare = this::runRange;

  // What the shares of the present work need to know.
  private int rowsToShare;
  private int columnParts;
  private volatile boolean finite;
  private NonZeros sparse = new NonZeros(0, NonZeros.GROUP);
  private Range range = (from, to) -> {};
  private int rangeSize;

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

  /**
   * out[N x H] = x[N x D] · w[D x H] + bias[H]. The zeros of a sparse x are skipped, which changes
   * no bit, unless w holds something of which 0 times is not 0.
   */
  public void multiply(Matrix x, Matrix w, float @Nullable [] bias, Matrix out) {
    require(x.columns() == w.rows(), "inner sizes", x, w);
    require(out.rows() == x.rows() && out.columns() == w.columns(), "result", out, w);
    require(bias == null || bias.length == w.columns(), "bias", out, w);
    product.right(w.values(), w.rows(), w.columns()).into(out.values(), bias);
    NonZeros nonZeros = x.nonZeros();
    if (nonZeros == null || !multiplySparse(nonZeros)) {
      product.left(x.values(), x.columns(), 1);
      multiplyAll(out.rows());
    }
  }

  /**
   * out[D x H] = xᵀ · y, with x[N x D] and y[N x H]: the gradient of a layer's weights. The zeros
   * of a sparse x are skipped as in {@link #multiply}.
   */
  public void multiplyTransposedLeft(Matrix x, Matrix y, Matrix out) {
    require(x.rows() == y.rows(), "row counts", x, y);
    require(out.rows() == x.columns() && out.columns() == y.columns(), "result", out, y);
    product.right(y.values(), y.rows(), y.columns()).into(out.values(), null);
    NonZeros nonZeros = x.nonZeros();
    if (nonZeros != null && allFinite(y)) {
      multiplySparseTransposed(nonZeros);
    } else {
      leftTransposed(x, y.columns());
      multiplyAll(out.rows());
    }
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
    Arrays.fill(sums, 0f);
    for (int n = 0, row = 0; n < y.rows(); n++, row += sums.length) {
      for (int h = 0; h < sums.length; h++) {
        sums[h] += y.values()[row + h];
      }
    }
  }

  private void multiplyAll(int rows) {
    if (!isWorthSharing((long) rows * product.inner * product.columns)) {
      kernels.multiply(product, 0, rows, 0, product.columns);
    } else if (product.columns >= rows && product.columns >= WIDE_PART * workers.threads()) {
      rowsToShare = rows;
      workers.run(Math.min(mostParts(), product.columns / WIDE_PART), columnShare);
    } else {
      rowsToShare = rows;
      workers.run(Math.min(mostParts(), Math.ceilDiv(rows, 4)), rowShare);
    }
  }

  /** One part's columns: of a wide product, so that no two threads read the same right factor. */
  private void multiplyColumns(int part, int parts) {
    int units = Math.ceilDiv(product.columns, WIDE_PART / 4);
    int from = units * part / parts * (WIDE_PART / 4);
    int to = Math.min(product.columns, units * (part + 1) / parts * (WIDE_PART / 4));
    kernels.multiply(product, 0, rowsToShare, from, to);
  }

  /** One part's rows, in whole tiles of four. */
  private void multiplyRows(int part, int parts) {
    int quads = Math.ceilDiv(rowsToShare, 4);
    int from = Math.min(rowsToShare, quads * part / parts * 4);
    int to = Math.min(rowsToShare, quads * (part + 1) / parts * 4);
    kernels.multiply(product, from, to, 0, product.columns);
  }

  /** Returns false where the right factor turned out not to be finite: the result is then wrong. */
  private boolean multiplySparse(NonZeros x) {
    sparse = x;
    finite = true;
    if (isWorthSharing(x.size() * product.columns)) {
      columnParts = Math.min(workers.threads(), Math.ceilDiv(product.columns, COLUMN_UNIT));
      workers.run(Math.min(mostParts() / columnParts, x.chunks()) * columnParts, sparseShare);
    } else {
      columnParts = 1;
      multiplyChunks(0, 1);
    }
    return finite;
  }

  /** One part's columns of some chunks. */
  private void multiplyChunks(int part, int parts) {
    int units = Math.ceilDiv(product.columns, COLUMN_UNIT);
    int column = part % columnParts;
    int from = units * column / columnParts * COLUMN_UNIT;
    int to = Math.min(product.columns, units * (column + 1) / columnParts * COLUMN_UNIT);
    int chunkParts = parts / columnParts;
    int chunkPart = part / columnParts;
    if (chunkPart == 0
        && !kernels.allFinite(product.right, product.inner, product.columns, from, to)) {
      finite = false;
    }
    int end = sparse.chunks() * (chunkPart + 1) / chunkParts;
    for (int chunk = sparse.chunks() * chunkPart / chunkParts; chunk < end; chunk++) {
      kernels.multiplySparse(sparse, product, chunk, from, to);
    }
  }

  private void multiplySparseTransposed(NonZeros x) {
    sparse = x;
    if (isWorthSharing(x.size() * product.columns)) {
      workers.run(Math.min(mostParts(), x.groups()), sparseTransposedShare);
    } else {
      kernels.multiplySparseTransposed(x, product, 0, x.groups());
    }
  }

  private void multiplyGroups(int part, int parts) {
    int groups = sparse.groups();
    int from = groups * part / parts;
    int to = groups * (part + 1) / parts;
    kernels.multiplySparseTransposed(sparse, product, from, to);
  }

  /** A work on the numbers [from, to) of something. */
  public interface Range {
    void run(int from, int to);
  }

  /** Does a work that is cheap for each of so many numbers, shared where they are many. */
  public void forEach(int size, Range work) {
    if (isWorthSharing(4L * size)) {
      range = work;
      rangeSize = size;
      workers.run(mostParts(), rangeShare);
    } else {
      work.run(0, size);
    }
  }

  private void runRange(int part, int parts) {
    range.run(
        (int) ((long) rangeSize * part / parts), (int) ((long) rangeSize * (part + 1) / parts));
  }

  /**
   * Lets a thread that is idle do a job until {@link #awaitAhead}; without helpers that does it.
   */
  public void ahead(Runnable job) {
    workers.ahead(job);
  }

  /** Returns when the job given to {@link #ahead} is done. */
  public void awaitAhead() {
    workers.awaitAhead();
  }

  /** The best of several runs of nothing but multiply-adds on all threads, 10⁹ flop/s. */
  double fmaGflops(int runs) {
    double[] flop = new double[threads()];
    double best = 0;
    for (int run = 0; run < runs; run++) {
      long start = System.nanoTime();
      workers.run(threads(), (part, parts) -> flop[part] = multiplyAndAdd());
      best = Math.max(best, Arrays.stream(flop).sum() / (System.nanoTime() - start));
    }
    return best;
  }

  private double multiplyAndAdd() {
    Kernels.Fma done = kernels.multiplyAndAdd(2_000_000);
    return Float.isNaN(done.result()) ? Double.NaN : done.flop(); // so that it must be computed
  }

  boolean allFinite(Matrix m) {
    return kernels.allFinite(m.values(), m.rows(), m.columns(), 0, m.columns());
  }

  private boolean isWorthSharing(long work) {
    return workers.threads() > 1 && work >= WORTH_SHARING;
  }

  private int mostParts() {
    return Math.min(Workers.MOST_PARTS, PARTS_PER_THREAD * workers.threads());
  }

  /**
   * Sets xᵀ as the left factor: by its strides, or as a copy where long strides would cost more.
   * The values of one column stand so far apart that few of them fit into the cache together.
   */
  private void leftTransposed(Matrix x, int times) {
    if (x.columns() >= LONG_STRIDE && times >= LONG_STRIDE) {
      transpose(x);
      product.left(transposed, x.rows(), 1);
    } else {
      product.left(x.values(), 1, x.columns());
    }
  }

  /** Fills {@link #transposed} with wᵀ. */
  private void transpose(Matrix w) {
    if (transposed.length < w.size()) {
      transposed = new float[w.size()];
    }
    kernels.transpose(w.values(), w.rows(), w.columns(), transposed);
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
