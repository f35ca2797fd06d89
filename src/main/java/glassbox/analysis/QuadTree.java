package glassbox.analysis;

import java.util.Arrays;

/**
 * Points on a plane in squares that are divided again and again (Barnes, Hut: A hierarchical O(N
 * log N) force-calculation algorithm, Nature 324, 1986). The points are sorted along Morton's
 * curve, so each square holds a stretch of them, and the squares stand in the order in which they
 * are entered, each with the place of the first one behind it: no stack is needed to walk.
 */
final class QuadTree {
  /** A square with so few points is not divided. */
  private static final int LEAF = 4;

  /** How often the whole square can be halved. */
  private static final int LEVELS = 20;

  private static final int INDEX_BITS = 23;

  /** The points along the curve: their numbers and positions. */
  final int[] order;

  final double[] x;
  final double[] y;

  private final long[] keys;
  private double left;
  private double bottom;
  private double side;

  /** Of each square: the middle of its points, its side squared, what comes behind it. */
  private double[] middleX = new double[64];

  private double[] middleY = new double[64];
  private double[] side2 = new double[64];
  private int[] behind = new int[64];

  /** Of each square its points: those at [from, to) along the curve; divided ones have ~from. */
  private int[] from = new int[64];

  private int[] to = new int[64];
  private int squares;

  /** Room for so many points, at most 2^23. */
  QuadTree(int points) {
    if (points > 1 << INDEX_BITS) {
      throw new IllegalArgumentException(
          "points must be at most %,d, got %,d".formatted(1 << INDEX_BITS, points));
    }
    order = new int[points];
    x = new double[points];
    y = new double[points];
    keys = new long[points];
  }

  /** Sorts points in: [N] pairs of x and y. */
  void build(double[] positions) {
    measure(positions);
    double perCell = side > 0 ? (1 << LEVELS) / side * (1 - 1e-9) : 0;
    for (int i = 0; i < order.length; i++) {
      long column = (long) ((positions[2 * i] - left) * perCell);
      long row = (long) ((positions[2 * i + 1] - bottom) * perCell);
      keys[i] = (spread(column) | spread(row) << 1) << INDEX_BITS | i;
    }
    Arrays.sort(keys);
    for (int at = 0; at < order.length; at++) {
      int i = (int) keys[at] & (1 << INDEX_BITS) - 1;
      order[at] = i;
      x[at] = positions[2 * i];
      y[at] = positions[2 * i + 1];
    }
    squares = 0;
    divide(0, order.length, 0);
  }

  private void measure(double[] positions) {
    double right = Double.NEGATIVE_INFINITY;
    double top = Double.NEGATIVE_INFINITY;
    left = Double.POSITIVE_INFINITY;
    bottom = Double.POSITIVE_INFINITY;
    for (int i = 0; i < positions.length; i += 2) {
      left = Math.min(left, positions[i]);
      right = Math.max(right, positions[i]);
      bottom = Math.min(bottom, positions[i + 1]);
      top = Math.max(top, positions[i + 1]);
    }
    side = Math.max(right - left, top - bottom);
  }

  /** Puts a zero before each of the lowest 20 bits. */
  private static long spread(long bits) {
    long s = bits;
    s = (s | s << 16) & 0x0000_ffff_0000_ffffL;
    s = (s | s << 8) & 0x00ff_00ff_00ff_00ffL;
    s = (s | s << 4) & 0x0f0f_0f0f_0f0f_0f0fL;
    s = (s | s << 2) & 0x3333_3333_3333_3333L;
    return (s | s << 1) & 0x5555_5555_5555_5555L;
  }

  /** Adds the square of the points at [start, end) and those within it. */
  private void divide(int start, int end, int level) {
    int square = add(start, end, level);
    if (end - start > LEAF && level < LEVELS) {
      from[square] = ~start;
      int shift = INDEX_BITS + 2 * (LEVELS - 1 - level);
      int at = start;
      while (at < end) {
        long quarter = keys[at] >>> shift;
        int next = endOf(quarter, shift, at, end);
        divide(at, next, level + 1);
        at = next;
      }
    }
    behind[square] = squares;
  }

  /** Where a quarter's points end, by halving. */
  private int endOf(long quarter, int shift, int start, int end) {
    int low = start + 1;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (keys[middle] >>> shift == quarter) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int add(int start, int end, int level) {
    int square = squares++;
    makeRoom();
    double sumX = 0;
    double sumY = 0;
    for (int at = start; at < end; at++) {
      sumX += x[at];
      sumY += y[at];
    }
    middleX[square] = sumX / (end - start);
    middleY[square] = sumY / (end - start);
    double width = side / (1 << level);
    side2[square] = width * width;
    from[square] = start;
    to[square] = end;
    return square;
  }

  private void makeRoom() {
    if (squares > side2.length) {
      int room = 2 * side2.length;
      middleX = Arrays.copyOf(middleX, room);
      middleY = Arrays.copyOf(middleY, room);
      side2 = Arrays.copyOf(side2, room);
      behind = Arrays.copyOf(behind, room);
      from = Arrays.copyOf(from, room);
      to = Arrays.copyOf(to, room);
    }
  }

  /**
   * Adds up how all points push one of them away by Student's kernel q = 1 / (1 + d²): the sums of
   * q² times the way between them, and of q. A square that looks narrower than theta from the point
   * counts as one heap of points in its middle.
   *
   * @param place the point's place along the curve
   * @param theta2 theta squared; 0 for the exact sums
   * @param sums takes x, y and the sum of q, without the point itself
   */
  void repulsion(int place, double theta2, double[] sums) {
    double px = x[place];
    double py = y[place];
    double forceX = 0;
    double forceY = 0;
    double sum = -1; // the point itself is met on the way
    for (int square = 0; square < squares; ) {
      double dx = px - middleX[square];
      double dy = py - middleY[square];
      double distance2 = dx * dx + dy * dy;
      int first = from[square];
      if (side2[square] < theta2 * distance2) {
        double q = 1 / (1 + distance2);
        double heap = (to[square] - (first ^ first >> 31)) * q;
        sum += heap;
        forceX += heap * q * dx;
        forceY += heap * q * dy;
        square = behind[square];
      } else if (first < 0) {
        square++;
      } else {
        for (int at = first; at < to[square]; at++) {
          double wayX = px - x[at];
          double wayY = py - y[at];
          double q = 1 / (1 + wayX * wayX + wayY * wayY);
          sum += q;
          forceX += q * q * wayX;
          forceY += q * q * wayY;
        }
        square++;
      }
    }
    sums[0] = forceX;
    sums[1] = forceY;
    sums[2] = sum;
  }
}
