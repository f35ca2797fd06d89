package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import glassbox.data.Augmentation;
import glassbox.data.Augmentation.Cutout;
import glassbox.data.ImageDataset;
import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import glassbox.optim.OptimizerSpec;
import glassbox.optim.OptimizerSpec.AdamSpec;
import glassbox.optim.OptimizerSpec.RmsPropSpec;
import glassbox.optim.OptimizerSpec.SgdSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fork that changes nothing becomes its parent, bit for bit. */
class ForkTest {
  private static final ImageDataset DATA = SyntheticData.patterns(5, 5, 200, 50);

  /** A parent changes here, before it is forked. */
  private static final int CHANGED = 5;

  private static Recipe recipe(OptimizerSpec optimizer) {
    return new RecipeBuilder()
        .network("dense 16", "batchnorm", "relu", "dropout 0.3", "dense 5")
        .epochs(4)
        .batchSize(24)
        .validation(30)
        .build()
        .withOptimizer(optimizer);
  }

  /** What a run may carry from step to step. */
  enum Kind {
    SGD(new SgdSpec(0.05, 0, false, 0.001), draft -> {}),
    MOMENTUM(new SgdSpec(0.05, 0.9, false, 0), draft -> {}),
    NESTEROV(new SgdSpec(0.05, 0.9, true, 0), draft -> {}),
    RMSPROP(new RmsPropSpec(0.003, 0.99, 1e-8, 0, 0.001), draft -> {}),
    RMSPROP_MOMENTUM(new RmsPropSpec(0.003, 0.99, 1e-8, 0.5, 0), draft -> {}),
    ADAM(new AdamSpec(0.01, 0.9, 0.999, 1e-8, 0.01, false), draft -> {}),
    ADAMW(new AdamSpec(0.01, 0.9, 0.999, 1e-8, 0.01, true), draft -> {}),
    AVERAGING(new SgdSpec(0.05, 0.9, true, 0), draft -> draft.averaging = 0.9),
    EARLY_STOPPING(
        new SgdSpec(0.05, 0.9, true, 0), draft -> draft.earlyStopping = new EarlyStopping(2, 0.05)),
    MAX_NORM(new SgdSpec(0.05, 0.9, true, 0), draft -> draft.maxNorm = 0.5),
    AUGMENTATION(
        new SgdSpec(0.05, 0.9, true, 0),
        draft ->
            draft.augmentation =
                new Augmentation(9, 0.1, 0.1, 1, 0.5, 0.5, new Cutout(2, 0.5), 0.1, 0.5, 0.5)),
    CLIPPING(new SgdSpec(0.05, 0.9, true, 0), draft -> draft.clipNorm = 0.1),
    ALL(
        new AdamSpec(0.01, 0.9, 0.999, 1e-8, 0.01, true),
        draft -> {
          draft.averaging = 0.9;
          draft.maxNorm = 1.0;
          draft.clipNorm = 0.5;
          draft.earlyStopping = new EarlyStopping(2, 0.0);
        });

    private final Recipe recipe;

    Kind(OptimizerSpec optimizer, Consumer<Recipe.Draft> rest) {
      recipe = recipe(optimizer).with(rest);
    }

    /** A run that has been changed on its way. */
    private Trainer parent() {
      Trainer parent = new Trainer(recipe, DATA, Compute.of("plain", 1));
      Runs.at(parent, CHANGED).change(recipe.withBatchSize(31));
      return parent;
    }
  }

  private static Trainer fork(Trainer parent, Keyframe keyframe) {
    RunPlan same = parent.plan().forkedAt(keyframe.step(), parent.plan().at(keyframe.step()));
    Trainer fork = new Trainer(same, DATA, Compute.of("plain", 1));
    fork.resume(new RunState(keyframe, parent.history()));
    return fork;
  }

  @ParameterizedTest
  @EnumSource
  void aForkOfARunUnderWay(Kind kind) {
    Random random = new Random(3);
    Trainer whole = Runs.finish(kind.parent());
    for (int i = 0; i < 5; i++) {
      Trainer parent = kind.parent();
      long step = i == 0 ? CHANGED : CHANGED + random.nextLong(whole.steps() - CHANGED + 1);
      Trainer fork = fork(parent, Runs.at(parent, step).keyframe());
      Runs.assertSame(whole, Runs.finish(fork), "forked at " + step);
      Runs.assertSame(whole, Runs.finish(parent), "the parent goes on from " + step);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aForkOfAFinishedRun(Kind kind) {
    Trainer parent = kind.parent();
    Keyframe earlier = Runs.at(parent, 12).keyframe();
    Runs.finish(parent);
    Runs.assertSame(parent, Runs.finish(fork(parent, earlier)), kind.name());
  }

  @ParameterizedTest
  @EnumSource
  void aForkThatChangesIsAnotherRunWithTheSamePast(Kind kind) {
    Trainer parent = kind.parent();
    Trainer fork = fork(parent, Runs.at(parent, 12).keyframe());
    fork.change(fork.recipe().with(draft -> draft.labelSmoothing = 0.3));
    Runs.finish(parent);
    Runs.finish(fork);
    for (int step = 0; step < 12; step++) {
      assertEquals(parent.history().loss(step), fork.history().loss(step));
    }
    assertFalse(
        Arrays.equals(parent.testProbabilities().values(), fork.testProbabilities().values()));
  }

  @ParameterizedTest
  @EnumSource
  void aForkRepeatsWhatItsParentChangedLater(Kind kind) {
    Random random = new Random(4);
    Trainer parent = kind.parent();
    List<Keyframe> keyframes = new ArrayList<>();
    while (!parent.isFinished()) {
      if (parent.steps() == 9 || parent.steps() == 15) { // beside the change of the parent
        parent.change(parent.recipe().withBatchSize((int) parent.steps() + 10));
      }
      keyframes.add(parent.keyframe());
      parent.step();
    }
    for (int i = 0; i < 4; i++) {
      Keyframe keyframe = keyframes.get(random.nextInt(keyframes.size()));
      String where = kind + " forked at " + keyframe.step();
      Runs.assertSame(parent, Runs.finish(fork(parent, keyframe)), where);
    }
  }
}
