package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.format.RunFolder;
import glassbox.optim.OptimizerSpec;
import glassbox.training.History;
import glassbox.training.Recipe;
import glassbox.training.RecipeBuilder;
import glassbox.training.RunPlan;
import glassbox.ui.support.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that are changed while a run is in hand: at once, kept, and not a step is lost. */
@Timeout(240)
class ChangeOnTheWayTest {
  private SessionBench bench;

  @BeforeEach
  void openSession(@TempDir Path folder) {
    bench = new SessionBench(folder, new RecipeBuilder().epochs(30));
  }

  @AfterEach
  void closeSession() {
    bench.close();
  }

  private Recipe recipe() {
    return bench.get(TrainingSession::recipe);
  }

  private static List<Integer> stepsAt(History history, double rate) {
    return IntStream.range(0, history.size())
        .filter(step -> history.learningRate(step) == rate)
        .boxed()
        .toList();
  }

  private void assertReplayable(Run run) throws IOException {
    RunPlan kept = RunFolder.open(run.folder()).readPlan();
    assertEquals(run.plan(), kept);
    PlainRun.of(kept, bench.dataset(), run.history().size()).assertSameHistory(run.history());
  }

  @Test
  void whilePausedTheNextStepTakesIt() throws IOException {
    Run run = bench.trainTo(25);
    bench.changeLearningRate(0.02);
    bench.trainTo(26);
    assertEquals(0.1, run.history().learningRate(24));
    assertEquals(0.02, run.history().learningRate(25));
    assertEquals(List.of(new Run.Mark(25, "learning rate 0.1 → 0.02")), run.marks());
    assertReplayable(run);
  }

  @Test
  void whileItTrainsTheNextStepTakesIt() throws IOException {
    bench.change(recipe().withEpochs(100_000));
    bench.pace(20);
    bench.train();
    bench.awaitSteps(3);
    int before = bench.steps();
    bench.changeLearningRate(0.03);
    int after = bench.steps(); // one more step may have been on its way
    bench.awaitSteps(after + 3);
    bench.pause();
    int first = stepsAt(bench.run().history(), 0.03).getFirst();
    assertTrue(first >= before && first <= after + 1, before + ", " + after + ", " + first);
    assertEquals(first, bench.run().marks().getFirst().step());
    assertReplayable(bench.run());
  }

  @Test
  void itLiesOnTheShelfAtOnce() throws IOException {
    Run run = bench.trainTo(5);
    bench.changeLearningRate(0.02);
    Path changes = run.folder().resolve("changes.jsonl");
    Fx.awaitAnywhere("it is written", () -> Files.exists(changes));
    assertEquals(
        "{\"step\":5,\"key\":\"optimizer.learningRate\",\"value\":0.02}",
        Files.readString(changes).strip());
  }

  @Test
  void manyChangesOnTheWayAreTheSameRunAgain() throws IOException {
    bench.change(recipe().withEpochs(100_000));
    bench.pace(300);
    bench.train();
    Run run = bench.run();
    List<UnaryOperator<Recipe>> changes =
        List.of(
            r -> r.withBatchSize(50),
            r -> r.withOptimizer(r.optimizer().withLearningRate(0.05)),
            r -> r.with(draft -> draft.labelSmoothing = 0.1),
            r -> r.withOptimizer(new OptimizerSpec.SgdSpec(0.05, 0.9, true, 0)),
            r -> r.withEpochs(50_000),
            r -> r.with(draft -> draft.clipNorm = 1.0),
            r -> r.withBatchSize(16));
    int steps = 0;
    for (UnaryOperator<Recipe> change : changes) {
      bench.awaitSteps(steps += 12);
      bench.change(change.apply(recipe()));
      assertEquals("", bench.notice());
    }
    bench.awaitSteps(steps + 5);
    bench.pause();
    bench.endSoon();
    bench.pace(Double.POSITIVE_INFINITY);
    bench.awaitState(State.FINISHED);
    bench.awaitKept(1);
    assertTrue(run.marks().size() > 3, run.marks().toString());
    assertEquals(run.plan().last(), recipe());
    assertReplayable(run);
    bench.awaitShown(run.history().size());
  }

  @Test
  void aSliderOnItsWayIsTheLastValueOfEachStep() {
    Run run = bench.trainTo(4);
    for (int i = 1; i <= 50; i++) {
      bench.changeLearningRate(i / 100.0);
    }
    bench.trainTo(5);
    assertEquals(0.5, run.history().learningRate(4));
    assertEquals(1, run.marks().size());
  }

  @Test
  void aChangeThatIsTakenBackBeforeTheNextStepWasNone() {
    Run run = bench.trainTo(4);
    bench.changeLearningRate(0.5);
    bench.changeLearningRate(0.1);
    bench.trainTo(6);
    assertEquals(List.of(), run.marks());
    assertEquals(0.1, run.history().learningRate(5));
  }

  @ParameterizedTest
  @CsvSource({
    "network, '[\"dense 8\", \"dense 5\"]'",
    "initializer, glorot",
    "validation, 30",
    "averaging, 0.9",
    "epochs, 1"
  })
  void whatCannotChangeIsRefusedInWordsAndNothingChanges(String key, String value) {
    Run run = bench.trainTo(15);
    Recipe before = recipe();
    bench.change(RecipeMemory.with(before, key, value));
    assertTrue(
        bench.notice().startsWith("PROBLEM: " + key), key + " is refused: " + bench.notice());
    assertEquals(before, recipe());
    bench.trainTo(17);
    assertEquals(List.of(), run.marks());
    PlainRun.of(new RunPlan(before), bench.dataset(), 17).assertSameHistory(run.history());
  }

  @Test
  void aRefusalThatComesTooLateIsSaidAndTheRunGoesOn() {
    bench.change(recipe().withEpochs(100_000));
    bench.train();
    bench.awaitSteps(1); // a run that is stopped before its first step is not kept
    Run run = bench.run();
    for (int i = 0; i < 40; i++) { // to end with the present epoch, which may just be over
      bench.with(s -> {
        int epoch = (int) run.epochsAfter(run.history().size()) + 1;
        s.setRecipe(s.recipe().withEpochs(Math.max(2, epoch)));
        s.setRecipe(s.recipe().withEpochs(100_000));
      });
    }
    State now = bench.get(TrainingSession::state);
    assertTrue(now == State.RUNNING || now == State.FINISHED, now.toString());
    bench.stop();
    bench.awaitKept(1);
    assertTrue(run.status() != Run.Status.FAILED);
  }

  @Test
  void aRunThatIsCutToWhatItHasDoneEnds() {
    Run run = bench.trainTo(20);
    bench.change(recipe().withEpochs(2));
    assertEquals("", bench.notice());
    bench.train();
    bench.awaitState(State.FINISHED);
    bench.awaitKept(1);
    assertEquals(20, run.history().size());
    assertEquals(Run.Status.FINISHED, bench.get(s -> run.status()));
  }

  @Test
  void whatIsChangedBeforeTheFirstStepCanBeLookedAtFromTheBeginning() {
    bench.pace(1e-3);
    bench.train();
    bench.change(recipe().withOptimizer(new OptimizerSpec.SgdSpec(0.05, 0.9, true, 0)));
    bench.pace(Double.POSITIVE_INFINITY);
    bench.awaitState(State.FINISHED);
    bench.with(s -> s.playhead().moveTo(0));
    bench.awaitShown(0);
    bench.with(s -> s.playhead().moveTo(3));
    bench.awaitShown(3);
  }
}
