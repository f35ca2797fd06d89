package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.Augmentation;
import glassbox.data.ImageDataset;
import glassbox.data.SyntheticData;
import glassbox.format.ChangesJson;
import glassbox.format.FormatException;
import glassbox.linalg.Compute;
import glassbox.nn.LayerSpec;
import glassbox.optim.LearningRateSchedule.Cosine;
import glassbox.optim.OptimizerSpec.AdamSpec;
import glassbox.optim.OptimizerSpec.RmsPropSpec;
import glassbox.optim.OptimizerSpec.SgdSpec;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that is changed on its way is made again, bit for bit, from what is written of it. */
class ChangesTest {
  /** 170 are learned: eight steps an epoch, the last of two images. */
  private static final ImageDataset DATA = SyntheticData.patterns(5, 5, 200, 50);

  /** In the middle of the second epoch. */
  private static final int ON_THE_WAY = 11;

  private static final Recipe START =
      new RecipeBuilder()
          .network("dense 16", "batchnorm", "relu", "dropout 0.3", "dense 5")
          .epochs(3)
          .batchSize(24)
          .validation(30)
          .build()
          .withOptimizer(new SgdSpec(0.05, 0.9, true, 0.001));

  /** What is changed from {@link #START}. */
  enum What {
    LEARNING_RATE(draft -> draft.optimizer = new SgdSpec(0.01, 0.9, true, 0.001)),
    MOMENTUM_OFF(draft -> draft.optimizer = new SgdSpec(0.05, 0, false, 0.001)),
    MOMENTUM(draft -> draft.optimizer = new SgdSpec(0.05, 0.5, true, 0.001)),
    NESTEROV_OFF(draft -> draft.optimizer = new SgdSpec(0.05, 0.9, false, 0.001)),
    WEIGHT_DECAY(draft -> draft.optimizer = new SgdSpec(0.05, 0.9, true, 0.1)),
    DROPOUT_RATE(draft -> draft.network = dropout(0.6)),
    DROPOUT_OFF(draft -> draft.network = dropout(0)),
    SMALLER_BATCHES(draft -> draft.batchSize = 7),
    LARGER_BATCHES(draft -> draft.batchSize = 64),
    BATCHES_OF_ALL(draft -> draft.batchSize = 1000),
    LABEL_SMOOTHING(draft -> draft.labelSmoothing = 0.2),
    SCHEDULE(draft -> draft.schedule = new Cosine(5, 0.01)),
    RMSPROP(draft -> draft.optimizer = new RmsPropSpec(0.003, 0.9, 1e-8, 0.5, 0)),
    ADAM(draft -> draft.optimizer = new AdamSpec(0.01, 0.9, 0.99, 1e-8, 0.01, false)),
    ADAMW(draft -> draft.optimizer = new AdamSpec(0.01, 0.9, 0.99, 1e-8, 0.01, true)),
    MAX_NORM(draft -> draft.maxNorm = 0.3),
    CLIPPING(draft -> draft.clipNorm = 0.05),
    ORDER(draft -> draft.seed = 9),
    FILE_ORDER(draft -> draft.shuffle = false),
    DECAY_OF_WEIGHTS_ALONE(draft -> draft.optimizer = new SgdSpec(0.05, 0.9, true, 0.001, false)),
    AUGMENTATION(draft ->
        draft.augmentation = new Augmentation(9, 0.1, 0.1, 1, 0.5, 0.5, null, 0, 0.5, 0.5));

    private final Recipe recipe;

    What(Consumer<Recipe.Draft> change) {
      recipe = START.with(change);
    }

    private static List<LayerSpec> dropout(double rate) {
      return Stream.of("dense 16", "batchnorm", "relu", "dropout " + rate, "dense 5")
          .map(LayerSpec::parse)
          .toList();
    }
  }

  private static Trainer trainer(RunPlan plan, Compute compute) {
    return new Trainer(plan, DATA, compute);
  }

  private static Trainer begun(Recipe recipe) {
    return new Trainer(recipe, DATA, Compute.of("plain", 1));
  }

  private static RunPlan writtenAndRead(RunPlan plan) throws FormatException {
    return ChangesJson.parse(ChangesJson.write(plan), plan.start(), "changes.jsonl");
  }

