package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import glassbox.analysis.Life;
import glassbox.linalg.Compute;
import glassbox.training.Evaluator;
import glassbox.training.RecipeBuilder;
import glassbox.training.Trainer;
import glassbox.ui.support.Fx;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The life of any image of any run, whether somebody watched it or not. */
@Timeout(120)
class RunLivesTest {
  @TempDir private Path folder;

  private static void awaitWholeLife(SessionBench bench, long steps) {
    Fx.await(
        "every step of the run is known",
        () ->
            bench.session.livesProperty().get() != null
                && bench.session.livesProperty().get().size() == steps + 1);
  }

  private static void requireExact(SessionBench bench, Run run) {
    Life life = bench.get(s -> s.livesProperty().get().of(3));
    Trainer trainer = new Trainer(run.plan(), run.data(), Compute.single());
    for (int moment = 0; moment < life.steps().length; moment++) {
      while (trainer.steps() < life.steps()[moment]) {
        trainer.step();
      }
      var all =
          new Evaluator(trainer.answering(), Compute.single()).probabilities(run.data().test());
      float[] expected = new float[5];
      for (int c = 0; c < 5; c++) {
        expected[c] = all.get(3, c);
      }
      assertArrayEquals(expected, life.shares()[moment], 0.5f / 255 + 1e-6f, "moment " + moment);
    }
  }

  @Test
  void aRunThatNobodyWatchedIsAnsweredAfterwardsExactly() {
    try (SessionBench bench = new SessionBench(folder, new RecipeBuilder().epochs(3))) {
      assertNull(bench.get(s -> s.livesProperty().get()));
      Run run = bench.trainToTheEnd();
      awaitWholeLife(bench, 30);
      requireExact(bench, run);
    }
  }

  @Test
  void soIsARunOfAnotherDay() {
    try (SessionBench bench = new SessionBench(folder, new RecipeBuilder().epochs(3))) {
      bench.trainToTheEnd();
    }
    try (SessionBench bench = new SessionBench(folder, new RecipeBuilder().epochs(3))) {
      bench.with(s -> s.runs().refresh());
      Fx.await("the run is listed", () -> !bench.session.runs().all().isEmpty());
      bench.with(s -> s.show(s.runs().all().getFirst()));
      Fx.await("it is looked at", () -> bench.session.runProperty().get() != null);
      awaitWholeLife(bench, 30);
      requireExact(bench, bench.run());
    }
  }

  @Test
  void anotherRunHasOtherLivesAndTheFirstKeepsIts() {
    try (SessionBench bench = new SessionBench(folder, new RecipeBuilder().epochs(2))) {
      Run first = bench.trainToTheEnd();
      awaitWholeLife(bench, 20);
      var known = bench.get(s -> s.livesProperty().get());
      bench.with(s -> s.setRecipe(s.recipe().withEpochs(1)));
      bench.trainToTheEnd();
      awaitWholeLife(bench, 10);
      bench.with(s -> s.show(first));
      assertEquals(known.size(), (int) bench.get(s -> s.livesProperty().get().size()));
    }
  }

  @Test
  void moreStepsAreMoreLife() {
    try (SessionBench bench = new SessionBench(folder, new RecipeBuilder().epochs(3))) {
      bench.trainTo(12);
      awaitWholeLife(bench, 12);
      bench.trainTo(20);
      awaitWholeLife(bench, 20);
    }
  }
}
