package glassbox.linalg;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A row-major float matrix. Its row count may shrink and grow again up to a capacity, so that a
 * buffer made once for the largest batch also holds the smaller last one.
 */
public final class Matrix {
  /** To put the strips together costs a step or two; they are given up where that comes often. */
  private static final int STEPS_WORTH_A_READING = 64;

  private final int capacity;
  private final int columns;
  private final float[] values;
  private final @Nullable NonZeros nonZeros;
  private Strip[] strips = {};
  private boolean stripsCurrent;
  private int stepsOwed; // for putting the strips together
  private boolean stale;
  private boolean knownFinite;
  private int rows;

  /** A matrix of zeros, [rows x columns]; rows is also its capacity. */
  public Matrix(int rows, int columns) {
    this(rows, columns, new float[size(rows, columns)], null);
  }

  /**
   * A matrix that is filled through its {@link #nonZeros}, for a product that skips the zeros.
   * Whoever asks for {@link #values} gets them all the same.
   *
   * @param columns a multiple of {@link NonZeros#GROUP}
   */
  public static Matrix sparse(int rows, int columns) {
    float[] values = new float[size(rows, columns)];
    return new Matrix(rows, columns, values, new NonZeros(rows, columns));
  }

  private Matrix(int rows, int columns, float[] values, @Nullable NonZeros nonZeros) {
    this.capacity = rows;
    this.rows = rows;
    this.columns = columns;
    this.values = values;
    this.nonZeros = nonZeros;
  }

  /** Wraps values of length rows * columns, without copying them. */
  public static Matrix of(int rows, int columns, float... values) {
    if (values.length != size(rows, columns)) {
      throw new IllegalArgumentException(
          "matrix [%d x %d] needs %d values, got %d"
              .formatted(rows, columns, size(rows, columns), values.length));
    }
    return new Matrix(rows, columns, values, null);
  }

  private static int size(int rows, int columns) {
    if (rows < 0 || columns < 0 || (long) rows * columns > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("matrix [%d x %d] is impossible".formatted(rows, columns));
    }
    return rows * columns;
  }

  /** Sets how many of the rows are in use, at most the capacity; the values stay. */
  public Matrix withRows(int inUse) {
    if (inUse < 0 || inUse > capacity) {
      throw new IllegalArgumentException(
          "rows in use must be in [0, %d], got %d".formatted(capacity, inUse));
    }
    if (inUse != rows) {
      if (strips.length > 0) {
        valuesToRead();
        strips = new Strip[0];
        stripsCurrent = false;
      }
      knownFinite &= inUse < rows; // others are left-overs
      rows = inUse;
    }
    return this;
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** How many values are in use: rows * columns. */
  public int size() {
    return rows * columns;
  }

  public float get(int row, int column) {
    return valuesToRead()[row * columns + column];
  }

  public void set(int row, int column, float value) {
    requireDense();
    values()[row * columns + column] = value;
  }

  /**
   * The values themselves, row by row; rows beyond {@link #rows()} are left-overs. Those of a
   * sparse matrix may be read only. Others are to be asked for again for each round of writing:
   * what is known of the values is forgotten here.
   */
  public float[] values() {
    float[] array = valuesToRead();
    knownFinite = false;
    stripsCurrent = false;
    return array;
  }

  /**
   * The values for those who only read them, or say themselves what their writing has changed. What
   * is elsewhere is put together here, so only the thread that owns the matrix may be the first.
   */
  float[] valuesToRead() {
    if (stale) {
      stale = false;
      if (nonZeros != null) {
        nonZeros.copyTo(values);
      } else {
        stepsOwed += STEPS_WORTH_A_READING;
        for (Strip strip : strips) {
          strip.giveTo(values, rows, columns);
        }
      }
    }
    return values;
  }

  /**
   * The columns in strips, each for one thread alone. They are as valid as the {@link #values} as
   * long as nobody asks for those to write into them.
   *
   * @param ends where the strips end
   */
  Strip[] strips(int... ends) {
    if (!stripsCurrent || strips.length != ends.length) {
      valuesToRead();
      if (strips.length != ends.length) {
        strips = new Strip[ends.length];
        for (int i = 0; i < ends.length; i++) {
          strips[i] = Strip.apart(rows, i == 0 ? 0 : ends[i - 1], ends[i]);
        }
      }
      for (Strip strip : strips) {
        strip.takeFrom(values, rows, columns);
      }
      stripsCurrent = true;
    }
    return strips;
  }

  /** Whether the strips are right. */
  boolean areStripsCurrent() {
    return stripsCurrent;
  }

  /**
   * Counts a step, and tells whether whole rows are asked for so rarely that it pays to put them
   * together then.
   */
  boolean stepPaysForStrips() {
    stepsOwed = Math.max(0, stepsOwed - 1);
    return stepsOwed < 2 * STEPS_WORTH_A_READING;
  }

  /** The values have been written into and the strips have not. */
  void setStripsOutdated() {
    if (stripsCurrent) { // several threads say so, and would fight for the cache line
      stripsCurrent = false;
    }
  }

  /** What has been written into the strips will be fetched when somebody asks for the values. */
  void setStripsWritten() {
    stale = true;
  }

  /** Empties a sparse matrix and gives what its rows are to be added to; null if it is dense. */
  public @Nullable NonZeros refill() {
    if (nonZeros != null) {
      nonZeros.clear();
      stale = true;
    }
    return nonZeros;
  }

  /** The values without zeros, where the matrix was filled so. */
  @Nullable NonZeros nonZeros() {
    return nonZeros;
  }

  /** Whether all values were found finite and nobody can have changed them since. */
  boolean isKnownFinite() {
    return knownFinite;
  }

  void setKnownFinite(boolean finite) {
    knownFinite = finite;
  }

  public void fill(float value) {
    requireDense();
    Arrays.fill(values(), 0, size(), value);
  }

  /** Takes the values of another matrix of the same shape. */
  public void copyFrom(Matrix other) {
    if (other.columns != columns || other.rows > capacity) {
      throw new IllegalArgumentException("cannot copy " + other.shape() + " into " + shape());
    }
    requireDense();
    rows = other.rows;
    System.arraycopy(other.valuesToRead(), 0, values(), 0, size());
    knownFinite = other.knownFinite;
  }

  private void requireDense() {
    if (nonZeros != null) {
      throw new IllegalStateException("a sparse matrix is filled by rows: " + shape());
    }
  }

  /** The shape in words, such as {@code [32 x 784]}. */
  public String shape() {
    return "[" + rows + " x " + columns + "]";
  }

  @Override
  public String toString() {
    return "Matrix" + shape();
  }
}
