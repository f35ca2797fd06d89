package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import glassbox.training.RecipeBuilder;
import glassbox.ui.support.Fx;
import glassbox.ui.support.IdxFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The data set of the last time may be gone at the next start: another can be chosen. */
@Timeout(240)
class FirstDatasetMissingTest {
  @TempDir private Path folder;

  @Test
  void anotherCanBeChosenAfterTheFirstOneCouldNotBeRead() {
    Fx.start();
    TrainingSession session =
        Fx.get(() ->
            new TrainingSession(
                new RecipeBuilder().build(), new RunShelf(folder.resolve("runs")), 1));
    try {
      Fx.run(() -> session.useDataset(folder.resolve("gone").toString()));
      Fx.await("it is said", () -> session.noticeProperty().get() != null);
      assertNull(Fx.get(() -> session.datasetProperty().get()));
      assertFalse(Fx.get(session::state) == State.LOADING, "nothing is being read any more");
      Path data = IdxFolder.write(folder.resolve("data"), SessionBench.DATA);
      Fx.run(() -> session.useDataset(data.toString()));
      Fx.await("the other is read", () -> session.state() == State.READY);
    } finally {
      Fx.run(session::close);
    }
  }
}
