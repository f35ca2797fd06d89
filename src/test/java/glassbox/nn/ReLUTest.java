package glassbox.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.linalg.RandomMatrices;
import org.junit.jupiter.api.Test;

class ReLUTest {
  private static ReLU relu(int width, int batch) {
    return new ReLU(1, width, new LayerContext(Compute.of("plain", 1), batch));
  }

  @Test
  void keepsWhatIsPositive() {
    Matrix y = relu(5, 1).forward(Matrix.of(1, 5, -2, -0f, 0, 0.5f, 3), Pass.EVALUATION);
    assertArrayEquals(new float[] {0, 0, 0, 0.5f, 3}, y.values());
  }

  @Test
  void letsNanAndInfinityThrough() {
    Matrix x = Matrix.of(1, 3, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
    Matrix y = relu(3, 1).forward(x, Pass.EVALUATION);
    assertArrayEquals(new float[] {Float.NaN, Float.POSITIVE_INFINITY, 0}, y.values());
  }

  @Test
  void takesTheDerivativeAtZeroAsZero() {
    ReLU relu = relu(3, 1);
    relu.forward(Matrix.of(1, 3, -1, 0, 1), Pass.EVALUATION);
    Matrix dx = relu.backward(Matrix.of(1, 3, 5, 6, 7), true);
    assertArrayEquals(new float[] {0, 0, 7}, dx.values());
  }

  @Test
  void backwardIsTheSlopeAwayFromTheKink() {
    Matrix x = RandomMatrices.gaussian(6, 7, 1);
    for (int i = 0; i < x.size(); i++) {
      x.values()[i] += Math.copySign(2 * NumericalGradients.EPSILON, x.values()[i]);
    }
    Matrix r = RandomMatrices.gaussian(6, 7, 2);
    ReLU relu = relu(7, 6);
    relu.forward(x, Pass.EVALUATION);
    Matrix dx = relu.backward(r, true);
    NumericalGradients.assertEqual(
        "dL/dx", x, dx, () -> NumericalGradients.weightedSum(r, relu.forward(x, Pass.EVALUATION)));
  }

  @Test
  void shapeErrorsNameTheLayerTheWantedAndTheGotShape() {
    assertEquals(
        "layer 1 relu: wanted [N x 3], got [2 x 4]",
        assertThrows(
                IllegalArgumentException.class,
                () -> relu(3, 2).forward(new Matrix(2, 4), Pass.EVALUATION))
            .getMessage());
  }
}
