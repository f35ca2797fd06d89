package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.format.RunFolder;
import glassbox.training.RecipeBuilder;
import glassbox.ui.support.Fx;
import glassbox.ui.support.GlassboxThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** However impatient the hand: no thread is left behind, no run is lost. */
@Timeout(240)
class SessionThreadsTest {
  @TempDir private Path folder;

  @BeforeEach
  void awaitQuiet() {
    Fx.start();
    GlassboxThreads.awaitNone();
  }

  @Test
  void twentyImpatientStartsAndStopsEndCleanly() {
    try (SessionBench bench = new SessionBench(folder, new RecipeBuilder().epochs(1000))) {
      for (int i = 0; i < 20; i++) {
        bench.train();
        assertEquals(State.RUNNING, Fx.get(bench.session::state));
        bench.stop();
        bench.awaitState(State.FINISHED);
      }
      assertEquals("", bench.notice());
      Fx.awaitAnywhere(
          "only the session's own threads are left",
          () ->
              List.of("glassbox-analysis", "glassbox-looking-back", "glassbox-training")
                  .containsAll(GlassboxThreads.living()));
      Fx.run(() -> bench.session.setRecipe(bench.session.recipe().withEpochs(2)));
      assertEquals(20, bench.trainToTheEnd().history().size());
    }
    GlassboxThreads.awaitNone();
  }

  @Test
  void startAndStopInOneBreathEndsCleanly() {
    try (SessionBench bench = new SessionBench(folder, new RecipeBuilder().epochs(1000))) {
      Fx.run(() -> {
        for (int i = 0; i < 20; i++) {
          bench.session.train();
          bench.session.stop();
        }
      });
      bench.awaitState(State.FINISHED);
      assertEquals("", bench.notice());
    }
    GlassboxThreads.awaitNone();
  }

  @Test
  void closingWhileItTrainsEndsTheThreadsAndKeepsTheRun() throws IOException {
    SessionBench bench = new SessionBench(folder, new RecipeBuilder().epochs(1000));
    bench.pace(50);
    bench.train();
    bench.awaitSteps(1);
    bench.close();
    Path run = Shelves.runs(bench.shelf).getFirst();
    assertTrue(RunFolder.open(run).readCheckpoint().orElseThrow().keyframe().step() >= 1);
    GlassboxThreads.awaitNone();
  }

  @Test
  void closingAtRestEndsTheThreads() {
    new SessionBench(folder).close();
    GlassboxThreads.awaitNone();
  }

  @Test
  void closingTwiceIsHarmless() {
    SessionBench bench = new SessionBench(folder);
    bench.close();
    bench.close();
    GlassboxThreads.awaitNone();
  }
}
