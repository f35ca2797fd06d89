package glassbox.analysis;

import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The K nearest of N points for each of them, by Euclidean distance; exactly, for all pairs are
 * looked at: as products of whole blocks of points, which the kernels are fast at.
 */
final class Neighbours {
  private static final int BLOCK = 256;

  private final Matrix x; // [N x D]
  private final float[] squares; // [N], of each point's length
  private final int perPoint;
  private final int[] index; // [N x K], the nearest first
  private final double[] squaredDistance; // [N x K]

  private Neighbours(Matrix x, int perPoint) {
    this.x = x;
    this.perPoint = perPoint;
    squares = new float[x.rows()];
    index = new int[x.rows() * perPoint];
    squaredDistance = new double[x.rows() * perPoint];
  }

  /**
   * Finds them; null where it was called off.
   *
   * @param perPoint K, in [1, N - 1]
   */
  static @Nullable Neighbours of(Matrix x, int perPoint, Compute compute, BooleanSupplier goOn) {
    Neighbours all = new Neighbours(x, perPoint);
    all.measure();
    Matrix block = new Matrix(Math.min(BLOCK, x.rows()), x.columns());
    Matrix products = new Matrix(block.rows(), x.rows());
    for (int from = 0; from < x.rows(); from += BLOCK) {
      if (!goOn.getAsBoolean()) {
        return null;
      }
      int rows = Math.min(BLOCK, x.rows() - from);
      block.withRows(rows);
      products.withRows(rows);
      System.arraycopy(x.values(), from * x.columns(), block.values(), 0, block.size());
      compute.multiplyTransposedRight(block, x, products);
      int first = from;
      compute.share(rows, (start, end) -> all.choose(products, first, start, end));
    }
    return all;
  }

  private void measure() {
    for (int n = 0; n < squares.length; n++) {
      double sum = 0;
      for (int at = n * x.columns(); at < (n + 1) * x.columns(); at++) {
        sum += (double) x.values()[at] * x.values()[at];
      }
      squares[n] = (float) sum;
    }
  }

  /** The nearest of some points of a block. */
  private void choose(Matrix products, int first, int start, int end) {
    NearestHeap heap = new NearestHeap(perPoint);
    for (int row = start; row < end; row++) {
      int point = first + row;
      heap.clear();
      float[] p = products.values();
      for (int other = 0, at = row * squares.length; other < squares.length; other++, at++) {
        float distance = squares[other] - 2 * p[at]; // but for the point's own square
        if (distance < heap.farthest() && other != point) {
          heap.offer(distance, other);
        }
      }
      keep(point, heap);
    }
  }

  /** Measures the distances again, without what is lost in a difference, and sorts by them. */
  private void keep(int point, NearestHeap heap) {
    int at = point * perPoint;
    for (int k = 0; k < perPoint; k++) {
      int other = heap.point(k);
      double distance = distance(point, other);
      int place = at + k;
      while (place > at && isFarther(place - 1, distance, other)) {
        squaredDistance[place] = squaredDistance[place - 1];
        index[place] = index[place - 1];
        place--;
      }
      squaredDistance[place] = distance;
      index[place] = other;
    }
  }

  private boolean isFarther(int place, double distance, int other) {
    return squaredDistance[place] > distance
        || squaredDistance[place] == distance && index[place] > other;
  }

  private double distance(int a, int b) {
    float[] values = x.values();
    double sum = 0;
    int atB = b * x.columns();
    for (int atA = a * x.columns(); atA < (a + 1) * x.columns(); atA++, atB++) {
      double difference = values[atA] - values[atB];
      sum += difference * difference;
    }
    return sum;
  }

  /** N. */
  int points() {
    return squares.length;
  }

  /** K. */
  int perPoint() {
    return perPoint;
  }

  /** A point's neighbour of a rank; 0 is the nearest. */
  int index(int point, int rank) {
    return index[point * perPoint + rank];
  }

  double squaredDistance(int point, int rank) {
    return squaredDistance[point * perPoint + rank];
  }
}
