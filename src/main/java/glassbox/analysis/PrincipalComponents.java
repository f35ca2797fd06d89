package glassbox.analysis;

import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.linalg.RandomStream;
import java.util.random.RandomGenerator;

/**
 * Principal component analysis: the directions in which points differ most. By subspace iteration
 * with some spare directions and a Rayleigh-Ritz step in each round (Halko, Martinsson, Tropp:
 * Finding structure with randomness, SIAM Review 53, 2011), until the directions stand still.
 */
public final class PrincipalComponents {
  private static final int SPARE = 14;
  private static final int MOST_ROUNDS = 100;

  /** The angle that a direction may still have moved by in the last round. */
  private static final double STILL = 2e-5;

  private final Matrix centred; // [N x D]
  private final Compute compute;
  private final double[] variances;
  private final double totalVariance;
  private Matrix directions; // [D x K], orthonormal columns

  /**
   * Finds them.
   *
   * @param x [N x D], not changed
   * @param components K, how many are wanted at most; there are no more than min(N, D)
   * @param seed of the first, random directions; it decides nothing but the last digits
   */
  public PrincipalComponents(Matrix x, int components, long seed, Compute compute) {
    this.compute = compute;
    centred = centred(x);
    int most = Math.max(1, Math.min(x.rows(), x.columns()));
    int wanted = Math.min(components, most);
    variances = new double[wanted];
    double squares = 0;
    for (float value : centred.values()) {
      squares += (double) value * value;
    }
    totalVariance = squares / Math.max(1, x.rows() - 1);
    directions = random(x.columns(), Math.min(most, wanted + SPARE), seed);
    boolean still = false;
    for (int round = 0; round < MOST_ROUNDS && !still; round++) {
      still = improve();
    }
    fixSigns();
  }

  private static Matrix centred(Matrix x) {
    int columns = x.columns();
    double[] mean = new double[columns];
    float[] values = x.values();
    for (int n = 0, at = 0; n < x.rows(); n++, at += columns) {
      for (int d = 0; d < columns; d++) {
        mean[d] += values[at + d] / x.rows();
      }
    }
    Matrix centred = new Matrix(x.rows(), columns);
    for (int n = 0, at = 0; n < x.rows(); n++, at += columns) {
      for (int d = 0; d < columns; d++) {
        centred.values()[at + d] = (float) (values[at + d] - mean[d]);
      }
    }
    return centred;
  }

  private static Matrix random(int rows, int columns, long seed) {
    RandomGenerator random = RandomStream.of(seed, "principal components", 0);
    Matrix start = new Matrix(rows, columns);
    for (int i = 0; i < start.size(); i++) {
      start.values()[i] = (float) random.nextGaussian();
    }
    orthonormalise(start);
    return start;
  }

  /** One round; returns whether the wanted directions stand still. */
  private boolean improve() {
    int k = directions.columns();
    Matrix image = new Matrix(centred.columns(), k); // covariance times directions
    Matrix along = new Matrix(centred.rows(), k);
    compute.multiply(centred, directions, null, along);
    compute.multiplyTransposedLeft(centred, along, image);
    SymmetricEigen ritz = new SymmetricEigen(inner(directions, image));
    for (int rank = 0; rank < variances.length; rank++) {
      variances[rank] = Math.max(0, ritz.value(rank)) / Math.max(1, centred.rows() - 1);
    }
    Matrix next = turned(image, ritz);
    orthonormalise(next);
    boolean still = isStill(next);
    directions = next;
    return still;
  }

  /** Whether the first directions are those of the round before. */
  private boolean isStill(Matrix next) {
    for (int c = 0; c < variances.length; c++) {
      double moved = 0;
      for (int d = 0; d < next.rows(); d++) {
        double by = next.get(d, c) - directions.get(d, c);
        moved += by * by;
      }
      if (moved > STILL * STILL) {
        return false;
      }
    }
    return true;
  }

  /** aᵀ · b of two tall matrices, made symmetric. */
  private static double[][] inner(Matrix a, Matrix b) {
    int k = a.columns();
    double[][] products = new double[k][k];
    for (int d = 0; d < a.rows(); d++) {
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          double product = (double) a.get(d, i) * b.get(d, j) / 2;
          products[i][j] += product;
          products[j][i] += product;
        }
      }
    }
    return products;
  }

  /** Columns turned into the order and directions of the eigenvectors. */
  private static Matrix turned(Matrix image, SymmetricEigen ritz) {
    int k = image.columns();
    Matrix turned = new Matrix(image.rows(), k);
    for (int d = 0; d < image.rows(); d++) {
      for (int c = 0; c < k; c++) {
        double sum = 0;
        for (int i = 0; i < k; i++) {
          sum += image.get(d, i) * ritz.vector(i, c);
        }
        turned.set(d, c, (float) sum);
      }
    }
    return turned;
  }

  /** Gram and Schmidt's way, twice over; a column without anything of its own becomes zero. */
  private static void orthonormalise(Matrix q) {
    for (int c = 0; c < q.columns(); c++) {
      double before = norm(q, c);
      for (int pass = 0; pass < 2; pass++) {
        for (int other = 0; other < c; other++) {
          subtract(q, c, other);
        }
      }
      double norm = norm(q, c);
      scale(q, c, norm > 1e-6 * before ? 1 / norm : 0);
    }
  }

  private static double norm(Matrix q, int column) {
    double sum = 0;
    for (int d = 0; d < q.rows(); d++) {
      sum += (double) q.get(d, column) * q.get(d, column);
    }
    return Math.sqrt(sum);
  }

  private static void subtract(Matrix q, int column, int other) {
    double along = 0;
    for (int d = 0; d < q.rows(); d++) {
      along += (double) q.get(d, column) * q.get(d, other);
    }
    for (int d = 0; d < q.rows(); d++) {
      q.set(d, column, (float) (q.get(d, column) - along * q.get(d, other)));
    }
  }

  private static void scale(Matrix q, int column, double factor) {
    for (int d = 0; d < q.rows(); d++) {
      q.set(d, column, (float) (q.get(d, column) * factor));
    }
  }

  /** A direction is as good as its opposite: its largest element is made positive. */
  private void fixSigns() {
    for (int c = 0; c < directions.columns(); c++) {
      float largest = 0;
      for (int d = 0; d < directions.rows(); d++) {
        float value = directions.get(d, c);
        largest = Math.abs(value) > Math.abs(largest) ? value : largest;
      }
      scale(directions, c, largest < 0 ? -1 : 1);
    }
  }

  /** K. */
  public int count() {
    return variances.length;
  }

  /** One element of a direction of length 1. */
  public float direction(int component, int element) {
    return directions.get(element, component);
  }

  /** The variance along a component. */
  public double variance(int component) {
    return variances[component];
  }

  /** The share of all variance that a component has. */
  public double share(int component) {
    return totalVariance == 0 ? 0 : variances[component] / totalVariance;
  }

  /** Where the points lie along the components [N x K]. */
  public Matrix positions() {
    Matrix along = new Matrix(centred.rows(), directions.columns());
    compute.multiply(centred, directions, null, along);
    Matrix positions = new Matrix(centred.rows(), count());
    for (int n = 0; n < positions.rows(); n++) {
      for (int c = 0; c < count(); c++) {
        positions.set(n, c, along.get(n, c));
      }
    }
    return positions;
  }
}
