package glassbox.linalg;

import java.util.Arrays;

/**
 * A row-major float matrix. Its row count may shrink and grow again up to a capacity, so that a
 * buffer made once for the largest batch also holds the smaller last one.
 */
public final class Matrix {
  private final int capacity;
  private final int columns;
  private final float[] values;
  private int rows;

  /** A matrix of zeros, [rows x columns]; rows is also its capacity. */
  public Matrix(int rows, int columns) {
    this(rows, columns, new float[size(rows, columns)]);
  }

  private Matrix(int rows, int columns, float[] values) {
    this.capacity = rows;
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  /** Wraps values of length rows * columns, without copying them. */
  public static Matrix of(int rows, int columns, float... values) {
    if (values.length != size(rows, columns)) {
      throw new IllegalArgumentException(
          "matrix [%d x %d] needs %d values, got %d"
              .formatted(rows, columns, size(rows, columns), values.length));
    }
    return new Matrix(rows, columns, values);
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
    rows = inUse;
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
    return values[row * columns + column];
  }

  public void set(int row, int column, float value) {
    values[row * columns + column] = value;
  }

  /** The values themselves, row by row; rows beyond {@link #rows()} are left-overs. */
  public float[] values() {
    return values;
  }

  public void fill(float value) {
    Arrays.fill(values, 0, size(), value);
  }

  /** Takes the values of another matrix of the same shape. */
  public void copyFrom(Matrix other) {
    if (other.columns != columns || other.rows > capacity) {
      throw new IllegalArgumentException("cannot copy " + other.shape() + " into " + shape());
    }
    rows = other.rows;
    System.arraycopy(other.values, 0, values, 0, size());
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
