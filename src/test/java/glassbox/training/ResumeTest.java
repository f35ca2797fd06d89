package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.ImageDataset;
import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import glassbox.optim.OptimizerSpec;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that is saved anywhere and resumed is the undisturbed run, bit for bit. */
class ResumeTest {
  private static final ImageDataset DATA = SyntheticData.patterns(5, 5, 200, 50);

  static Stream<OptimizerSpec> optimizers() {
    return Stream.of(
        new OptimizerSpec.SgdSpec(0.05, 0, false, 0.001),
        new OptimizerSpec.SgdSpec(0.05, 0.9, true, 0),
        new OptimizerSpec.RmsPropSpec(0.003, 0.99, 1e-8, 0.5, 0),
        new OptimizerSpec.AdamSpec(0.01, 0.9, 0.999, 1e-8, 0.01, false),
        new OptimizerSpec.AdamSpec(0.01, 0.9, 0.999, 1e-8, 0.01, true));
  }

  private static Recipe recipe(OptimizerSpec optimizer) {
    return new RecipeBuilder()
        .network("dense 16", "batchnorm", "relu", "dropout 0.3", "dense 5")
        .epochs(4)
        .batchSize(24)
        .validation(30)
        .build()
        .with(draft -> {
          draft.optimizer = optimizer;
          draft.averaging = 0.9;
          draft.maxNorm = 2.0;
          draft.clipNorm = 1.0;
          draft.earlyStopping = new EarlyStopping(2, 0.0);
        });
  }

  private static Trainer trainer(Recipe recipe) {
    return new Trainer(recipe, DATA, Compute.of("plain", 1));
  }

  private static Trainer finished(Trainer trainer) {
    while (!trainer.isFinished()) {
      trainer.step();
    }
    return trainer;
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void fromAnyStep(OptimizerSpec optimizer) {
    Recipe recipe = recipe(optimizer);
    Trainer undisturbed = finished(trainer(recipe));
    Random random = new Random(1);
    for (int i = 0; i < 6; i++) {
      Trainer first = trainer(recipe);
      int steps = random.nextInt((int) undisturbed.steps() + 1);
      for (int step = 0; step < steps; step++) {
        first.step();
      }
      Trainer second = trainer(recipe);
      second.resume(first.save());
      assertSameRun(undisturbed, finished(second), "from step " + steps);
    }
  }

  private static void assertSameRun(Trainer expected, Trainer got, String where) {
    RunState wanted = expected.save();
    RunState state = got.save();
    assertEquals(wanted.step(), state.step(), where);
    for (int i = 0; i < wanted.arrays().size(); i++) {
      assertArrayEquals(wanted.arrays().get(i), state.arrays().get(i), where);
    }
    for (int step = 0; step < wanted.step(); step++) {
      assertArrayEquals(wanted.steps().get(step), state.steps().get(step), where);
    }
    assertEquals(wanted.validations(), state.validations());
    assertEquals(expected.test(), got.test());
  }

  @Test
  void aStateOfAnotherNetworkIsRefused() {
    Recipe recipe = recipe(new OptimizerSpec.SgdSpec(0.05, 0.9, true, 0));
    RunState state = trainer(recipe).save();
    Trainer other = trainer(new RecipeBuilder().build());
    assertThrows(IllegalArgumentException.class, () -> other.resume(state));
  }

  @Test
  void aSavedStateIsNotChangedByTheRunThatGoesOn() {
    Trainer trainer = trainer(recipe(new OptimizerSpec.SgdSpec(0.05, 0.9, true, 0)));
    trainer.step();
    RunState state = trainer.save();
    List<float[]> before = state.arrays().stream().map(float[]::clone).toList();
    trainer.step();
    for (int i = 0; i < before.size(); i++) {
      assertArrayEquals(before.get(i), state.arrays().get(i));
    }
    assertTrue(state.steps().size() == 1 && state.step() == 1);
  }
}
