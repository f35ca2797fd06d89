package glassbox.linalg;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The product of {@link PlainKernels} with its sums held in vector registers.
 *
 * <p>The output is walked in tiles of four rows by four vectors ({@link WideTiles}), of six by two
 * where the processor has fewer registers ({@link NarrowTiles}), and of four by one at the right
 * edge ({@link EdgeTiles}); in tiles of one row where many values of the left factor are 0 ({@link
 * SkippingTiles}). A tile's sums stay in registers over the inner dimension, so each loaded vector
 * of the right factor serves four multiply-adds and each broadcast of the left one as many as the
 * tile is wide. Every lane adds in the plain kernel's order: the results are the same bits.
 *
 * <p>The tiles are written out at length on purpose. Methods of more than 325 bytecodes are
 * compiled by themselves; a smaller one is taken into its callers until the compiler's budget ends
 * somewhere within it, and then every vector becomes an object: that was 15 times slower.
 */
final class SimdKernels implements Kernels {
  static {
    // The tiles stay inside arrays whose shapes Compute has checked; the second check in every
    // load would cost about half the speed. Read once by the Vector API when it is first used.
    System.setProperty("jdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK", "0");
  }

  /**
   * The processor's widest vectors, or those of so many bits as the system property {@code
   * glassbox.vectorBits} says: 128, 256 or 512.
   */
  static final VectorSpecies<Float> LANES =
      Integer.getInteger("glassbox.vectorBits") == null
          ? FloatVector.SPECIES_PREFERRED
          : VectorSpecies.of(
              float.class, VectorShape.forBitSize(Integer.getInteger("glassbox.vectorBits")));

  private static final int WIDTH = LANES.length();

  /** Processors with vectors of 512 bits have 32 of them. */
  private static final boolean WIDE = LANES.vectorBitSize() >= 512;

  static final int TILE_COLUMNS = WIDE ? WideTiles.COLUMNS : NarrowTiles.COLUMNS;

  /** A right factor of more values than this fills much of the second-level cache. */
  private static final int WORTH_PACKING = WIDE ? 1 << 16 : 1 << 12;

  /** Rows that must share a packed panel before it pays. */
  private static final int ROWS_TO_PACK_FOR = WIDE ? 64 : 24;

  /** Rows of a panel: with 64 columns they fill two thirds of a first-level cache. */
  private static final int PANEL = 128;

  /** A right factor of so many values leaves half of a first-level cache free. */
  private static final int FIRST_LEVEL = 1 << 12;

  /** Whole tiles of any kind. */
  private static final int ROWS_AT_ONCE = 12;

  /** Rows longer than this are packed whole: some columns of each would touch too many pages. */
  static final int WIDE_ROW = 256;

  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;
  private final Updates updates = new SimdUpdates();

  /** What sums begin with that have no bias: as many as are read at once. */
  static final float[] ZEROS = new float[Math.max(Tile.SUMS, Tile.PANELS * SkippingTiles.COLUMNS)];

  private static final ThreadLocal<Tile> TILE = ThreadLocal.withInitial(Tile::new);

  @Override
  public String name() {
    return "simd";
  }

  @Override
  public Updates updates() {
    return updates;
  }

  @Override
  public boolean mightSkip(Product p, int rows) {
    return SimdSkipping.mightSkip(p, rows);
  }

  @Override
  public boolean skipZeros(Product p, int rows, NonZeroBits bits) {
    return SimdSkipping.skipZeros(p, rows, bits);
  }

  @Override
  public void multiply(Product p, int from, int to, int fromColumn, int toColumn) {
    Tile t = TILE.get();
    NonZeroBits nonZeros = p.nonZeros;
    if (nonZeros != null) {
      SimdSkipping.multiply(p, nonZeros, t, from, to, fromColumn, toColumn);
      return;
    }
    t.left = p.left;
    t.leftRow = p.leftRow;
    t.out = p.out;
    t.outRow = p.columns;
    if (p.inner * p.columns > WORTH_PACKING && to - from >= ROWS_TO_PACK_FOR) {
      multiplyPacked(p, t, from, to, fromColumn, toColumn);
    } else {
      t.right = p.right;
      t.rightRow = p.columns;
      t.inner = p.inner;
      // Where all of the right factor stays in the first-level cache, each row is done at once.
      int rows = p.inner * p.columns > FIRST_LEVEL ? to - from : ROWS_AT_ONCE;
      for (int i = from; i < to; i += rows) {
        for (int j = fromColumn; j < toColumn; j += TILE_COLUMNS) {
          t.right0 = j;
          tileColumn(p, t, 0, i, Math.min(i + rows, to), j, Math.min(TILE_COLUMNS, toColumn - j));
        }
      }
    }
  }

