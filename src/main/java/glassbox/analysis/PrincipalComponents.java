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
  private static final int MOST_ROUNDS = 60;

  /** The angle that a direction may still have moved by in the last round. */
  private static final double STILL = 2e-5;

  private final Matrix centred; // [N x D]
  private final Compute compute;
  private final double[] variances;
  private final double totalVariance;
  private Columns directions; // orthonormal, each [D]; the wanted ones first

  /**
   * Finds them.
   *
   * @param x [N x D], not changed
   * @param components K, how many are wanted at most; there are no more than min(N, D)
   * @param seed of the first, random directions; it decides nothing but the last digits
   */
  public PrincipalComponents(Matrix x, int components, long seed, Compute compute) {
    this(compute, copy(x), components, seed);
  }

  /**
   * Finds them in the place of the points, which are tens of megabytes for a map.
   *
   * @param x [N x D]; its mean is taken from every point, and it must not change afterwards
   * @param components K, how many are wanted at most; there are no more than min(N, D)
   * @param seed of the first, random directions; it decides nothing but the last digits
   */
  static PrincipalComponents inPlace(Matrix x, int components, long seed, Compute compute) {
    return new PrincipalComponents(compute, x, components, seed);
  }

  private PrincipalComponents(Compute compute, Matrix x, int components, long seed) {
    this.compute = compute;
    centre(x);
    centred = x;
    int most = Math.max(1, Math.min(x.rows(), x.columns()));
    int wanted = Math.min(components, most);
    variances = new double[wanted];
    double squares = 0;
    for (int i = 0; i < x.size(); i++) {
      squares += (double) x.values()[i] * x.values()[i];
    }
    totalVariance = squares / Math.max(1, x.rows() - 1);
    directions = random(x.columns(), Math.min(most, wanted + SPARE), seed);
    boolean still = false;
    for (int round = 0; round < MOST_ROUNDS && !still; round++) {
      still = improve();
    }
    directions.fixSigns();
  }

  private static Matrix copy(Matrix x) {
    Matrix copy = new Matrix(x.rows(), x.columns());
    copy.copyFrom(x);
    return copy;
  }

  private static void centre(Matrix x) {
    int columns = x.columns();
    double[] mean = new double[columns];
    float[] values = x.values();
    for (int n = 0, at = 0; n < x.rows(); n++, at += columns) {
      for (int d = 0; d < columns; d++) {
        mean[d] += values[at + d] / x.rows();
      }
    }
    for (int n = 0, at = 0; n < x.rows(); n++, at += columns) {
      for (int d = 0; d < columns; d++) {
        values[at + d] = (float) (values[at + d] - mean[d]);
      }
    }
  }

  private static Columns random(int rows, int columns, long seed) {
    RandomGenerator random = RandomStream.of(seed, "principal components", 0);
    double[][] start = new double[columns][rows];
    for (double[] column : start) {
      for (int d = 0; d < rows; d++) {
        column[d] = random.nextGaussian();
      }
    }
    return new Columns(start).orthonormal();
  }

  /** One round; returns whether the wanted directions stand still. */
  private boolean improve() {
    Matrix image = new Matrix(centred.columns(), directions.count()); // covariance by directions
    compute.multiplyTransposedLeft(centred, along(), image);
    Columns images = Columns.of(image);
    SymmetricEigen ritz = new SymmetricEigen(directions.inner(images));
    for (int rank = 0; rank < variances.length; rank++) {
      variances[rank] = Math.max(0, ritz.value(rank)) / Math.max(1, centred.rows() - 1);
    }
    Columns next = images.turned(ritz).orthonormal();
    boolean still = next.distance2(directions, variances.length) <= STILL * STILL;
    directions = next;
    return still;
  }

  /** The points along the directions [N x K]. */
  private Matrix along() {
    Matrix along = new Matrix(centred.rows(), directions.count());
    compute.multiply(centred, directions.matrix(), null, along);
    return along;
  }

  /** K. */
  public int count() {
    return variances.length;
  }

  /** One element of a direction of length 1. */
  public float direction(int component, int element) {
    return (float) directions.get(component, element);
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
    Matrix along = along();
    Matrix positions = new Matrix(centred.rows(), count());
    for (int n = 0; n < positions.rows(); n++) {
      for (int c = 0; c < count(); c++) {
        positions.set(n, c, along.get(n, c));
      }
    }
    return positions;
  }
}
