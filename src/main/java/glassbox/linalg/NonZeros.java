package glassbox.linalg;

import java.util.Arrays;

/**
 * A batch of images without their black parts, ordered for the products of a first layer.
 *
 * <p>Columns are taken in groups of four neighbours. A list for each group names the rows that have
 * anything but zeros in it, with the four values. Neighbouring pixels are mostly black or not black
 * together, so few zeros are kept, and the kernels do four columns for each row that they touch.
 * The lists are cut into chunks of 32 rows, whose results stay in the first-level cache.
 */
public final class NonZeros {
  /** Columns in a group. */
  public static final int GROUP = 4;

  /** Rows in a chunk. */
  static final int CHUNK = 32;

  private final int groups;
  private int rows;
  private long size;
  private boolean filledUp;

  /** How many entries each list has: list l = chunk * groups + group. */
  final int[] counts;

  /** The row of each entry, within its chunk; list l begins at l * CHUNK. */
  final byte[] rowOf;

  /** The four values of each entry; list l begins at l * CHUNK * GROUP. */
  final float[] values;

  /**
   * Room for matrices up to [rows x columns].
   *
   * @param columns a multiple of {@link #GROUP}
   */
  NonZeros(int mostRows, int columns) {
    if (columns % GROUP != 0) {
      throw new IllegalArgumentException("columns must be a multiple of 4, got " + columns);
    }
    groups = columns / GROUP;
    int lists = Math.ceilDiv(mostRows, CHUNK) * groups;
    counts = new int[lists];
    rowOf = new byte[lists * CHUNK + 1]; // one more, which is written in vain
    values = new float[(lists * CHUNK + 1) * GROUP];
  }

  int groups() {
    return groups;
  }

  /**
   * Puts an empty entry behind each odd number of them, so that they can be taken by twos. Its row
   * is that behind the last one of a chunk. A product does it where it was not done; who does it
   * with the last row spares another thread the writing into what this one has in its cache.
   */
  public void fillUp() {
    if (filledUp) {
      return;
    }
    filledUp = true;
    int nowhere = rowOf.length - 1;
    for (int list = 0; list < chunks() * groups; list++) {
      int odd = -(counts[list] & 1); // no branch, which would be guessed wrongly
      int entry = list * CHUNK + counts[list] & odd | nowhere & ~odd;
      rowOf[entry] = CHUNK;
      int at = entry * GROUP;
      values[at] = 0;
      values[at + 1] = 0;
      values[at + 2] = 0;
      values[at + 3] = 0;
    }
  }

  /** Whether no row has anything but zeros in a group. */
  boolean isEmpty(int group) {
    for (int list = group; list < chunks() * groups; list += groups) {
      if (counts[list] > 0) {
        return false;
      }
    }
    return true;
  }

  /** How many values are kept. */
  long size() {
    return size;
  }

  int rows() {
    return rows;
  }

  int chunks() {
    return Math.ceilDiv(rows, CHUNK);
  }

  int firstRow(int chunk) {
    return chunk * CHUNK;
  }

  int endRow(int chunk) {
    return Math.min(rows, (chunk + 1) * CHUNK);
  }

  /** Forgets all rows; from now on there are none. */
  public void clear() {
    Arrays.fill(counts, 0, chunks() * groups, 0);
    rows = 0;
    size = 0;
    filledUp = false;
  }

  /**
   * Adds a row.
   *
   * @param groupOf which groups have anything but zeros, ascending, in [from, to)
   * @param bytes the four unsigned bytes of each, the first column's lowest
   * @param valueOf the value of every byte
   */
  public void addRow(short[] groupOf, int[] bytes, int from, int to, float[] valueOf) {
    byte row = (byte) (rows % CHUNK);
    int firstList = rows / CHUNK * groups;
    for (int i = from; i < to; i++) {
      int list = firstList + groupOf[i];
      int entry = list * CHUNK + counts[list]++;
      rowOf[entry] = row;
      int four = bytes[i];
      int at = entry * GROUP;
      values[at] = valueOf[four & 0xff];
      values[at + 1] = valueOf[four >>> 8 & 0xff];
      values[at + 2] = valueOf[four >>> 16 & 0xff];
      values[at + 3] = valueOf[four >>> 24];
    }
    rows++;
    filledUp = false;
    size += (long) (to - from) * GROUP;
  }

  /**
   * Adds a row of values that are at least 0; groups of zeros alone are left out.
   *
   * @param start where anything but zeros may begin
   * @param end where it ends
   */
  public void addRow(float[] row, int start, int end) {
    byte inChunk = (byte) (rows % CHUNK);
    int firstList = rows / CHUNK * groups;
    int kept = 0;
    int endGroup = Math.ceilDiv(end, GROUP);
    for (int g = start / GROUP; g < endGroup; g++) {
      int from = g * GROUP;
      int list = firstList + g;
      int entry = list * CHUNK + counts[list];
      float sum = row[from] + row[from + 1] + row[from + 2] + row[from + 3];
      int any = sum > 0 ? 1 : 0; // no branch, which would be guessed wrongly
      rowOf[entry] = inChunk;
      int at = entry * GROUP;
      values[at] = row[from];
      values[at + 1] = row[from + 1];
      values[at + 2] = row[from + 2];
      values[at + 3] = row[from + 3];
      counts[list] += any;
      kept += any;
    }
    rows++;
    filledUp = false;
    size += (long) kept * GROUP;
  }

  /** Writes the whole matrix, zeros included. */
  void copyTo(float[] dense) {
    int columns = groups * GROUP;
    Arrays.fill(dense, 0, rows * columns, 0f);
    for (int list = 0; list < chunks() * groups; list++) {
      int chunk = list / groups;
      int column = list % groups * GROUP;
      for (int entry = list * CHUNK; entry < list * CHUNK + counts[list]; entry++) {
        int row = chunk * CHUNK + rowOf[entry];
        System.arraycopy(values, entry * GROUP, dense, row * columns + column, GROUP);
      }
    }
  }
}
