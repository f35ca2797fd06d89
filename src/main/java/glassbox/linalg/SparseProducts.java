package glassbox.linalg;

import org.jspecify.annotations.Nullable;

/**
 * The products of a first layer whose images are given without their black pixels, on all threads.
 *
 * <p>What is shared is shared by columns: of a network like the seed's, whose weights fit into the
 * caches, each thread has its own in {@linkplain Strip an array apart}, as long as nothing but
 * plain descent changes them. Then only what the layer gives and gets travels between the threads,
 * a fiftieth of what its weights would be.
 */
final class SparseProducts {
  /** Values of a gradient that are used at once: 16 KiB. */
  private static final int BLOCK = 4096;

  /** Columns are given to threads in whole vectors: in so many. */
  private static final int COLUMN_UNIT = 16;

  /** Columns that are worth a strip. */
  private static final int STRIP_UNIT = 32;

  /** From so many multiply-adds on strips gain more than two threads need to meet. */
  private static final long WORTH_STRIPS = 400_000;

  private static final float[] NONE = {};

  private final Kernels kernels;
  private final Workers workers;
  private final Product product = new Product();
  private final Workers.Share chunkShare = this::multiplyChunks;
  private final Workers.Share intoGradient = this::multiplyIntoGradient;
  private final Workers.Share intoUse = this::multiplyIntoUse;
  private final Workers.Share stripShare = this::multiplyStrip;
  private final Workers.Share stripIntoUse = this::multiplyStripIntoUse;

  /** Each thread's own blocks: with values of their own, and views of a whole gradient. */
  private final ThreadLocal<GradientBlock> blocks = ThreadLocal.withInitial(GradientBlock::new);

  private final ThreadLocal<GradientBlock> views = ThreadLocal.withInitial(GradientBlock::new);
  private final Strip whole = new Strip();

  // What the shares of the present work need to know.
  private NonZeros x = new NonZeros(0, NonZeros.GROUP);
  private Strip[] strips = {};
  private int[] stripEnds = {};
  private int columnParts;
  private boolean checked;
  private volatile boolean finite;
  private Matrix gradient = new Matrix(0, 0);
  private GradientUse use = block -> {};

  SparseProducts(Kernels kernels, Workers workers) {
    this.kernels = kernels;
    this.workers = workers;
  }

  /**
   * out = x · w + bias.
   *
   * @return false where w turned out not to be finite: the result is then wrong
   */
  boolean multiply(NonZeros images, Matrix w, float @Nullable [] bias, Matrix out) {
    x = images;
    x.fillUp();
    if (w.areStripsCurrent() && w.isKnownFinite()) {
      strips = w.strips(stripEnds(w.columns()));
      product.right(NONE, w.rows(), w.columns()).into(out.values(), bias);
      workers.runEach(strips.length, stripShare);
      return true;
    }
    whole.of(w.valuesToRead(), w.columns());
    product.right(whole.values, w.rows(), w.columns()).into(out.values(), bias);
    finite = true;
    checked = w.isKnownFinite();
    if (workers.isWorthSharing(x.size() * product.columns)) {
      columnParts = Math.min(workers.sharers(), Math.ceilDiv(product.columns, COLUMN_UNIT));
      int parts = Math.min(workers.mostParts() / columnParts, x.chunks()) * columnParts;
      workers.run(parts, chunkShare);
    } else {
      columnParts = 1;
      multiplyChunks(0, 1);
    }
    w.setKnownFinite(finite);
    return finite;
  }

  /** One part's columns of some chunks. */
  private void multiplyChunks(int part, int parts) {
    int from = firstColumn(part % columnParts);
    int to = firstColumn(part % columnParts + 1);
    int chunkParts = parts / columnParts;
    int chunkPart = part / columnParts;
    int columns = product.columns;
    if (chunkPart == 0
        && !checked
        && !kernels.allFinite(product.right, from, columns, product.inner, to - from)) {
      finite = false;
    }
    int end = x.chunks() * (chunkPart + 1) / chunkParts;
    for (int chunk = x.chunks() * chunkPart / chunkParts; chunk < end; chunk++) {
      kernels.multiplySparse(x, product, whole, chunk, from, to);
    }
  }

  private void multiplyStrip(int part, int parts) {
    Strip strip = strips[part];
    for (int chunk = 0; chunk < x.chunks(); chunk++) {
      kernels.multiplySparse(x, product, strip, chunk, strip.firstColumn, strip.endColumn());
    }
  }

