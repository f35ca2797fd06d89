package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.format.RunAbout;
import glassbox.format.RunFolder;
import glassbox.training.Change;
import glassbox.training.Recipe;
import glassbox.training.RecipeBuilder;
import glassbox.ui.support.Fx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that shares the past of another: without a change it is the other, bit for bit. */
@Timeout(240)
class ForkTest {
  private final Random random = new Random(2);
  @TempDir private Path folder;
  private SessionBench bench;

  @BeforeEach
  void openSession() {
    bench = bench();
  }

  private SessionBench bench() {
    return new SessionBench(folder, new RecipeBuilder().epochs(20).validation(44)); // 160 steps
  }

  @AfterEach
  void closeSession() {
    bench.close();
  }

  private Run fork(Run parent, long step, Recipe by) {
    bench.with(s -> s.fork(parent, step, by));
    Fx.await(
        "it is forked",
        () -> bench.session.runProperty().get() != parent || !bench.notice().isEmpty());
    assertEquals("", bench.notice());
    return bench.run();
  }

  private Run forkToTheEnd(Run parent, long step, Recipe by) {
    int before = Shelves.finished(bench.shelf).size();
    Run fork = fork(parent, step, by);
    bench.awaitState(State.FINISHED);
    bench.awaitKept(before + 1);
    return fork;
  }

  private static Recipe slower(Recipe recipe) {
    return recipe.withOptimizer(recipe.optimizer().withLearningRate(0.01));
  }

  @Test
  void ofAFinishedRunIsTheSameRunFromAnyStep() {
    Run parent = bench.trainToTheEnd();
    for (int i = 0; i < 4; i++) {
      long step = random.nextInt(160);
      Run fork = forkToTheEnd(parent, step, parent.recipe());
      assertEquals(160, fork.history().size());
      PlainRun.assertSamePast(parent.history(), fork.history(), 160);
      assertSame(parent, fork.parent());
      assertEquals(step, fork.forkStep());
      bench.awaitShown(160);
    }
  }

  @Test
  void withNoChangeRepeatsWhatItsParentChangedLater() {
    Run parent = bench.trainTo(50);
    bench.change(slower(parent.recipe()));
    bench.trainTo(110);
    bench.change(parent.plan().last().withBatchSize(50));
    bench.trainToTheEnd();
    int steps = parent.history().size();
    for (int step : new int[] {random.nextInt(50), 50, 50 + random.nextInt(60), 110}) {
      Recipe due = parent.plan().at(step);
      Run fork = forkToTheEnd(parent, step, due);
      assertEquals(parent.plan(), fork.plan(), "forked at " + step);
      assertEquals(steps, fork.history().size());
      PlainRun.assertSamePast(parent.history(), fork.history(), steps);
      assertEquals(parent.plan().last(), bench.get(TrainingSession::recipe));
    }
  }

  @Test
  void theRecipeOfAForkInHandIsThatOfItsNextStep() {
    Run parent = bench.trainTo(50);
    bench.change(slower(parent.recipe()));
    bench.trainTo(60);
    bench.pace(1e-3);
    Run fork = fork(parent, 40, parent.recipe());
    assertEquals(parent.recipe(), bench.get(TrainingSession::recipe), "not yet what comes later");
    bench.pace(Double.POSITIVE_INFINITY);
    bench.awaitState(State.FINISHED);
    assertEquals(parent.plan(), fork.plan());
    assertEquals(slower(parent.recipe()), bench.get(TrainingSession::recipe));
  }

  @Test
  void aChangeOnTheWayGivesUpWhatWasToCome() {
    Run parent = bench.trainTo(50);
    bench.change(slower(parent.recipe()));
    bench.trainTo(60);
    bench.pace(1e-3);
    Run fork = fork(parent, 40, parent.recipe());
    Recipe smooth = parent.recipe().with(draft -> draft.labelSmoothing = 0.1);
    bench.change(smooth);
    bench.pace(Double.POSITIVE_INFINITY);
    bench.awaitState(State.FINISHED);
    assertEquals(List.of(new Change(40, smooth)), fork.plan().changes());
    assertEquals(smooth, bench.get(TrainingSession::recipe));
  }

  @Test
  void ofAPausedRunLaysItAsideAndBothComeToTheSameEnd() throws IOException {
    Run parent = bench.trainTo(70);
    Run fork = forkToTheEnd(parent, 33, parent.recipe());
    assertEquals(Run.Status.UNFINISHED, Fx.get(parent::status));
    assertEquals(70, parent.history().size());
    bench.with(s -> s.goOn(parent, new Goal.End()));
    assertSame(parent, bench.run());
    bench.awaitState(State.FINISHED);
    bench.awaitKept(2);
    PlainRun.of(parent.plan(), bench.dataset()).assertSameHistory(parent.history());
    PlainRun.of(fork.plan(), bench.dataset()).assertSameHistory(fork.history());
    assertArrayEquals(Shelves.model(parent.folder()), Shelves.model(fork.folder()));
  }

