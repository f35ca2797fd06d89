package glassbox.linalg;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The three products of a dense layer, and what else of a step is long, on a chosen kernel and
 * number of threads. Shapes are checked here, once; the kernels rely on it. An instance belongs to
 * one thread at a time and must be closed when it has helpers.
 */
public final class Compute implements AutoCloseable {
  /** The kernels that {@code --kernel} can name, the fastest first. */
  public static final List<String> KERNELS = List.of("simd", "plain");

  /** Columns that are worth a part of their own: whole pages of rows are read then. */
  private static final int WIDE_PART = 256;

  private final Kernels kernels;
  private final Workers workers;
  private final SparseProducts sparse;
  private final BackwardBlocks backward;
  private final TurnedProduct turned;
  private final Product product = new Product();
  private final NonZeroBits nonZeroBits = new NonZeroBits();
  private final Exponential exponential = new Exponential();
  private float[] transposed = {};
  private final Workers.Share rowShare = this::multiplyRows;
  private final Workers.Share columnShare = this::multiplyColumns;
  private final Workers.Share inputGradientShare = this::multiplyAndTurn;
  private final Workers.Share useShare = this::useRows;

  private final ThreadLocal<GradientBlock> views = ThreadLocal.withInitial(GradientBlock::new);

  // What the shares of the present work need to know.
  private int rowsToShare;
  private boolean compiling;
  private @Nullable Runnable jobAhead;
  private Matrix gradient = new Matrix(0, 0);
  private GradientUse gradientUse = block -> {};

  private Compute(Kernels kernels, int threads, boolean prepares) {
    this.kernels = kernels;
    this.workers = new Workers(threads, prepares);
    this.sparse = new SparseProducts(kernels, workers);
    this.backward = new BackwardBlocks(kernels, workers);
    this.turned = new TurnedProduct(kernels);
  }

  /**
   * Kernels by name with so many threads.
   *
   * @throws IllegalArgumentException where the name is not in {@link #KERNELS} or threads is not in
   *     [1, 256]
   */
  public static Compute of(String kernel, int threads) {
    return of(kernel, threads, false);
  }

  /**
   * One thread on kernels that are to be compiled by being used. Others do without them until
   * {@link #setCompiled}.
   */
  public static Compute compiling(String kernel) {
    if (!kernel.equals("simd")) {
      return of(kernel, 1);
    }
    Compute compute = new Compute(new SimdKernels(), 1, false);
    compute.compiling = true;
    PatientKernels.compiling();
    return compute;
  }

  /** What {@link #compiling} has given is fast now; {@link #close} says so too. */
  public void setCompiled() {
    if (compiling) {
      compiling = false;
      PatientKernels.compiled();
    }
  }

  /**
   * The same where a processor may be spare beside the threads: there one more thread prepares what
   * is needed {@linkplain #ahead next}.
   */
  public static Compute withPreparer(String kernel, int threads) {
    return of(kernel, threads, true);
  }

