package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

  @ParameterizedTest
  @MethodSource("optimizers")
  void fromAnyStep(OptimizerSpec optimizer) {
    Recipe recipe = recipe(optimizer);
    Trainer undisturbed = Runs.finish(trainer(recipe));
    Random random = new Random(1);
    for (int i = 0; i < 6; i++) {
      Trainer first = trainer(recipe);
      int steps = random.nextInt((int) undisturbed.steps() + 1);
      for (int step = 0; step < steps; step++) {
        first.step();
      }
      Trainer second = trainer(recipe);
      second.resume(new RunState(first.keyframe(), first.history()));
      Runs.assertSame(undisturbed, Runs.finish(second), "from step " + steps);
    }
  }

  @Test
  void aStateOfAnotherNetworkIsRefused() {
    Recipe recipe = recipe(new OptimizerSpec.SgdSpec(0.05, 0.9, true, 0));
    Trainer first = trainer(recipe);
    RunState state = new RunState(first.keyframe(), first.history());
    Trainer other = trainer(new RecipeBuilder().build());
    assertThrows(IllegalArgumentException.class, () -> other.resume(state));
  }

  @Test
  void aHistoryShorterThanTheRunIsRefused() {
    Recipe recipe = recipe(new OptimizerSpec.SgdSpec(0.05, 0.9, true, 0));
    Keyframe after3 = Runs.at(trainer(recipe), 3).keyframe();
    RunState state = new RunState(after3, Runs.at(trainer(recipe), 2).history());
    assertThrows(IllegalArgumentException.class, () -> trainer(recipe).resume(state));
  }

  @Test
  void aRunThatHasBegunIsNotEntered() {
    Recipe recipe = recipe(new OptimizerSpec.SgdSpec(0.05, 0.9, true, 0));
    Trainer begun = Runs.at(trainer(recipe), 3);
    RunState state = new RunState(begun.keyframe(), begun.history());
    assertThrows(IllegalArgumentException.class, () -> begun.resume(state));
  }

  @Test
  void aLongerHistoryIsTakenOverAsFarAsTheRunHadCome() {
    Recipe recipe = recipe(new OptimizerSpec.SgdSpec(0.05, 0.9, true, 0));
    Trainer run = Runs.at(trainer(recipe), 10);
    Keyframe after10 = run.keyframe();
    Runs.finish(run);
    Trainer second = trainer(recipe);
    second.resume(new RunState(after10, run.history()));
    assertEquals(10, second.history().size());
    assertEquals(1, second.history().epochs().size());
    assertEquals(1, second.history().validations().size());
    Runs.assertSame(run, Runs.finish(second), "from step 10");
  }

  @Test
  void aKeyframeIsNotChangedByTheRunThatGoesOn() {
    Trainer trainer = trainer(recipe(new OptimizerSpec.SgdSpec(0.05, 0.9, true, 0)));
    trainer.step();
    Keyframe keyframe = trainer.keyframe();
    List<float[]> before = keyframe.arrays().stream().map(float[]::clone).toList();
    trainer.step();
    for (int i = 0; i < before.size(); i++) {
      assertArrayEquals(before.get(i), keyframe.arrays().get(i));
    }
    assertEquals(1, keyframe.step());
  }
}
