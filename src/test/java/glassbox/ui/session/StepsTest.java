package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.training.History;
import glassbox.training.History.ValidationPoint;
import glassbox.training.RecipeBuilder;
import glassbox.ui.support.TrainingThread;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Single steps and goals: the run comes exactly there and waits. */
@Timeout(240)
class StepsTest {
  private SessionBench bench;

  @BeforeEach
  void openSession(@TempDir Path folder) {
    bench = new SessionBench(folder, new RecipeBuilder().epochs(40).validation(44)); // 8 an epoch
  }

  @AfterEach
  void closeSession() {
    bench.close();
  }

  private void assertPausedAt(int steps) {
    bench.awaitShown(steps);
    bench.awaitState(State.PAUSED);
    bench.awaitRest();
    assertEquals(steps, bench.steps());
  }

  @Test
  void aStepWhereNothingIsInHandBeginsARun() {
    bench.with(s -> s.step(1));
    assertPausedAt(1);
    assertEquals(Run.Status.IN_HAND, bench.run().status());
  }

  @Test
  void stepsAreExactly() {
    bench.with(s -> s.step(1));
    assertPausedAt(1);
    bench.with(s -> s.step(100));
    assertPausedAt(101);
    bench.with(s -> s.step(1));
    assertPausedAt(102);
  }

  @Test
  void fiftyImpatientStepsAreFifty() {
    for (int i = 0; i < 25; i++) {
      bench.with(s -> s.step(1));
    }
    bench.with(s -> {
      for (int i = 0; i < 25; i++) {
        s.step(1);
      }
    });
    assertPausedAt(50);
  }

  @Test
  void stepsDoNotWaitForThePace() {
    bench.pace(1e-3);
    bench.with(s -> s.step(20));
    assertPausedAt(20);
  }

  @Test
  void aStepAfterAPauseIsOneStepWhateverTheGoalWas() {
    bench.pace(20);
    bench.with(s -> s.train(new Goal.Steps(300)));
    bench.awaitSteps(2);
    bench.pace(1e-3);
    TrainingThread.awaitPace();
    int before =
        bench.get(s -> {
          int steps = s.runProperty().get().history().size();
          s.pause();
          s.step(1);
          return steps;
        });
    assertPausedAt(before + 1);
  }

  @Test
  void stepsEndWithTheRun() {
    bench.with(s -> s.step(1000));
    bench.awaitState(State.FINISHED);
    assertEquals(320, bench.steps());
  }

  @Test
  void anEpochIsFinished() {
    bench.with(TrainingSession::finishEpoch);
    assertPausedAt(8);
    bench.with(s -> s.step(3));
    assertPausedAt(11);
    bench.with(TrainingSession::finishEpoch);
    assertPausedAt(16);
    bench.with(TrainingSession::finishEpoch);
    assertPausedAt(24);
    assertEquals(3, bench.run().history().epochs().size());
  }

  @Test
  void goalsOfStepsAndEpochsAreMet() {
    bench.with(s -> s.train(new Goal.Steps(13)));
    assertPausedAt(13);
    bench.with(s -> s.train(new Goal.Epochs(5)));
    assertPausedAt(40);
    bench.with(s -> s.train(new Goal.Epochs(5))); // it is there
    assertPausedAt(40);
  }

  @Test
  void anAccuracyIsMetAtTheFirstMeasurementThatHasIt() {
    bench.with(s -> s.train(new Goal.Accuracy(0.9)));
    bench.awaitState(State.PAUSED);
    bench.awaitRest();
    History history = bench.run().history();
    List<ValidationPoint> points = history.validations();
    assertEquals(history.size(), points.getLast().afterSteps());
    assertTrue(points.getLast().accuracy() >= 0.9, points.toString());
    assertTrue(
        points.subList(0, points.size() - 1).stream().allMatch(point -> point.accuracy() < 0.9),
        points.toString());
  }

  @Test
  void anAccuracyNeedsImagesToMeasure() {
    bench.change(bench.get(TrainingSession::recipe).withValidation(0));
    bench.with(s -> s.train(new Goal.Accuracy(0.9)));
    assertTrue(bench.notice().contains("Validation"), bench.notice());
    assertEquals(State.READY, bench.get(TrainingSession::state));
  }

  @Test
  void allOfItIsTheUndisturbedRun() {
    bench.with(s -> s.step(5));
    assertPausedAt(5);
    bench.with(TrainingSession::finishEpoch);
    assertPausedAt(8);
    bench.with(s -> s.train(new Goal.Accuracy(0.8)));
    bench.awaitState(State.PAUSED);
    bench.train();
    bench.awaitState(State.FINISHED);
    PlainRun.of(bench.run().plan(), bench.dataset()).assertSameHistory(bench.run().history());
  }
}