  /**
   * The same by panels of the right factor, each copied tile by tile into an order in which they
   * read it, and then used for all rows. A tile's columns are read at once from rows that are
   * short, and are in the first-level cache then; long ones are copied whole, as memory likes it.
   */
  private static void multiplyPacked(
      Product p, Tile t, int from, int to, int fromColumn, int toColumn) {
    int wide = (toColumn - fromColumn) / TILE_COLUMNS * TILE_COLUMNS;
    int atOnce = p.columns > WIDE_ROW ? wide : TILE_COLUMNS;
    for (int k0 = 0; k0 < p.inner; k0 += PANEL) {
      t.inner = Math.min(PANEL, p.inner - k0);
      t.right = t.room(PANEL * atOnce);
      t.rightRow = TILE_COLUMNS;
      for (int j = 0; j < wide; j += TILE_COLUMNS) {
        if (j % atOnce == 0) {
          pack(p, k0, t.inner, fromColumn + j, atOnce, t.panel);
        }
        t.right0 = j % atOnce * t.inner;
        tileColumn(p, t, k0, from, to, fromColumn + j, TILE_COLUMNS);
      }
      if (fromColumn + wide < toColumn) {
        t.right = p.right;
        t.rightRow = p.columns;
        t.right0 = k0 * p.columns + fromColumn + wide;
        tileColumn(p, t, k0, from, to, fromColumn + wide, toColumn - fromColumn - wide);
      }
    }
  }

  private static void pack(
      Product p, int k0, int inner, int fromColumn, int columns, float[] panel) {
    float[] right = p.right;
    for (int k = 0; k < inner; k++) {
      int source = (k0 + k) * p.columns + fromColumn;
      int target = k * TILE_COLUMNS;
      for (int j = 0; j < columns; j += TILE_COLUMNS, target += inner * TILE_COLUMNS) {
        for (int lane = 0; lane < TILE_COLUMNS; lane += WIDTH) {
          FloatVector.fromArray(LANES, right, source + j + lane).intoArray(panel, target + lane);
        }
      }
    }
  }

  /** Some rows by at most {@link #TILE_COLUMNS} columns from j on, by the widest tiles that fit. */
  private static void tileColumn(Product p, Tile t, int k0, int from, int to, int j, int columns) {
    t.left0 = k0;
    t.out0 = j;
    int done = 0;
    while (done < columns) {
      if (k0 > 0) {
        t.startFromResult();
      } else {
        t.startAt(p, j + done);
      }
      int width = tiles(t, from, to, columns - done);
      t.right0 += width;
      t.out0 += width;
      done += width;
    }
  }

  /**
   * The rows of the first of some columns; returns how many columns that were. Where fewer rows are
   * left than a tile has, the last one is computed again in the place of the others.
   */
  private static int tiles(Tile t, int from, int to, int columns) {
    if (WIDE && columns == WideTiles.COLUMNS) {
      for (int i = from; i < to; i += WideTiles.ROWS) {
        WideTiles.dense(t, i, to - 1 - i);
      }
      return WideTiles.COLUMNS;
    }
    if (columns >= NarrowTiles.COLUMNS) {
      pairs(t, from, to);
      return NarrowTiles.COLUMNS;
    }
    if (!WIDE && columns > WIDTH && to - from > EdgeTiles.ROWS) {
      padded(t, from, to, columns);
      return columns;
    }
    int width = Math.min(WIDTH, columns);
    for (int i = from; i < to; i += EdgeTiles.ROWS) {
      EdgeTiles.dense(t, i, to - 1 - i, width);
    }
    return width;
  }

  /** Two vectors. */
  private static void pairs(Tile t, int from, int to) {
    int i = from;
    for (; i < to - 2; i += NarrowTiles.ROWS) {
      NarrowTiles.dense(t, i, to - 1 - i);
    }
    if (i < to) {
      NarrowTiles.pair(t, i, to - 1 - i);
    }
  }

