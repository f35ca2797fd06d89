package glassbox.linalg;

/**
 * The way back through a layer whose weights do not fit into a processor's cache, by blocks of
 * their rows: the gradient of the inputs that meet a block, then that of its weights, then the use
 * of the latter. A weight comes from memory once for all three, and its gradient never goes there.
 */
final class BackwardBlocks {
  /** From 2 MiB on, more than a core's second-level cache has, or all of it. */
  private static final int LEAST_WEIGHTS = 1 << 19;

  /** Half a MiB of weights at once, where their rows are not so long that they would be too few. */
  private static final int BLOCK = 1 << 17;

  /** A panel of {@link SkippingTiles} has so many columns, which are rows here. */
  private static final int LEAST_ROWS = 64;

  private static final int MOST_ROWS = 256;

  /** Values of y, and of a gradient, that are in the second-level cache together. */
  private static final int SECOND_LEVEL = 1 << 15;

  private final Kernels kernels;
  private final Workers workers;
  private final Workers.Share share = this::takeBlocks;
  private final ThreadLocal<Room> rooms = ThreadLocal.withInitial(Room::new);

  /** dx = y · wᵀ, the zeros of y skipped. */
  private final Product skipping = new Product();

  private final NonZeroBits nonZerosOfY = new NonZeroBits();

  /** dxᵀ = w · yᵀ, where they are too few. */
  private final Product turned = new Product();

  private float[] yTransposed = {};
  private float[] dxTransposed = {};

  // What the present work needs.
  private Matrix x = new Matrix(0, 0);
  private Matrix y = new Matrix(0, 0);
  private float[] xValues = {};
  private float[] dxValues = {};
  private GradientUse use = block -> {};
  private boolean skips;
  private boolean isFiniteY;
  private int rowsAtOnce;
  private int columnsAtOnce;

  /** What a thread needs for a block. */
  private static final class Room {
    final Product product = new Product();
    final NonZeroBits nonZeros = new NonZeroBits();
    final GradientBlock gradient = new GradientBlock();
    float[] xTransposed = {};
  }

  BackwardBlocks(Kernels kernels, Workers workers) {
    this.kernels = kernels;
    this.workers = workers;
  }

  /** Whether so many weights had better come from memory once. */
  static boolean isWorth(int weights) {
    return weights >= LEAST_WEIGHTS;
  }

  /** dx = y · wᵀ; xᵀ · y goes to its use, which may change w. */
  void multiply(
      Matrix inputs,
      Matrix outputGradient,
      Matrix w,
      Matrix inputGradient,
      GradientUse useOfBlocks) {
    x = inputs;
    y = outputGradient;
    xValues = inputs.valuesToRead(); // puts pixels together, which only this thread may do
    dxValues = inputGradient.values();
    use = useOfBlocks;
    isFiniteY = kernels.allFinite(y.valuesToRead(), 0, y.columns(), y.rows(), y.columns());
    prepareInputGradient(w);
    rowsAtOnce = Math.clamp(BLOCK / w.columns() / LEAST_ROWS * LEAST_ROWS, LEAST_ROWS, MOST_ROWS);
    columnsAtOnce = Math.max(LEAST_ROWS, SECOND_LEVEL / Math.max(y.rows(), rowsAtOnce));
    if (workers.isWorthSharing((long) y.rows() * w.size())) {
      workers.run(Math.min(workers.mostParts(), blocks()), share);
    } else {
      takeBlocks(0, 1);
    }
  }

  private void prepareInputGradient(Matrix w) {
    int n = y.rows();
    int h = y.columns();
    skipping
        .left(y.valuesToRead(), h)
        .rightTransposed(w.valuesToRead(), w.rows(), h)
        .into(dxValues, null);
    skips =
        kernels.mightSkip(skipping, n)
            && w.isKnownFinite()
            && kernels.skipZeros(skipping, n, nonZerosOfY);
    if (!skips) {
      yTransposed = room(yTransposed, y.size());
      dxTransposed = room(dxTransposed, x.size());
      kernels.transpose(y.valuesToRead(), 0, h, n, h, yTransposed, 0, n);
      turned.left(w.valuesToRead(), h).right(yTransposed, h, n).into(dxTransposed, null);
    }
  }

  private static float[] room(float[] array, int size) {
    return array.length < size ? new float[size] : array;
  }

  private int blocks() {
    return Math.ceilDiv(x.columns(), rowsAtOnce);
  }

  /** One part's blocks: the same ones for any number of threads. */
  private void takeBlocks(int part, int parts) {
    Room room = rooms.get();
    int end = (int) ((long) blocks() * (part + 1) / parts);
    for (int block = (int) ((long) blocks() * part / parts); block < end; block++) {
      int from = block * rowsAtOnce;
      int to = Math.min(from + rowsAtOnce, x.columns());
      computeInputGradient(from, to);
      useWeightGradient(room, from, to);
    }
  }

  private void computeInputGradient(int from, int to) {
    int n = y.rows();
    if (skips) {
      kernels.multiply(skipping, 0, n, from, to);
    } else {
      kernels.multiply(turned, from, to, 0, n);
      kernels.transpose(dxTransposed, from * n, n, to - from, n, dxValues, from, x.columns());
    }
  }

  private void useWeightGradient(Room room, int from, int to) {
    int rows = to - from;
    int n = x.rows();
    int columns = y.columns();
    room.xTransposed = room(room.xTransposed, rows * n);
    kernels.transpose(xValues, from, x.columns(), n, rows, room.xTransposed, 0, n);
    GradientBlock block = room.gradient;
    block.makeRoom(rows * columns);
    Product product = room.product;
    product.left(room.xTransposed, n).right(y.valuesToRead(), n, columns).into(block.values, null);
    if (isFiniteY && kernels.mightSkip(product, rows)) {
      kernels.skipZeros(product, rows, room.nonZeros);
    }
    block.firstRow = from;
    block.rows = rows;
    block.stride = columns;
    for (int column = 0; column < columns; column += columnsAtOnce) {
      int end = Math.min(column + columnsAtOnce, columns);
      kernels.multiply(product, 0, rows, column, end);
      block.at = column;
      block.firstColumn = column;
      block.columns = end - column;
      use.take(block);
    }
  }
}
