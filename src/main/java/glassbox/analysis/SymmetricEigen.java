package glassbox.analysis;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations (Golub, Van Loan:
 * Matrix Computations, 8.5).
 */
final class SymmetricEigen {
  private static final int MOST_SWEEPS = 60;

  private final int size;
  private final double[][] a;
  private final double[][] v;
  private final int[] order;

  /** Decomposes a [m x m], which is left alone. */
  SymmetricEigen(double[][] matrix) {
    size = matrix.length;
    a = new double[size][];
    v = new double[size][size];
    for (int i = 0; i < size; i++) {
      a[i] = matrix[i].clone();
      v[i][i] = 1;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal() > 1e-30 * trace(); sweep++) {
      sweep();
    }
    order =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -a[i][i]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** The eigenvalue of this rank; 0 is the largest. */
  double value(int rank) {
    return a[order[rank]][order[rank]];
  }

  /** One element of the eigenvector of this rank. */
  double vector(int row, int rank) {
    return v[row][order[rank]];
  }

  private double offDiagonal() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        sum += a[i][j] * a[i][j];
      }
    }
    return sum;
  }

  /** Of the squared matrix, to compare with. */
  private double trace() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += a[i][i] * a[i][i];
    }
    return sum;
  }

  private void sweep() {
    for (int p = 0; p < size; p++) {
      for (int q = p + 1; q < size; q++) {
        if (a[p][q] != 0) {
          rotate(p, q);
        }
      }
    }
  }

  /** Makes a[p][q] zero. */
  private void rotate(int p, int q) {
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
    double c = 1 / Math.hypot(t, 1);
    double s = t * c;
    for (int i = 0; i < size; i++) {
      turn(a[i], p, q, c, s);
      turn(v[i], p, q, c, s);
    }
    for (int j = 0; j < size; j++) {
      double ap = a[p][j];
      double aq = a[q][j];
      a[p][j] = c * ap - s * aq;
      a[q][j] = s * ap + c * aq;
    }
  }

  private static void turn(double[] row, int p, int q, double c, double s) {
    double rp = row[p];
    double rq = row[q];
    row[p] = c * rp - s * rq;
    row[q] = s * rp + c * rq;
  }
}
