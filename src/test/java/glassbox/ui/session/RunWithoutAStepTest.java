package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import glassbox.training.RecipeBuilder;
import glassbox.ui.support.Fx;
import glassbox.ui.support.IdxFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is stopped before its first step leaves no folder and no notice. */
class RunWithoutAStepTest {
  @TempDir private Path folder;

  @Test
  void isNotKept() throws Exception {
    Fx.start();
    Path data = IdxFolder.write(folder.resolve("data"), SessionBench.DATA);
    Path runs = folder.resolve("runs");
    TrainingSession session =
        Fx.get(() -> new TrainingSession(new RecipeBuilder().build(), new RunShelf(runs), 1));
    Fx.run(() -> session.useDataset(data.toString()));
    Fx.await("ready", () -> session.state() == State.READY);
    Fx.run(() -> {
      session.setStepsPerSecond(1e-3);
      session.train();
      session.stop();
    });
    Fx.await("measured", () -> session.predictionsProperty().get() != null);
    Fx.run(session::close);
    org.testfx.util.WaitForAsyncUtils.waitForFxEvents();
    assertEquals(null, session.noticeProperty().get());
    assertFalse(Files.exists(runs), "a run without a step is kept");
  }
}
