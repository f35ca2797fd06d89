package glassbox.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.nn.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against torch.optim.SGD's formulas, computed by hand. */
class SgdTest {
  private static final float[] GRADIENTS = {0.5f, -0.25f, 1f};

  private static Parameter parameter(float value) {
    return new Parameter("0.weight", Matrix.of(1, 1, value), Matrix.of(1, 1, 0), false);
  }

  private static Optimizer sgd(
      double momentum, boolean nesterov, double weightDecay, Parameter... parameters) {
    return new OptimizerSpec.SgdSpec(0.1, momentum, nesterov, weightDecay)
        .create(List.of(parameters), Compute.single());
  }

  private static float value(Parameter parameter) {
    return parameter.value().get(0, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "0,   false, 0,   0.95,  0.975,    0.875",
    "0.9, false, 0,   0.95,  0.93,     0.812",
    "0.9, true,  0,   0.905, 0.912,    0.7058",
    "0,   false, 0.1, 0.94,  0.9556,   0.846044",
    "0.9, false, 0.1, 0.94,  0.9016,   0.758024",
    "0.9, true,  0.1, 0.886, 0.868066, 0.630906146",
  })
  void threeStepsFromOneAreThoseComputedByHand(
      double momentum, boolean nesterov, double decay, double w1, double w2, double w3) {
    Parameter w = parameter(1);
    Optimizer sgd = sgd(momentum, nesterov, decay, w);
    double[] wanted = {w1, w2, w3};
    for (int step = 0; step < 3; step++) {
      w.gradient().set(0, 0, GRADIENTS[step]);
      sgd.step(0.1);
      assertEquals(wanted[step], value(w), 1e-6, "after step " + (step + 1));
    }
  }

  /** v = 1, then 1.5: the velocity holds gradients, to which each step's own rate is applied. */
  @Test
  void theVelocityDoesNotHoldTheLearningRate() {
    Parameter w = parameter(0);
    w.gradient().fill(1f);
    Optimizer sgd = sgd(0.5, false, 0, w);
    sgd.step(1);
    sgd.step(0.1);
    assertEquals(-1.15, value(w), 1e-6);
  }

  @Test
  void everyParameterHasAVelocityOfItsOwn() {
    Parameter moving = parameter(0);
    Parameter resting = parameter(0);
    moving.gradient().fill(1f);
    Optimizer sgd = sgd(0.5, false, 0, moving, resting);
    sgd.step(1);
    sgd.step(1);
    assertEquals(-2.5, value(moving), 1e-6);
    assertEquals(0, value(resting));
  }

  @Test
  void everyElementIsUpdatedAndGradientsAreKept() {
    Matrix values = Matrix.of(2, 2, 1, 2, 3, 4);
    Parameter w = new Parameter("0.weight", values, Matrix.of(2, 2, 1, 2, 3, 4), false);
    sgd(0, false, 0, w).step(0.5);
    for (int i = 0; i < 4; i++) {
      assertEquals(0.5 * (i + 1), w.value().values()[i], 1e-6);
      assertEquals(i + 1, w.gradient().values()[i]);
    }
  }

  @Test
  void aNewLifeStartsAtRest() {
    OptimizerSpec spec = new OptimizerSpec.SgdSpec(0.1, 0.9, false, 0);
    Parameter w = parameter(0);
    w.gradient().fill(1f);
    spec.create(List.of(w), Compute.single()).step(1);
    spec.create(List.of(w), Compute.single()).step(1);
    assertEquals(-2, value(w), 1e-6);
  }
}