  /** xᵀ · y, with a y that is finite. */
  void multiplyTransposed(NonZeros images, Matrix y, Matrix into) {
    x = images;
    gradient = into;
    product.right(y.valuesToRead(), y.rows(), y.columns());
    share(intoGradient);
  }

  /** The same product, of which each block is used as soon as it is there. */
  void multiplyTransposed(NonZeros images, Matrix y, GradientUse useOfBlocks) {
    x = images;
    use = useOfBlocks;
    product.right(y.valuesToRead(), y.rows(), y.columns());
    Matrix w = use.onlyWeights();
    if (w != null && w.stepPaysForStrips() && isWorthStrips(w)) {
      strips = w.strips(stripEnds(w.columns()));
      w.setStripsWritten();
      workers.runEach(strips.length, stripIntoUse);
    } else {
      if (w != null) {
        w.valuesToRead(); // puts strips together, which only this thread may do
      }
      share(intoUse);
    }
  }

  private void share(Workers.Share blocksOfPart) {
    if (workers.isWorthSharing(x.size() * product.columns)) {
      columnParts = Math.min(workers.sharers(), Math.ceilDiv(product.columns, COLUMN_UNIT));
      workers.run(columnParts, blocksOfPart);
    } else {
      columnParts = 1;
      blocksOfPart.run(0, 1);
    }
  }

  private boolean isWorthStrips(Matrix w) {
    long work = x.size() * w.columns();
    return workers.threads() > 1
        && w.columns() >= 2 * STRIP_UNIT
        && work >= WORTH_STRIPS
        && !workers.isWorthSharing(work)
        && w.isKnownFinite();
  }

  /** Where each thread's columns end. */
  private int[] stripEnds(int columns) {
    if (stripEnds.length == 0 || stripEnds[stripEnds.length - 1] != columns) {
      int units = columns / STRIP_UNIT;
      int parts = Math.min(workers.sharers(), units);
      stripEnds = new int[parts];
      for (int part = 0; part < parts; part++) {
        stripEnds[part] = part == parts - 1 ? columns : units * (part + 1) / parts * STRIP_UNIT;
      }
    }
    return stripEnds;
  }

  /** One part's columns of the gradient. */
  private void multiplyIntoGradient(int part, int parts) {
    GradientBlock block = views.get().of(gradient, 0, gradient.rows());
    block.firstColumn = firstColumn(part);
    block.columns = firstColumn(part + 1) - block.firstColumn;
    block.at = block.firstColumn;
    kernels.multiplySparseTransposed(x, product, block);
  }

  private void multiplyIntoUse(int part, int parts) {
    useBlocks(null, firstColumn(part), firstColumn(part + 1));
  }

  private void multiplyStripIntoUse(int part, int parts) {
    useBlocks(strips[part], strips[part].firstColumn, strips[part].endColumn());
  }

  /** Some columns block by block, each used while it is in the first-level cache. */
  private void useBlocks(@Nullable Strip strip, int from, int to) {
    GradientBlock block = blocks.get();
    block.strip = strip;
    block.firstColumn = from;
    block.columns = to - from;
    block.stride = block.columns;
    block.at = 0;
    int groupsAtOnce = Math.max(1, BLOCK / block.columns / NonZeros.GROUP);
    block.makeRoom(groupsAtOnce * NonZeros.GROUP * block.columns);
    boolean leavesZerosOut = use.keepsAtZero();
    int group = 0;
    while (group < x.groups()) {
      int end = Math.min(group + groupsAtOnce, x.groups());
      if (leavesZerosOut) {
        end = endOfNonZeros(group, end);
      }
      if (end > group) {
        block.firstRow = group * NonZeros.GROUP;
        block.rows = (end - group) * NonZeros.GROUP;
        kernels.multiplySparseTransposed(x, product, block);
        use.take(block);
      }
      group = Math.max(end, group + 1);
    }
  }

  /** Where the groups that are not empty end, from one on; itself where it is empty. */
  private int endOfNonZeros(int group, int most) {
    int end = group;
    while (end < most && !x.isEmpty(end)) {
      end++;
    }
    return end;
  }

  /** Where a part's columns begin, in whole units. */
  private int firstColumn(int part) {
    int units = Math.ceilDiv(product.columns, COLUMN_UNIT);
    return Math.min(product.columns, units * part / columnParts * COLUMN_UNIT);
  }
}
