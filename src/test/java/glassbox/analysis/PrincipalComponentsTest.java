package glassbox.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import org.junit.jupiter.api.Test;

/**
 * Against scikit-learn 1.2:
 *
 * <pre>{@code
 * n, d = np.meshgrid(np.arange(60), np.arange(12), indexing='ij')
 * x = (n * 37 + d * 101 + n * d * 13) % 97 / 97 + 2 * np.sin(0.1 * n * (d + 1))
 * pca = PCA(2, svd_solver='full').fit(x)
 * print(pca.components_, pca.explained_variance_, pca.explained_variance_ratio_)
 * }</pre>
 */
class PrincipalComponentsTest {
  private static final double[][] DIRECTIONS = {
    {
      0.043164948,
      -0.022788259,
      0.13780652,
      0.128462732,
      -0.916200206,
      0.185997754,
      0.191598888,
      0.120509714,
      0.037322639,
      0.114480095,
      0.149568437,
      0.002018949
    },
    {
      -0.092532707, 0.044487939, -0.195473021, -0.091194413, 0.001274736, -0.320624526,
      0.413020518, 0.105039607, 0.504221008, -0.132528812, 0.068678773, -0.618054961
    }
  };
  private static final double[] VARIANCES = {2.7607370805302796, 2.699826914447597};
  private static final double[] SHARES = {0.10698768655747794, 0.10462721630372734};

  private static Matrix points(int count, int dimensions) {
    Matrix x = new Matrix(count, dimensions);
    for (int n = 0; n < count; n++) {
      for (int d = 0; d < dimensions; d++) {
        double value = (n * 37 + d * 101 + n * d * 13) % 97 / 97.0;
        x.set(n, d, (float) (value + 2 * Math.sin(0.1 * n * (d + 1))));
      }
    }
    return x;
  }

  /** The sine of the angle between a direction and the plane of two others. */
  private static double angle(PrincipalComponents found, int component, double[][] plane) {
    double outside = 0;
    double[] along = new double[2];
    for (int p = 0; p < 2; p++) {
      for (int d = 0; d < plane[p].length; d++) {
        along[p] += found.direction(component, d) * plane[p][d];
      }
    }
    for (int d = 0; d < plane[0].length; d++) {
      double rest = found.direction(component, d) - along[0] * plane[0][d] - along[1] * plane[1][d];
      outside += rest * rest;
    }
    return Math.sqrt(outside);
  }

  @Test
  void directionsAndVariancesAreScikitLearns() {
    try (Compute compute = Compute.single()) {
      PrincipalComponents found = new PrincipalComponents(points(60, 12), 2, 1, compute);
      for (int c = 0; c < 2; c++) {
        assertTrue(angle(found, c, DIRECTIONS) < 1e-3, "angle " + angle(found, c, DIRECTIONS));
        assertEquals(VARIANCES[c], found.variance(c), 1e-4);
        assertEquals(SHARES[c], found.share(c), 1e-5);
      }
    }
  }

  @Test
  void manyDimensionsGiveTheEigenvectorsOfTheCovariance() {
    Matrix x = points(300, 70);
    double[][] covariance = new double[70][70];
    for (int i = 0; i < 70; i++) {
      for (int j = 0; j < 70; j++) {
        covariance[i][j] = covariance(x, i, j);
      }
    }
    SymmetricEigen eigen = new SymmetricEigen(covariance);
    double[][] plane = new double[2][70];
    for (int d = 0; d < 70; d++) {
      plane[0][d] = eigen.vector(d, 0);
      plane[1][d] = eigen.vector(d, 1);
    }
    try (Compute compute = Compute.single()) {
      PrincipalComponents found = new PrincipalComponents(x, 2, 1, compute);
      for (int c = 0; c < 2; c++) {
        assertTrue(angle(found, c, plane) < 1e-3, "angle " + angle(found, c, plane));
        assertEquals(eigen.value(c), found.variance(c), 1e-4 * eigen.value(c));
      }
    }
  }

  private static double covariance(Matrix x, int i, int j) {
    double sum = 0;
    double sumI = 0;
    double sumJ = 0;
    for (int n = 0; n < x.rows(); n++) {
      sum += (double) x.get(n, i) * x.get(n, j);
      sumI += x.get(n, i);
      sumJ += x.get(n, j);
    }
    return (sum - sumI * sumJ / x.rows()) / (x.rows() - 1);
  }

  @Test
  void theSamePictureForAnySeedAndNumberOfThreads() {
    Matrix x = points(300, 70);
    try (Compute one = Compute.single();
        Compute two = Compute.of(Compute.defaultKernel(), 2)) {
      float[] first = new PrincipalComponents(x, 2, 1, one).positions().values();
      float[] shared = new PrincipalComponents(x, 2, 1, two).positions().values();
      float[] other = new PrincipalComponents(x, 2, 9, one).positions().values();
      assertArrayEquals(first, shared);
      assertArrayEquals(first, other, 1e-2f);
    }
  }

  @Test
  void pointsThatAreAllTheSameLieInOnePlace() {
    try (Compute compute = Compute.single()) {
      PrincipalComponents found = new PrincipalComponents(new Matrix(9, 5), 2, 1, compute);
      assertEquals(0, found.share(0));
      assertArrayEquals(new float[18], found.positions().values());
    }
  }
}
