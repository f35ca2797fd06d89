package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import glassbox.training.RecipeBuilder;
import glassbox.ui.support.Fx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** Answers come from training and from the analysis of the past: which of them are shown. */
@Timeout(240)
class RunInViewTest {
  /** What the analysis thread is asked for, done when the test says so. */
  private final List<Runnable> asked = new ArrayList<>();

  private void analyse() {
    asked.forEach(Runnable::run);
    asked.clear();
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static long step(RunInView view) {
    return Fx.get(() -> {
      Snapshot shown = view.snapshotProperty().get();
      return shown == null ? -1 : shown.step();
    });
  }

  @Test
  void whatTrainingHasAnsweredMeanwhileIsNewer(@TempDir Path folder) {
    try (SessionBench bench = new SessionBench(folder, new RecipeBuilder().epochs(40));
        SessionThreads threads = new SessionThreads()) {
      bench.trainTo(50);
      Run run = bench.run();
      RunInView view =
          Fx.get(() -> {
            SessionModel model = new SessionModel(bench.session.recipe());
            Background background = new Background(threads, model::refuse);
            RunList runs = new RunList(new RunShelf(bench.shelf), new Undo(), background);
            return new RunInView(model, runs, asked::add);
          });
      Fx.run(() -> {
        view.look(run);
        view.playhead().moveTo(10);
      });
      analyse();
      assertEquals(10, step(view));
      Fx.run(() -> view.playhead().toLive());
      analyse();
      assertEquals(50, step(view));

      Fx.run(() -> {
        view.playhead().moveTo(10);
        view.playhead().toLive(); // asks for step 50, and is answered late
      });
      bench.with(s -> s.step(10));
      bench.awaitSteps(60);
      bench.awaitRest();
      Snapshot newest = bench.get(s -> s.snapshotProperty().get());
      Fx.run(() -> view.showLive(run, newest));
      analyse();
      assertSame(newest, Fx.get(() -> view.snapshotProperty().get()));
      assertEquals(60, newest.step());

      Fx.run(() -> view.playhead().moveTo(10));
      analyse();
      assertEquals(10, step(view));
    }
  }
}
