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

  /** Columns of a panel of {@link SkippingTiles}, which are rows here, where a vector has eight. */
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

  /** The same where they are too few. */
  private final TurnedProduct turned;

  // What the present work needs.
  private Matrix x = new Matrix(0, 0);
  private Matrix y = new Matrix(0, 0);
  private float[] xValues = {};
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
    turned = new TurnedProduct(kernels);
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
    use = useOfBlocks;
    isFiniteY = kernels.allFinite(y);
    prepareInputGradient(w, inputGradient);
    rowsAtOnce = Math.clamp(BLOCK / w.columns() / LEAST_ROWS * LEAST_ROWS, LEAST_ROWS, MOST_ROWS);
    columnsAtOnce = Math.max(LEAST_ROWS, SECOND_LEVEL / Math.max(y.rows(), rowsAtOnce));
    if (workers.isWorthSharing((long) y.rows() * w.size())) {
      workers.run(Math.min(workers.mostParts(), blocks()), share);
    } else {
      takeBlocks(0, 1);
    }
  }

  private void prepareInputGradient(Matrix w, Matrix dx) {
    skipping
        .left(y.valuesToRead(), y.columns())
        .rightTransposed(w.valuesToRead(), w.rows(), w.columns())
        .into(dx.values(), null);
    skips =
        kernels.mightSkip(skipping, y.rows())
            && kernels.isFinite(w)
            && kernels.skipZeros(skipping, y.rows(), nonZerosOfY);
    if (!skips) {
      turned.prepare(y, w, dx);
    }
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
    if (skips) {
      kernels.multiply(skipping, 0, y.rows(), from, to);
    } else {
      turned.multiply(from, to);
    }
  }

  private void useWeightGradient(Room room, int from, int to) {
    int rows = to - from;
    int n = x.rows();
    int columns = y.columns();
    if (room.xTransposed.length < rows * n) {
      room.xTransposed = new float[rows * n];
    }
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
