package glassbox.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.nn.Parameter;
import glassbox.optim.OptimizerSpec.AdamSpec;
import glassbox.optim.OptimizerSpec.RmsPropSpec;
import glassbox.optim.OptimizerSpec.SgdSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Without a gradient only weight decay moves anything. */
class DecayOfBiasAndNormTest {
  private final Parameter weight = parameter(false);
  private final Parameter bias = parameter(true);

  private static Parameter parameter(boolean isVector) {
    return new Parameter("0", Matrix.of(1, 2, 1, -1), new Matrix(1, 2), isVector);
  }

  static Stream<OptimizerSpec> weightsAlone() {
    return of(false);
  }

  static Stream<OptimizerSpec> all() {
    return of(true);
  }

  private static Stream<OptimizerSpec> of(boolean biasAndNorm) {
    return Stream.of(
        new SgdSpec(0.1, 0, false, 0.1, biasAndNorm),
        new SgdSpec(0.1, 0.9, true, 0.1, biasAndNorm),
        new RmsPropSpec(0.1, 0.9, 1e-8, 0, 0.1, biasAndNorm),
        new RmsPropSpec(0.1, 0.9, 1e-8, 0.9, 0.1, biasAndNorm),
        new AdamSpec(0.1, 0.9, 0.999, 1e-8, 0.1, false, biasAndNorm),
        new AdamSpec(0.1, 0.9, 0.999, 1e-8, 0.1, true, biasAndNorm));
  }

  private void steps(OptimizerSpec spec) {
    Optimizer optimizer = spec.create(List.of(weight, bias), Compute.of("plain", 1));
    for (int step = 0; step < 3; step++) {
      optimizer.step(0.1);
    }
    assertTrue(weight.value().get(0, 0) < 1, "weights decay: " + spec);
    assertEquals(-weight.value().get(0, 0), weight.value().get(0, 1));
  }

  @ParameterizedTest
  @MethodSource("weightsAlone")
  void withoutItABiasStays(OptimizerSpec spec) {
    steps(spec);
    assertEquals(1, bias.value().get(0, 0));
    assertEquals(-1, bias.value().get(0, 1));
  }

  @ParameterizedTest
  @MethodSource("all")
  void withItABiasDecaysAsWeightsDo(OptimizerSpec spec) {
    steps(spec);
    assertEquals(weight.value().get(0, 0), bias.value().get(0, 0));
    assertEquals(spec, spec.withLearningRate(0.3).withLearningRate(0.1));
  }
}
