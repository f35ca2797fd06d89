package glassbox.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.linalg.Matrix;
import glassbox.linalg.RandomMatrices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoftmaxCrossEntropyTest {
  private static double loss(double smoothing, int label, float... logits) {
    return new SoftmaxCrossEntropy(1, logits.length, smoothing)
        .forward(Matrix.of(1, logits.length, logits), new int[] {label});
  }

  @Test
  void equalLogitsCostTheLogarithmOfTheClasses() {
    assertEquals(Math.log(10), loss(0, 3, new float[10]), 1e-6);
  }

  @Test
  void theLossIsTheMeanOverTheBatch() {
    SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy(4, 2, 0);
    Matrix logits = Matrix.of(2, 2, 0, 0, 0, (float) Math.log(3));
    assertEquals((Math.log(2) + Math.log(4)) / 2, softmax.forward(logits, new int[] {0, 0}), 1e-6);
  }

  @Test
  void smoothingGivesEveryClassItsShareOfTheTarget() {
    double right = -Math.log(0.75);
    double wrong = -Math.log(0.25);
    assertEquals(0.9 * right + 0.1 * wrong, loss(0.2, 1, 0, (float) Math.log(3)), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.9})
  void backwardIsTheSlopeInTheLogits(double smoothing) {
    SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy(5, 4, smoothing);
    Matrix logits = RandomMatrices.gaussian(5, 4, 1);
    int[] labels = {0, 3, 1, 1, 2};
    softmax.forward(logits, labels);
    Matrix gradient = softmax.backward(labels);
    NumericalGradients.assertEqual(
        "dL/dz", logits, gradient, () -> softmax.forward(logits, labels));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3})
  void rowsOfTheGradientSumToZero(double smoothing) {
    SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy(6, 10, smoothing);
    int[] labels = {0, 1, 2, 3, 9, 5};
    softmax.forward(RandomMatrices.gaussian(6, 10, 1), labels);
    Matrix gradient = softmax.backward(labels);
    for (int n = 0; n < 6; n++) {
      double sum = 0;
      for (int c = 0; c < 10; c++) {
        sum += gradient.get(n, c);
      }
      assertEquals(0, sum, 1e-6, "row " + n);
    }
  }

  @Test
  void hugeLogitsNeitherOverflowNorLoseTheAnswer() {
    assertEquals(0, loss(0, 0, 1e4f, -1e4f, 0), 1e-6);
    assertEquals(-Math.log(1e-7), loss(0, 1, 1e4f, -1e4f, 0), 1e-6);
    assertEquals(Math.log(3), loss(0, 1, 1e4f, 1e4f, 1e4f), 1e-6);
    assertEquals(Math.log(3), loss(0, 1, -1e4f, -1e4f, -1e4f), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.99})
  void noLossIsAbove16Point12(double smoothing) {
    for (float logit : new float[] {10, 100, 1e4f, 1e30f}) {
      double loss = loss(smoothing, 1, logit, -logit, 0);
      assertTrue(loss > 0 && loss <= 16.12, logit + " gives " + loss);
    }
  }

  @Test
  void theGradientIsNotClipped() {
    SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy(1, 2, 0);
    softmax.forward(Matrix.of(1, 2, 1e4f, -1e4f), new int[] {1});
    assertEquals(-1f, softmax.backward(new int[] {1}).get(0, 1), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
  void logitsThatAreNoNumbersGiveALossThatIsNone(float logit) {
    for (int label = 0; label < 3; label++) {
      assertEquals(Double.NaN, loss(0, label, 0, logit, 1));
      assertEquals(Double.NaN, loss(0.1, label, 0, logit, 1));
    }
  }

  @Test
  void countsTheCorrectAnswersOfTheLastBatchAlone() {
    SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy(3, 3, 0);
    softmax.forward(Matrix.of(3, 3, 5, 1, 1, 0, 2, 3, 1, 9, 2), new int[] {0, 1, 1});
    assertEquals(2, softmax.correct());
    softmax.forward(Matrix.of(1, 3, 5, 1, 1), new int[] {2});
    assertEquals(0, softmax.correct());
  }

  @Test
  void probabilitiesSumToOne() {
    SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy(1, 10, 0);
    softmax.forward(RandomMatrices.gaussian(1, 10, 1), new int[] {0});
    double sum = 0;
    for (float p : softmax.probabilities().values()) {
      sum += p;
    }
    assertEquals(1, sum, 1e-6);
  }

  @Test
  void argMaxTakesTheFirstOfEquals() {
    assertEquals(1, SoftmaxCrossEntropy.argMax(new float[] {9, 1, 5, 5}, 1, 3));
  }

  @Test
  void logitsOfAnotherWidthAreRefused() {
    SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy(2, 3, 0);
    assertEquals(
        "layer loss: wanted [N x 3], got [2 x 4]",
        assertThrows(
                IllegalArgumentException.class, () -> softmax.forward(new Matrix(2, 4), new int[2]))
            .getMessage());
  }
}