  /**
   * The last columns by tiles of two whole vectors, which take as long as those of one. What stands
   * behind them is multiplied in vain.
   */
  private static void padded(Tile t, int from, int to, int columns) {
    float[] right = t.right;
    int right0 = t.right0;
    int rightRow = t.rightRow;
    Panels.pad(t, columns);
    t.right = t.panel;
    t.right0 = 0;
    t.rightRow = NarrowTiles.COLUMNS;
    t.beginNarrow(from, to, columns, NarrowTiles.COLUMNS);
    pairs(t, from, to);
    t.endNarrow(from, to, columns);
    t.right = right;
    t.right0 = right0;
    t.rightRow = rightRow;
  }

  /**
   * The sums stand in memory of this thread's own until they are complete, from the beginning of a
   * cache line on. Two threads that add in neighbouring columns of one result would fight for the
   * lines in between, and a vector that lies in two lines is loaded and stored twice.
   *
   * <p>A list of pixels is walked for all of these columns before the next one is: its length is
   * guessed wrongly by the processor at the first strip only, and the weights are read row by row.
   */
  @Override
  public void multiplySparse(
      NonZeros x, Product p, Strip right, int chunk, int fromColumn, int toColumn) {
    MemorySegment sums = TILE.get().sums;
    int rows = x.endRow(chunk) - x.firstRow(chunk);
    for (int j = fromColumn; j < toColumn; j += Tile.SUMS) {
      int columns = Math.min(Tile.SUMS, toColumn - j);
      float[] start = p.bias == null ? ZEROS : p.bias;
      int start0 = p.bias == null ? 0 : j;
      for (int row = 0; row < rows; row++) {
        MemorySegment.copy(start, start0, sums, FLOAT, row * Tile.SUMS_ROW, columns);
      }
      addSparse(x, chunk, right, j, j + columns, sums);
      int at = x.firstRow(chunk) * p.columns + j;
      for (int row = 0; row < rows; row++, at += p.columns) {
        MemorySegment.copy(sums, FLOAT, row * Tile.SUMS_ROW, p.out, at, columns);
      }
    }
  }

  private static void addSparse(
      NonZeros x, int chunk, Strip right, int from, int to, MemorySegment sums) {
    int j = from;
    if (WIDE) {
      j += (to - j) / WideTiles.COLUMNS * WideTiles.COLUMNS;
      WideTiles.sparseForward(x, chunk, right, from, j, sums, 0);
    }
    int narrow = j + (to - j) / NarrowTiles.COLUMNS * NarrowTiles.COLUMNS;
    if (narrow > j) {
      NarrowTiles.sparseForward(x, chunk, right, j, narrow, sums, j - from);
    }
    for (j = narrow; j < to; j += WIDTH) {
      EdgeTiles.sparseForward(x, chunk, right, j, Math.min(WIDTH, to - j), sums, j - from);
    }
  }

  /** In parts of so many columns that a chunk's rows of the right factor stay in the cache. */
  @Override
  public void multiplySparseTransposed(NonZeros x, Product p, GradientBlock block) {
    int end = block.firstColumn + block.columns;
    for (int j = block.firstColumn; j < end; j += Tile.SUMS) {
      int to = Math.min(j + Tile.SUMS, end);
      for (int chunk = 0; chunk < x.chunks(); chunk++) {
        addSparseTransposed(x, chunk, p, j, to, block);
      }
    }
  }

  private static void addSparseTransposed(
      NonZeros x, int chunk, Product p, int from, int to, GradientBlock block) {
    int j = from;
    if (WIDE) {
      j += (to - j) / WideTiles.COLUMNS * WideTiles.COLUMNS;
      WideTiles.sparseTransposed(x, chunk, p, from, j, block);
    }
    int narrow = j + (to - j) / NarrowTiles.COLUMNS * NarrowTiles.COLUMNS;
    if (narrow > j) {
      NarrowTiles.sparseTransposed(x, chunk, p, j, narrow, block);
    }
    for (j = narrow; j < to; j += WIDTH) {
      EdgeTiles.sparseTransposed(x, chunk, p, j, Math.min(WIDTH, to - j), block);
    }
  }

  @Override
  public void transpose(
      float[] from, int at, int stride, int rows, int columns, float[] to, int toAt, int toStride) {
    Panels.transpose(from, at, stride, rows, columns, to, toAt, toStride);
  }

