package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glassbox.format.RunFolder;
import glassbox.ui.support.Fx;
import glassbox.ui.support.GlassboxThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The window may be closed after the last step, before the JavaFX thread has heard of it. */
@Timeout(240)
class ClosingAtTheEndTest {
  @TempDir private Path folder;

  @Test
  void closingInTheMomentOfTheEndKeepsTheRunToBeEndedAtTheNextStart() throws IOException {
    SessionBench bench = new SessionBench(folder);
    Fx.run(() -> {
      bench.session.train();
      Run run = bench.session.runProperty().get();
      while (run.history().size() < run.totalSteps() || busy("glassbox-training")) {
        Thread.onSpinWait(); // the JavaFX thread hears of the end only after this
      }
      bench.session.close();
    });
    GlassboxThreads.awaitNone();
    Path run = Shelves.runs(bench.shelf).getFirst();
    assertEquals(20, RunFolder.open(run).readCheckpoint().orElseThrow().keyframe().step());
    try (SessionBench next = new SessionBench(folder)) {
      Fx.run(next.session::offerInterrupted);
      next.answer("Go on");
      next.awaitKept(1);
    }
    GlassboxThreads.awaitNone();
  }

  /** Whether the thread of this name does something else than wait for its next work. */
  private static boolean busy(String name) {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey().getName().equals(name))
        .anyMatch(thread ->
            List.of(thread.getValue()).stream()
                .noneMatch(frame -> frame.getMethodName().equals("getTask")));
  }
}
