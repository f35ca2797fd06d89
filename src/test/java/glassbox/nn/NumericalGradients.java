package glassbox.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glassbox.linalg.Matrix;
import java.util.function.DoubleSupplier;

/**
 * Gradients by central differences, against which the backward passes are held.
 *
 * <p>The network computes in float: a loss of about 1 carries a rounding error of about 1e-7, which
 * a difference over 2 EPSILON makes 2e-5. The formula's own error, of the third derivative times
 * EPSILON^2 / 6, is smaller. {@link #TOLERANCE} leaves ten times that.
 */
final class NumericalGradients {
  static final float EPSILON = 5e-3f;
  static final double TOLERANCE = 2e-4;

  private NumericalGradients() {}

  /** Asserts that each element of the analytic gradient is the loss's slope in that value. */
  static void assertEqual(String what, Matrix values, Matrix analytic, DoubleSupplier loss) {
    assertEquals(values.shape(), analytic.shape(), what);
    for (int i = 0; i < values.size(); i++) {
      double slope = slope(values.values(), i, loss);
      double tolerance = TOLERANCE * Math.max(1, Math.abs(slope));
      assertEquals(slope, analytic.values()[i], tolerance, what + ", element " + i);
    }
  }

  private static double slope(float[] values, int i, DoubleSupplier loss) {
    float value = values[i];
    float above = value + EPSILON;
    float below = value - EPSILON;
    values[i] = above;
    double lossAbove = loss.getAsDouble();
    values[i] = below;
    double lossBelow = loss.getAsDouble();
    values[i] = value;
    return (lossAbove - lossBelow) / ((double) above - below);
  }

  /** Σ r y: a loss whose gradient dL/dy is r. */
  static double weightedSum(Matrix r, Matrix y) {
    double sum = 0;
    for (int i = 0; i < y.size(); i++) {
      sum += (double) r.values()[i] * y.values()[i];
    }
    return sum;
  }
}