  /** 0 · v is 0 where v is finite and NaN where it is not, which every later sum keeps. */
  @Override
  public boolean allFinite(float[] values, int at, int stride, int rows, int columns) {
    FloatVector zero = FloatVector.zero(LANES);
    FloatVector a = zero;
    FloatVector b = zero;
    FloatVector c = zero;
    FloatVector d = zero;
    int whole = LANES.loopBound(columns);
    VectorMask<Float> rest = LANES.indexInRange(0, columns - whole);
    for (int row = 0; row < rows; row += 4) {
      int at0 = at + row * stride;
      int at1 = at + Math.min(row + 1, rows - 1) * stride;
      int at2 = at + Math.min(row + 2, rows - 1) * stride;
      int at3 = at + Math.min(row + 3, rows - 1) * stride;
      for (int j = 0; j < whole; j += WIDTH) {
        a = FloatVector.fromArray(LANES, values, at0 + j).fma(zero, a);
        b = FloatVector.fromArray(LANES, values, at1 + j).fma(zero, b);
        c = FloatVector.fromArray(LANES, values, at2 + j).fma(zero, c);
        d = FloatVector.fromArray(LANES, values, at3 + j).fma(zero, d);
      }
      if (whole < columns) {
        a = FloatVector.fromArray(LANES, values, at0 + whole, rest).fma(zero, a);
        b = FloatVector.fromArray(LANES, values, at1 + whole, rest).fma(zero, b);
        c = FloatVector.fromArray(LANES, values, at2 + whole, rest).fma(zero, c);
        d = FloatVector.fromArray(LANES, values, at3 + whole, rest).fma(zero, d);
      }
    }
    return a.add(b).add(c.add(d)).reduceLanes(VectorOperators.ADD) == 0;
  }

  @Override
  public void columnSums(float[] values, int rows, int columns, float[] sums) {
    int whole = LANES.loopBound(columns);
    for (int j = 0; j < whole; j += WIDTH) {
      FloatVector sum = FloatVector.zero(LANES);
      for (int row = 0; row < rows; row++) {
        sum = sum.add(FloatVector.fromArray(LANES, values, row * columns + j));
      }
      sum.intoArray(sums, j);
    }
    for (int j = whole; j < columns; j++) {
      float sum = 0;
      for (int row = 0; row < rows; row++) {
        sum += values[row * columns + j];
      }
      sums[j] = sum;
    }
  }

  @Override
  public void keepWherePositive(float[] y, float[] dy, float[] out, int size) {
    FloatVector zero = FloatVector.zero(LANES);
    int whole = LANES.loopBound(size);
    for (int i = 0; i < whole; i += WIDTH) {
      FloatVector answer = FloatVector.fromArray(LANES, y, i);
      FloatVector gradient = FloatVector.fromArray(LANES, dy, i);
      zero.blend(gradient, answer.compare(VectorOperators.NE, 0f)).intoArray(out, i);
    }
    for (int i = whole; i < size; i++) {
      out[i] = y[i] != 0 ? dy[i] : 0;
    }
  }

  /**
   * Twelve chains of sums keep two units busy that each take four or five cycles for an addition.
   */
  @Override
  public Fma multiplyAndAdd(int times) {
    FloatVector a = FloatVector.broadcast(LANES, 0.5f);
    FloatVector b = FloatVector.broadcast(LANES, 0.001f);
    FloatVector s0 = b;
    FloatVector s1 = b;
    FloatVector s2 = b;
    FloatVector s3 = b;
    FloatVector s4 = b;
    FloatVector s5 = b;
    FloatVector s6 = b;
    FloatVector s7 = b;
    FloatVector s8 = b;
    FloatVector s9 = b;
    FloatVector s10 = b;
    FloatVector s11 = b;
    for (int i = 0; i < times; i++) {
      s0 = a.fma(b, s0);
      s1 = a.fma(b, s1);
      s2 = a.fma(b, s2);
      s3 = a.fma(b, s3);
      s4 = a.fma(b, s4);
      s5 = a.fma(b, s5);
      s6 = a.fma(b, s6);
      s7 = a.fma(b, s7);
      s8 = a.fma(b, s8);
      s9 = a.fma(b, s9);
      s10 = a.fma(b, s10);
      s11 = a.fma(b, s11);
    }
    FloatVector sum = s0.add(s1).add(s2).add(s3).add(s4).add(s5);
    sum = sum.add(s6).add(s7).add(s8).add(s9).add(s10).add(s11);
    return new Fma(2.0 * 12 * WIDTH * times, sum.reduceLanes(VectorOperators.ADD));
  }
}
