package glassbox.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glassbox.optim.OptimizerSpec.SgdSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptimizerSpecTest {
  private static String refusal(double rate, double momentum, boolean nesterov, double decay) {
    return assertThrows(
            IllegalArgumentException.class, () -> new SgdSpec(rate, momentum, nesterov, decay))
        .getMessage();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 1000.1, Double.NaN, Double.POSITIVE_INFINITY})
  void learningRatesOutOfRangeAreRefused(double rate) {
    assertEquals(
        "optimizer.learningRate must be in (0, 1000], got " + rate, refusal(rate, 0, false, 0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, 2, Double.NaN})
  void momentaOutOfRangeAreRefused(double momentum) {
    assertEquals(
        "optimizer.momentum must be in [0, 1), got " + momentum, refusal(0.1, momentum, false, 0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1001, Double.NaN})
  void weightDecaysOutOfRangeAreRefused(double decay) {
    assertEquals(
        "optimizer.weightDecay must be in [0, 1000], got " + decay, refusal(0.1, 0, false, decay));
  }

  @Test
  void nesterovNeedsMomentum() {
    assertEquals(
        "optimizer.nesterov must be false where optimizer.momentum is 0, got true",
        refusal(0.1, 0, true, 0));
  }

  @Test
  void anotherLearningRateLeavesTheRest() {
    SgdSpec spec = new SgdSpec(0.1, 0.9, true, 0.01);
    assertEquals(new SgdSpec(0.5, 0.9, true, 0.01), spec.withLearningRate(0.5));
    assertEquals("sgd", spec.name());
  }
}
