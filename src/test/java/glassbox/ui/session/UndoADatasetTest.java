package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.SyntheticData;
import glassbox.training.Recipe;
import glassbox.ui.support.Fx;
import glassbox.ui.support.IdxFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The choice of a data set is taken back like any other, and what was done before it as well. */
@Timeout(240)
class UndoADatasetTest {
  private SessionBench bench;
  private Path data;
  private Path other;

  @BeforeEach
  void openSession(@TempDir Path folder) {
    bench = new SessionBench(folder.resolve("data"));
    data = Path.of(Fx.get(() -> bench.session.datasetProperty().get().name()));
    other = IdxFolder.write(folder.resolve("other"), SyntheticData.patterns(3, 8, 200, 50));
  }

  @AfterEach
  void closeSession() {
    bench.close();
  }

  private void awaitDataset(Path path) {
    Fx.await(
        path + " is there",
        () ->
            bench.session.state() == State.READY
                && bench.session.datasetProperty().get().name().equals(path.toString()));
  }

  private void undo() {
    Fx.run(bench.session.undo()::undo);
  }

  @Test
  void eachStepGoesOneFurtherBack() {
    Recipe first = Fx.get(bench.session::recipe);
    Recipe changed = first.withEpochs(7);
    Fx.run(() -> {
      bench.session.setRecipe(changed);
      Object source = new Object();
      bench
          .session
          .undo()
          .did(
              source, () -> bench.session.setRecipe(first), () -> bench.session.setRecipe(changed));
      bench.session.useDataset(other.toString());
    });
    awaitDataset(other);
    undo();
    awaitDataset(data);
    assertEquals(7, Fx.get(bench.session::recipe).epochs());
    undo();
    assertEquals(first.epochs(), Fx.get(bench.session::recipe).epochs());
    assertTrue(Fx.get(() -> bench.session.undo().canRedo().get()));
    Fx.run(bench.session.undo()::redo);
    Fx.run(bench.session.undo()::redo);
    awaitDataset(other);
  }

  @Test
  void aSweepLeavesTheSettingsAsTheyWere() {
    Recipe settings = Fx.get(bench.session::recipe);
    Sweep sweep =
        new Sweep(settings, "optimizer.learningRate", java.util.List.of("0.01", "0.02"), 1);
    Fx.run(() -> bench.session.trainAll(sweep.variants()));
    Fx.await("both have ended", () -> bench.session.queue().doneProperty().get() == 2);
    bench.awaitState(State.FINISHED);
    assertEquals(settings, Fx.get(bench.session::recipe));
  }
}