  @Test
  void ofARunThatTrainsTakesItsPlaceInTheHand() {
    bench.pace(100);
    bench.train();
    Run parent = bench.run();
    bench.awaitSteps(50);
    bench.pace(1e-3);
    Run fork = fork(parent, 41, parent.recipe());
    assertSame(fork, bench.get(TrainingSession::runInHand));
    bench.pace(Double.POSITIVE_INFINITY);
    bench.awaitState(State.FINISHED);
    PlainRun.of(fork.plan(), bench.dataset()).assertSameHistory(fork.history());
    bench.with(s -> s.goOn(parent, new Goal.End()));
    bench.awaitState(State.FINISHED);
    PlainRun.of(parent.plan(), bench.dataset()).assertSameHistory(parent.history());
  }

  @Test
  void ofTheNewestStepOfARunThatTrains() {
    bench.pace(100);
    bench.train();
    Run parent = bench.run();
    bench.awaitSteps(50);
    bench.pace(1e-3); // the parent must not end before it is forked
    bench.with(s -> s.fork(parent, parent.history().size(), parent.recipe()));
    bench.pace(Double.POSITIVE_INFINITY);
    bench.awaitState(State.FINISHED);
    Run fork = bench.run();
    assertTrue(fork.forkStep() >= 50);
    PlainRun.of(fork.plan(), bench.dataset()).assertSameHistory(fork.history());
  }

  @Test
  void ofARunOfAnotherDayIsTheSameRun() {
    bench.trainToTheEnd();
    bench.close();
    bench = bench();
    bench.with(s -> s.runs().refresh());
    Fx.await("it is listed", () -> bench.session.runs().all().size() == 1);
    Run parent = bench.get(s -> s.runs().all().getFirst());
    bench.with(s -> s.fork(parent, 90, parent.recipe())); // opens it first
    Fx.await("it is forked", () -> bench.session.runProperty().get() != null);
    bench.awaitState(State.FINISHED);
    PlainRun.of(parent.plan(), bench.dataset()).assertSameHistory(bench.run().history());
    PlainRun.assertSamePast(parent.history(), bench.run().history(), 160);
  }

  @Test
  void withAChangeSharesThePastAlone() throws IOException {
    Run parent = bench.trainToTheEnd();
    Run fork = forkToTheEnd(parent, 60, slower(parent.recipe()));
    PlainRun.assertSamePast(parent.history(), fork.history(), 60);
    assertEquals(0.01, fork.history().learningRate(60));
    assertNotEquals(parent.history().loss(61), fork.history().loss(61));
    assertEquals(
        parent.history().validations().stream().filter(p -> p.afterSteps() <= 60).toList(),
        fork.history().validations().stream().filter(p -> p.afterSteps() <= 60).toList());
    RunFolder kept = RunFolder.open(fork.folder());
    assertEquals(fork.plan(), kept.readPlan());
    RunAbout about = kept.readAbout();
    assertEquals(String.valueOf(parent.folder().getFileName()), about.parent());
    assertEquals(60, about.forkStep());
    PlainRun.of(kept.readPlan(), bench.dataset()).assertSameHistory(fork.history());
    bench.with(s -> s.playhead().moveTo(17));
    bench.awaitShown(17);
  }

  @Test
  void ofAForkIsAForkToo() {
    Run parent = bench.trainToTheEnd();
    Run fork = forkToTheEnd(parent, 100, slower(parent.recipe()));
    Run second = forkToTheEnd(fork, 120, fork.plan().last());
    PlainRun.assertSamePast(fork.history(), second.history(), 160);
    Run early = forkToTheEnd(fork, 50, parent.recipe());
    PlainRun.assertSamePast(fork.history(), early.history(), 160);
    Run asIfNothingHadBeen = forkToTheEnd(fork, 100, parent.recipe());
    PlainRun.assertSamePast(parent.history(), asIfNothingHadBeen.history(), 160);
  }

  @Test
  void whereNothingIsLeftToTrainItIsRefusedInWords() {
    Run parent = bench.trainToTheEnd();
    bench.with(s -> s.fork(parent, 160, parent.recipe()));
    bench.awaitNotice("PROBLEM: The run is over at step 160");
    assertSame(parent, bench.run());
    assertEquals(State.FINISHED, bench.get(TrainingSession::state));
    assertEquals(1, bench.get(s -> s.runs().all()).size());
    bench.with(TrainingSession::dismissNotice);
    Run longer = forkToTheEnd(parent, 160, parent.recipe().withEpochs(21));
    assertEquals(168, longer.history().size());
  }

  @Test
  void whatCannotBeForkedIsRefusedInWords() {
    Run parent = bench.trainTo(10);
    bench.with(s -> s.fork(parent, 11, parent.recipe()));
    bench.awaitNotice("step must be in [0, 10], got 11");
    bench.with(s -> s.fork(parent, 5, parent.recipe().withValidation(10)));
    bench.awaitNotice("validation cannot change within a run");
    assertSame(parent, bench.get(TrainingSession::runInHand));
  }
}
