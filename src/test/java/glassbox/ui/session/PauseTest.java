package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.training.RecipeBuilder;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run waits where it is told to, and that costs it nothing. */
@Timeout(240)
class PauseTest {
  private SessionBench bench;

  @BeforeEach
  void openSession(@TempDir Path folder) {
    bench = new SessionBench(folder, new RecipeBuilder().epochs(40).validation(44));
  }

  @AfterEach
  void closeSession() {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource({"1e-3, 1", "20, 1", "Infinity, 1"})
  void takesEffectWithinAStepAtAnyPace(double pace, int steps) {
    bench.change(bench.get(TrainingSession::recipe).withEpochs(100_000));
    bench.train();
    bench.awaitSteps(3);
    bench.pace(pace);
    int before =
        bench.get(s -> {
          s.pause();
          return s.runProperty().get().history().size();
        });
    assertEquals(State.PAUSED, bench.get(TrainingSession::state));
    bench.awaitRest();
    assertTrue(bench.steps() <= before + steps, before + " and then " + bench.steps());
  }

  @Test
  void aPausedRunIsTheUndisturbedOne() {
    bench.change(bench.get(TrainingSession::recipe).withEpochs(100_000));
    bench.pace(300);
    bench.train();
    Run run = bench.run();
    for (int steps : new int[] {1, 30, 31, 90, 120}) {
      bench.awaitSteps(steps);
      bench.pause();
      assertEquals(State.PAUSED, bench.get(TrainingSession::state));
      bench.train();
      assertEquals(State.RUNNING, bench.get(TrainingSession::state));
    }
    bench.pause();
    bench.endSoon();
    bench.awaitState(State.FINISHED);
    assertSame(run, bench.run());
    PlainRun.of(run.plan(), bench.dataset()).assertSameHistory(run.history());
    bench.awaitShown(run.history().size());
  }

  @Test
  void stopEndsARunThatIsPaused() {
    Run run = bench.trainTo(7);
    bench.stop();
    assertEquals(State.FINISHED, bench.get(TrainingSession::state));
    bench.awaitKept(1);
    assertEquals(7, run.history().size());
    assertEquals(7, bench.get(s -> run.figuresProperty().get()).steps());
  }

  @Test
  void pauseWhereNothingRunsDoesNothing() {
    bench.with(TrainingSession::pause);
    assertEquals(State.READY, bench.get(TrainingSession::state));
  }
}