  private static Compute of(String kernel, int threads, boolean prepares) {
    if (threads < 1 || threads > 256) {
      throw new IllegalArgumentException("threads must be in [1, 256], got " + threads);
    }
    return switch (kernel) {
      case "plain" -> new Compute(new PlainKernels(), threads, prepares);
      case "simd" -> new Compute(new PatientKernels(), threads, prepares);
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
   * out[N x H] = x[N x D] · w[D x H] + bias[H]. Zeros of x are skipped where they are many and w is
   * finite: 0 times a weight changes no sum (but for the sign of one that is 0).
   */
  public void multiply(Matrix x, Matrix w, float @Nullable [] bias, Matrix out) {
    require(x.columns() == w.rows(), "inner sizes", x, w);
    require(out.rows() == x.rows() && out.columns() == w.columns(), "result", out, w);
    require(bias == null || bias.length == w.columns(), "bias", out, w);
    NonZeros nonZeros = x.nonZeros();
    if (nonZeros == null || !sparse.multiply(nonZeros, w, bias, out)) {
      product.right(w.valuesToRead(), w.rows(), w.columns()).into(out.values(), bias);
      product.left(x.valuesToRead(), x.columns());
      if (nonZeros == null && kernels.mightSkip(product, out.rows()) && kernels.isFinite(w)) {
        kernels.skipZeros(product, out.rows(), nonZeroBits);
      }
      multiplyAll(out.rows());
    }
    offerAhead();
  }

  /**
   * out[D x H] = xᵀ · y, with x[N x D] and y[N x H]: the gradient of a layer's weights. The zeros
   * of a sparse x are skipped as in {@link #multiply}.
   */
  public void multiplyTransposedLeft(Matrix x, Matrix y, Matrix out) {
    requireGradient(x, y, out);
    NonZeros nonZeros = x.nonZeros();
    if (nonZeros != null && allFinite(y)) {
      sparse.multiplyTransposed(nonZeros, y, out);
    } else {
      transpose(x);
      product.right(y.valuesToRead(), y.rows(), y.columns()).into(out.values(), null);
      product.left(transposed, x.rows());
      if (kernels.mightSkip(product, out.rows()) && allFinite(y)) {
        kernels.skipZeros(product, out.rows(), nonZeroBits);
      }
      multiplyAll(out.rows());
    }
  }

  /**
   * The same product, of which each block is used as soon as it is there.
   *
   * @param out room for the product; what stands in it afterwards is not defined
   */
  public void multiplyTransposedLeft(Matrix x, Matrix y, Matrix out, GradientUse use) {
    NonZeros nonZeros = x.nonZeros();
    if (nonZeros != null && allFinite(y)) {
      requireGradient(x, y, out);
      sparse.multiplyTransposed(nonZeros, y, use);
    } else {
      multiplyTransposedLeft(x, y, out);
      use(out, use);
    }
  }

  /** Hands a gradient that is there as a whole to its use, shared by rows where it is large. */
  public void use(Matrix whole, GradientUse use) {
    gradient = whole;
    gradientUse = use;
    Matrix w = use.onlyWeights();
    if (w != null) {
      w.valuesToRead(); // puts strips together, which only this thread may do
    }
    if (workers.isWorthSharing(4L * whole.size()) && whole.rows() > 1) {
      workers.run(Math.min(workers.mostParts(), whole.rows()), useShare);
    } else {
      useRows(0, 1);
    }
  }

  private void useRows(int part, int parts) {
    int from = (int) ((long) gradient.rows() * part / parts);
    int to = (int) ((long) gradient.rows() * (part + 1) / parts);
    gradientUse.take(views.get().of(gradient, from, to));
  }

  private static void requireGradient(Matrix x, Matrix y, Matrix out) {
    require(x.rows() == y.rows(), "row counts", x, y);
    require(out.rows() == x.columns() && out.columns() == y.columns(), "result", out, y);
  }

  /**
   * out[N x D] = y[N x H] · wᵀ, with w[D x H]: the gradient of a layer's inputs. Computed the other
   * way round where that is less to transpose.
   */
  public void multiplyTransposedRight(Matrix y, Matrix w, Matrix out) {
    require(y.columns() == w.columns(), "column counts", y, w);
    require(out.rows() == y.rows() && out.columns() == w.rows(), "result", out, w);
    product
        .left(y.valuesToRead(), y.columns())
        .rightTransposed(w.valuesToRead(), w.rows(), w.columns())
        .into(out.values(), null);
    if (kernels.mightSkip(product, y.rows())
        && kernels.isFinite(w)
        && kernels.skipZeros(product, y.rows(), nonZeroBits)) {
      multiplyAll(y.rows());
      return;
    }
    if (w.size() < y.size() + out.size()) {
      transpose(w);
      product.left(y.valuesToRead(), y.columns()).right(transposed, w.columns(), w.rows());
      multiplyAll(y.rows());
      return;
    }
    turned.prepare(y, w, out);
    rowsToShare = w.rows();
    if (workers.isWorthSharing((long) y.rows() * w.size())) {
      workers.run(Math.min(workers.mostParts(), Math.ceilDiv(w.rows(), 4)), inputGradientShare);
    } else {
      multiplyAndTurn(0, 1);
    }
  }

  /** Whether {@link #multiplyBack} is faster than both products, one after the other. */
  public static boolean paysToMultiplyBack(Matrix w) {
    return BackwardBlocks.isWorth(w.size());
  }

  /**
   * dx[N x D] = y[N x H] · wᵀ, with w[D x H], and the product xᵀ · y of x[N x D], of which each
   * block is used as soon as it is there and the weights of the same place are not needed any more.
   * Every sum is that of the products by themselves.
   */
  public void multiplyBack(Matrix x, Matrix y, Matrix w, Matrix dx, GradientUse use) {
    requireGradient(x, y, w);
    require(dx.rows() == x.rows() && dx.columns() == x.columns(), "result", dx, x);
    backward.multiply(x, y, w, dx, use);
  }

  /** One part's rows of outᵀ, which are columns of the result. */
  private void multiplyAndTurn(int part, int parts) {
    turned.multiply(rowsOfPart(part, parts), rowsOfPart(part + 1, parts));
  }

  /** sums[H] = the sum over the rows of y[N x H], from the first row on. */
  public void columnSums(Matrix y, float[] sums) {
    require(sums.length == y.columns(), "sums", y, y);
    kernels.columnSums(y.valuesToRead(), y.rows(), y.columns(), sums);
  }

  /** out = dy where y is more than 0 or NaN, else 0, of so many y that are not negative. */
  public void keepWherePositive(float[] y, float[] dy, float[] out, int size) {
    if (size > Math.min(y.length, Math.min(dy.length, out.length))) {
      throw new IllegalArgumentException(
          "there are not %d numbers in each of %d, %d and %d"
              .formatted(size, y.length, dy.length, out.length));
    }
    kernels.keepWherePositive(y, dy, out, size);
  }

  /** out = e^(value - the largest of its row), of values [N x C]; out may be the values. */
  public void exponentials(Matrix values, float[] out) {
    if (out.length < values.size()) {
      throw new IllegalArgumentException(
          "no room for %s in %d numbers".formatted(values.shape(), out.length));
    }
    exponential.ofRows(values.valuesToRead(), values.rows(), values.columns(), out);
  }

  private void multiplyAll(int rows) {
    if (!workers.isWorthSharing((long) rows * product.inner * product.columns)) {
      kernels.multiply(product, 0, rows, 0, product.columns);
    } else if (product.columns >= rows && product.columns >= WIDE_PART * workers.threads()) {
      rowsToShare = rows;
      workers.run(Math.min(workers.mostParts(), product.columns / WIDE_PART), columnShare);
    } else {
      rowsToShare = rows;
      workers.run(Math.min(workers.mostParts(), Math.ceilDiv(rows, 4)), rowShare);
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
    int from = rowsOfPart(part, parts);
    kernels.multiply(product, from, rowsOfPart(part + 1, parts), 0, product.columns);
  }

  private int rowsOfPart(int part, int parts) {
    long quads = Math.ceilDiv(rowsToShare, 4);
    return (int) Math.min(rowsToShare, quads * part / parts * 4);
  }

  // The optimizers' updates, on any of the threads: see Updates.

  /** w = w - rate (g + decay w), for the weights of a block. */
  public void descend(Matrix w, GradientBlock g, float rate, float decay) {
    Strip strip = g.strip;
    if (strip == null) {
      noteUpdate(w, kernels.updates().descend(w.valuesToRead(), w.columns(), g, rate, decay));
    } else if (!kernels.updates().descend(strip.values, strip.row, g, rate, decay)) {
      w.setKnownFinite(false);
    }
  }

  /** Descent with momentum: {@code factors} are rate, decay, momentum, now, ahead. */
  public void descendWithMomentum(Matrix w, float[] v, GradientBlock g, float[] factors) {
    noteUpdate(
        w, kernels.updates().descendWithMomentum(wholeRows(w, g), v, w.columns(), g, factors));
  }

  /** RMSprop: {@code factors} are rate, decay, past, fresh, epsilon. */
  public void rmsProp(Matrix w, float[] s, GradientBlock g, float[] factors) {
    noteUpdate(w, kernels.updates().rmsProp(wholeRows(w, g), s, w.columns(), g, factors));
  }

  /** RMSprop with momentum: {@code factors} are rate, decay, past, fresh, epsilon, momentum. */
  public void rmsPropWithMomentum(
      Matrix w, float[] s, float[] v, GradientBlock g, float[] factors) {
    noteUpdate(
        w, kernels.updates().rmsPropWithMomentum(wholeRows(w, g), s, v, w.columns(), g, factors));
  }

  /**
   * Adam: {@code factors} are size, decay, root, kept, beta1, 1 - beta1, beta2, 1 - beta2, epsilon.
   */
  public void adam(Matrix w, float[] m, float[] v, GradientBlock g, float[] factors) {
    noteUpdate(w, kernels.updates().adam(wholeRows(w, g), m, v, w.columns(), g, factors));
  }

  private static float[] wholeRows(Matrix w, GradientBlock g) {
    if (g.strip != null) {
      throw new IllegalStateException("only plain descent changes weights in strips");
    }
    return w.valuesToRead();
  }

  private static void noteUpdate(Matrix w, boolean isFinite) {
    w.setStripsOutdated();
    if (!isFinite) {
      w.setKnownFinite(false);
    }
  }

  /**
   * Lets a thread that is idle do a job until {@link #awaitAhead}; without helpers that does it.
   */
  public void ahead(Runnable job) {
    workers.ahead(job);
  }

  /** The same, begun behind the next product forward: that one has work for all threads. */
  public void aheadBehindProduct(Runnable job) {
    jobAhead = job;
  }

  private void offerAhead() {
    Runnable job = jobAhead;
    if (job != null) {
      jobAhead = null;
      workers.ahead(job);
    }
  }

  /** Whether a thread of its own does jobs ahead: worth its waking for those of some 100 µs. */
  public boolean hasPreparer() {
    return workers.hasPreparer();
  }

  /** Returns when the job given to {@link #ahead} is done. */
  public void awaitAhead() {
    offerAhead();
    workers.awaitAhead();
  }

  /**
   * Has the threads do a work of so many items, in pieces that whoever is free takes next. Returns
   * when all are done.
   */
  public void share(int items, Items work) {
    if (workers.threads() == 1 || items < 2) {
      work.take(0, items);
    } else {
      workers.run(
          Math.min(Workers.MOST_PARTS, items),
          (part, parts) ->
              work.take(
                  (int) ((long) items * part / parts), (int) ((long) items * (part + 1) / parts)));
    }
  }

  /**
   * The best of several runs of nothing but multiply-adds on all threads, 10⁹ flop/s. A run in
   * which a thread did the part of another, because that one was not given a processor in time, is
   * made again.
   */
  double fmaGflops(int runs) {
    double[] flop = new double[workers.sharers()];
    Thread[] by = new Thread[workers.sharers()];
    double best = 0;
    int complete = 0;
    for (int run = 0; run < 4 * runs && complete < runs; run++) {
      long start = System.nanoTime();
      workers.run(
          workers.sharers(),
          (part, parts) -> {
            by[part] = Thread.currentThread();
            flop[part] = multiplyAndAdd();
          });
      best = Math.max(best, Arrays.stream(flop).sum() / (System.nanoTime() - start));
      complete += Arrays.stream(by).distinct().count() == workers.sharers() ? 1 : 0;
    }
    return best;
  }

  private double multiplyAndAdd() {
    Kernels.Fma done = kernels.multiplyAndAdd(2_000_000);
    return Float.isNaN(done.result()) ? Double.NaN : done.flop(); // so that it must be computed
  }

  /** Whether no value is NaN or infinite. */
  public boolean allFinite(Matrix m) {
    return kernels.allFinite(m);
  }

  /** Fills {@link #transposed} with wᵀ. */
  private void transpose(Matrix w) {
    if (transposed.length < w.size()) {
      transposed = new float[w.size()];
    }
    int rows = w.rows();
    kernels.transpose(w.valuesToRead(), 0, w.columns(), rows, w.columns(), transposed, 0, rows);
  }

  private static void require(boolean holds, String what, Matrix a, Matrix b) {
    if (!holds) {
      throw new IllegalArgumentException(
          "product: %s do not fit: %s and %s".formatted(what, a.shape(), b.shape()));
    }
  }

  @Override
  public void close() {
    setCompiled();
    workers.close();
  }
}