  private static void assertMadeAgain(Trainer run) throws FormatException {
    RunPlan read = writtenAndRead(run.plan());
    assertEquals(run.plan(), read);
    for (String kernel : new String[] {"plain", "simd"}) {
      for (int threads = 1; threads <= 2; threads++) {
        try (Compute compute = Compute.of(kernel, threads)) {
          Trainer again = Runs.finish(trainer(read, compute));
          Runs.assertSame(run, again, kernel + " on " + threads);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChangedRunIsMadeAgain(What what) throws FormatException {
    Trainer run = Runs.at(begun(START), ON_THE_WAY);
    run.change(what.recipe);
    assertMadeAgain(Runs.finish(run));
  }

  @ParameterizedTest
  @EnumSource
  void aChangeOnTwoThreadsIsTheSameChange(What what) {
    Trainer one = Runs.at(begun(START), ON_THE_WAY);
    one.change(what.recipe);
    try (Compute compute = Compute.of("simd", 2)) {
      Trainer two = Runs.at(trainer(new RunPlan(START), compute), ON_THE_WAY);
      two.change(what.recipe);
      Runs.assertSame(Runs.finish(one), Runs.finish(two), what.name());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChangeThatIsTakenBackLaterIsMadeAgain(What what) throws FormatException {
    Trainer run = Runs.at(begun(START), 3);
    run.change(what.recipe);
    Runs.at(run, 5).change(START);
    assertEquals(2, run.plan().changes().size());
    assertMadeAgain(Runs.finish(run));
  }

  @ParameterizedTest
  @EnumSource
  void aChangeTakesEffectAtTheVeryNextStep(What what) {
    Trainer undisturbed = Runs.at(begun(START), ON_THE_WAY);
    Trainer changed = Runs.at(begun(START), ON_THE_WAY);
    changed.change(what.recipe);
    Runs.assertSame(undisturbed, changed, "not before a step is made");
    undisturbed.step();
    changed.step();
    assertFalse(
        Arrays.deepEquals(
            undisturbed.keyframe().arrays().toArray(), changed.keyframe().arrays().toArray()));
  }

  @ParameterizedTest
  @EnumSource
  void aChangeThatIsUndoneAtTheSameStepLeavesNoTrace(What what) {
    Trainer run = Runs.at(begun(START), ON_THE_WAY);
    run.change(what.recipe);
    run.change(START);
    assertEquals(new RunPlan(START), run.plan());
    Runs.assertSame(Runs.finish(begun(START)), Runs.finish(run), what.name());
  }

  @ParameterizedTest
  @EnumSource
  void aChangeBeforeTheFirstStepIsMadeAgain(What what) throws FormatException {
    Trainer run = begun(START);
    run.change(what.recipe);
    assertMadeAgain(Runs.finish(run));
  }

  @ParameterizedTest
  @EnumSource
  void aRunThatIsChangedBeforeItsFirstStepIsResumedThere(What what) {
    Trainer run = begun(START);
    RunState state = new RunState(run.keyframe(), run.history());
    run.change(what.recipe);
    Trainer resumed = trainer(run.plan(), Compute.of("plain", 1));
    resumed.resume(state);
    Runs.assertSame(Runs.finish(run), Runs.finish(resumed), what.name());
  }

  @Test
  void aPendingChangeIsSeen() {
    Trainer run = Runs.at(begun(START), ON_THE_WAY);
    run.change(What.LEARNING_RATE.recipe);
    assertEquals(What.LEARNING_RATE.recipe, run.recipe());
    assertEquals(0.01, run.learningRate(ON_THE_WAY));
    assertEquals(0.05, run.learningRate(ON_THE_WAY - 1));
    run.step();
    assertEquals(0.01, run.history().learningRate(ON_THE_WAY));
    assertEquals(0.05, run.history().learningRate(ON_THE_WAY - 1));
  }

  @Test
  void anImpossibleChangeIsRefusedAndChangesNothing() {
    Trainer run = Runs.at(begun(START), ON_THE_WAY);
    assertThrows(
        IllegalArgumentException.class, () -> run.change(START.withDataset("other").withSeed(3)));
    assertThrows(IllegalArgumentException.class, () -> run.change(START.withEpochs(1)));
    assertEquals(new RunPlan(START), run.plan());
    Runs.assertSame(Runs.finish(begun(START)), Runs.finish(run), "refused");
  }

  @Test
  void moreEpochsAtTheEndAreMadeAgain() throws FormatException {
    Trainer run = Runs.finish(begun(START));
    run.change(START.withEpochs(5));
    assertFalse(run.isFinished());
    Runs.finish(run);
    assertEquals(40, run.steps());
    assertEquals(5, run.history().epochs().size());
    assertMadeAgain(run);
  }

  @Test
  void fewerEpochsEndARunAtOnce() throws FormatException {
    Trainer run = Runs.at(begun(START), 16);
    run.change(START.withEpochs(2));
    assertTrue(run.isFinished());
    assertMadeAgain(run);
  }

  private static Recipe stoppingEarly(int epochs) {
    return START.with(draft -> {
      draft.earlyStopping = new EarlyStopping(3, 10.0); // the first epoch stays the best
      draft.epochs = epochs;
    });
  }

  @Test
  void theEndOfAShorterPlanRestoredTheBestWeightsAlsoInALongerRun() throws FormatException {
    Trainer run = Runs.finish(begun(stoppingEarly(2)));
    run.change(stoppingEarly(3));
    assertMadeAgain(Runs.finish(run));
  }

  @Test
  void aRunThatIsCutShortIsMadeAgainWithTheWeightsThatItHad() throws FormatException {
    Trainer run = Runs.at(begun(stoppingEarly(3)), 16);
    float[] weights = run.network().parameters().getFirst().value().values().clone();
    run.change(stoppingEarly(2));
    assertTrue(run.isFinished());
    assertArrayEquals(weights, run.network().parameters().getFirst().value().values());
    assertMadeAgain(run);
  }
}
