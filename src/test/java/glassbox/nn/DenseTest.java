package glassbox.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.linalg.RandomMatrices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenseTest {
  private final Compute compute = Compute.of("plain", 1);

  private Dense dense(int inputs, int units, int batch) {
    return new Dense(1, inputs, units, new LayerContext(compute, batch));
  }

  private static Dense random(Dense dense) {
    dense.weight().value().copyFrom(RandomMatrices.gaussian(dense.inputs(), dense.outputs(), 1));
    dense.bias().value().copyFrom(RandomMatrices.gaussian(1, dense.outputs(), 2));
    return dense;
  }

  @Test
  void addsTheBiasToTheWeightedSums() {
    Dense dense = dense(2, 3, 1);
    dense.weight().value().copyFrom(Matrix.of(2, 3, 1, 2, 3, 4, 5, 6));
    dense.bias().value().copyFrom(Matrix.of(1, 3, 100, 200, 300));
    Matrix y = dense.forward(Matrix.of(1, 2, 10, 1), Pass.EVALUATION);
    assertArrayEquals(new float[] {114, 225, 336}, y.values());
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "3, 5, 4", "7, 2, 9", "4, 17, 1", "2, 1, 6"})
  void backwardIsTheSlopeInWeightsBiasesAndInputs(int n, int d, int h) {
    Dense dense = random(dense(d, h, n));
    Matrix x = RandomMatrices.gaussian(n, d, 3);
    Matrix r = RandomMatrices.gaussian(n, h, 4);
    dense.forward(x, Pass.EVALUATION);
    Matrix dx = dense.backward(r, true);
    assertSlopes(dense, x, dx, r);
  }

  private static void assertSlopes(Dense dense, Matrix x, Matrix dx, Matrix r) {
    for (Parameter parameter : dense.parameters()) {
      NumericalGradients.assertEqual(
          parameter.name(),
          parameter.value(),
          parameter.gradient(),
          () -> NumericalGradients.weightedSum(r, dense.forward(x, Pass.EVALUATION)));
    }
    NumericalGradients.assertEqual(
        "dL/dx", x, dx, () -> NumericalGradients.weightedSum(r, dense.forward(x, Pass.EVALUATION)));
  }

  @Test
  void aSmallerBatchAfterALargeOneLeavesNothingBehind() {
    Matrix small = RandomMatrices.gaussian(2, 3, 5);
    Matrix dy = RandomMatrices.gaussian(2, 4, 6);
    Dense used = random(dense(3, 4, 6));
    used.forward(RandomMatrices.gaussian(6, 3, 7), Pass.EVALUATION);
    used.backward(RandomMatrices.gaussian(6, 4, 8), true);
    used.forward(small, Pass.EVALUATION);
    used.backward(dy, true);
    Dense fresh = random(dense(3, 4, 2));
    fresh.forward(small, Pass.EVALUATION);
    fresh.backward(dy, true);
    assertArrayEquals(fresh.weight().gradient().values(), used.weight().gradient().values());
    assertArrayEquals(fresh.bias().gradient().values(), used.bias().gradient().values());
  }

  @Test
  void parametersAreNamedAsInAStateDict() {
    assertEquals(
        "1.weight [3 x 4], 1.bias [1 x 4]",
        String.join(
            ", ",
            dense(3, 4, 1).parameters().stream()
                .map(p -> p.name() + " " + p.value().shape())
                .toList()));
  }

  @Test
  void shapeErrorsNameTheLayerTheWantedAndTheGotShape() {
    Dense dense = dense(3, 4, 2);
    assertEquals(
        "layer 1.weight: wanted [N x 3], got [2 x 5]",
        assertThrows(
                IllegalArgumentException.class,
                () -> dense.forward(new Matrix(2, 5), Pass.EVALUATION))
            .getMessage());
    assertEquals(
        "layer 1.weight: wanted [N x 4], got [2 x 3]",
        assertThrows(IllegalArgumentException.class, () -> dense.backward(new Matrix(2, 3), true))
            .getMessage());
  }
}
