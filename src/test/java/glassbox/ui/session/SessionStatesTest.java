package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.training.History;
import glassbox.training.Recipe;
import glassbox.training.RecipeBuilder;
import glassbox.ui.support.Fx;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a data set to a run's end, through the states that drive the buttons. */
@Timeout(240)
class SessionStatesTest {
  private SessionBench bench;

  @BeforeEach
  void openSession(@TempDir Path folder) {
    bench = new SessionBench(folder, new RecipeBuilder().validation(44));
  }

  @AfterEach
  void closeSession() {
    bench.close();
  }

  /** A run that does not end while the test looks at it, however long that takes. */
  private Recipe withoutEnd() {
    Recipe before = bench.get(TrainingSession::recipe);
    bench.change(before.withEpochs(100_000));
    return before;
  }

  @Test
  void aRunGoesFromReadyThroughRunningToFinished() {
    Run run = bench.trainToTheEnd();
    assertEquals(List.of(State.LOADING, State.READY, State.RUNNING, State.FINISHED), bench.states);
    assertEquals(16, run.totalSteps());
    assertEquals(16, run.history().size());
    assertEquals(2 * 256, run.imagesLearned());
    assertEquals("", bench.notice());
  }

  @Test
  void aStoppedRunIsFinishedAndKeptAsFarAsItCame() {
    withoutEnd();
    bench.pace(5);
    bench.train();
    bench.awaitSteps(2);
    bench.stop();
    bench.awaitState(State.FINISHED);
    bench.awaitKept(1);
    assertTrue(bench.steps() >= 2, bench.steps() + " steps");
    assertEquals("", bench.notice());
  }

  @Test
  void whileOneRunsNothingElseBegins() {
    bench.pace(1e-3);
    bench.train();
    Run first = Fx.get(() -> bench.session.runProperty().get());
    Fx.run(() -> {
      bench.session.train();
      bench.session.useDataset("fashion-mnist");
      bench.session.step(1);
    });
    assertSame(first, Fx.get(() -> bench.session.runProperty().get()));
    assertEquals(State.RUNNING, Fx.get(bench.session::state));
  }

  @Test
  void stopWhereNothingRunsDoesNothing() {
    bench.stop();
    assertEquals(List.of(State.LOADING, State.READY), bench.states);
    bench.trainToTheEnd();
    bench.stop();
    assertEquals(State.FINISHED, Fx.get(bench.session::state));
  }

  @Test
  void theNextRunIsAnotherWithAHistoryOfItsOwn() {
    Run first = bench.trainToTheEnd();
    Run second = bench.trainToTheEnd();
    assertNotSame(first.history(), second.history());
    assertEquals(16, second.history().size());
  }

  @Test
  void aRunThatIsStartedWhileTheLastIsMeasuredComesToItsEndToo() {
    Recipe ofSixteenSteps = withoutEnd();
    bench.pace(100);
    bench.train();
    bench.awaitSteps(1);
    Fx.run(() -> {
      bench.session.stop();
      bench.session.setRecipe(ofSixteenSteps);
      bench.session.setStepsPerSecond(Double.POSITIVE_INFINITY);
      bench.session.train();
    });
    bench.awaitState(State.FINISHED);
    bench.awaitKept(2);
    assertEquals(16, bench.steps());
  }

  @Test
  void toggleStartsPausesAndGoesOn() {
    bench.pace(1e-3);
    Fx.run(bench.session::toggle);
    assertEquals(State.RUNNING, Fx.get(bench.session::state));
    Run run = bench.run();
    Fx.run(bench.session::toggle);
    assertEquals(State.PAUSED, Fx.get(bench.session::state));
    bench.pace(Double.POSITIVE_INFINITY);
    Fx.run(bench.session::toggle);
    bench.awaitState(State.FINISHED);
    assertSame(run, bench.run());
  }

  @Test
  void validationIsMeasuredFromTheStartToTheEnd() {
    Run run = bench.trainToTheEnd();
    var points = run.history().validations();
    assertEquals(0, points.getFirst().afterSteps());
    assertEquals(16, points.getLast().afterSteps());
    for (int i = 1; i < points.size(); i++) {
      assertTrue(points.get(i).afterSteps() > points.get(i - 1).afterSteps(), points.toString());
    }
  }

  @Test
  void onlyShortRunsAreMeasuredWithinTheirEpochs() {
    assertTrue(bench.trainToTheEnd().history().validations().size() > 3, "two epochs");
    bench.change(bench.get(TrainingSession::recipe).withEpochs(20));
    History longer = bench.trainToTheEnd().history();
    assertEquals(20, longer.epochs().size());
    assertEquals(21, longer.validations().size(), "the beginning and each epoch's end");
  }
}
