package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.training.RecipeBuilder;
import glassbox.ui.support.Fx;
import glassbox.ui.support.IdxFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How fast a run goes: by itself so that eyes can follow, otherwise as told. */
@Timeout(240)
class SessionPaceTest {
  @TempDir private Path folder;

  @Test
  void aPaceChangesWithinTheRun() {
    try (SessionBench bench = new SessionBench(folder)) {
      bench.pace(1);
      bench.train();
      bench.awaitSteps(1);
      bench.pace(Double.POSITIVE_INFINITY);
      bench.awaitState(State.FINISHED);
    }
  }

  @Test
  void aChosenPaceStaysForTheNextRun() {
    try (SessionBench bench = new SessionBench(folder)) {
      bench.pace(777);
      bench.trainToTheEnd();
      bench.trainToTheEnd();
      assertEquals(777, Fx.get(() -> bench.session.stepsPerSecondProperty().get()));
    }
  }

  @Test
  void whereNoneIsChosenAShortRunIsSlowedDown() {
    Fx.start();
    IdxFolder.write(folder, SessionBench.DATA);
    TrainingSession session =
        Fx.get(() ->
            new TrainingSession(
                new RecipeBuilder().epochs(4).build(), new RunShelf(folder.resolve("runs")), 1));
    try {
      assertTrue(Double.isInfinite(Fx.get(() -> session.stepsPerSecondProperty().get())));
      Fx.run(() -> session.useDataset(folder.toString()));
      Fx.await("the data set is read", () -> session.state() == State.READY);
      Fx.run(session::train);
      assertEquals(2, Fx.get(() -> session.stepsPerSecondProperty().get()));
    } finally {
      Fx.run(session::close);
    }
  }
}
