package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.ImageDataset;
import glassbox.nn.LayerSpec;
import glassbox.training.Recipe;
import glassbox.ui.support.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong is said in words, and costs nothing that was there before. */
@Timeout(240)
class SessionFailureTest {
  /** Without a ReLU that could fall silent, a huge learning rate leads to infinity. */
  private static final List<LayerSpec> DIVERGING =
      Stream.of("dense 8", "dense 8", "dense 5").map(LayerSpec::parse).toList();

  /** A huge learning rate silences every ReLU in the first steps. */
  private static final String DEAD = "[\"dense 8\", \"relu\", \"dense 8\", \"relu\", \"dense 5\"]";

  @TempDir private Path folder;
  private SessionBench bench;

  @BeforeEach
  void openSession() {
    bench = new SessionBench(folder.resolve("data"));
  }

  @AfterEach
  void closeSession() {
    bench.close();
  }

  private void useRate(double rate) {
    Recipe recipe = Fx.get(bench.session::recipe);
    bench.change(recipe.withOptimizer(recipe.optimizer().withLearningRate(rate)));
  }

  private void useLearningRate(double rate) {
    Recipe recipe = Fx.get(bench.session::recipe);
    bench.change(
        recipe
            .withOptimizer(recipe.optimizer().withLearningRate(rate))
            .withNetwork(DIVERGING)
            .withEpochs(100));
  }

  @Test
  void aDivergingRunFailsWithWordsAndKeepsWhatWasMeasured() {
    useLearningRate(1000);
    bench.train();
    bench.awaitState(State.FAILED);
    String notice = bench.notice();
    assertTrue(notice.startsWith("PROBLEM") && notice.contains("learning rate"), notice);
    int steps = Fx.get(() -> bench.session.runProperty().get()).history().size();
    assertTrue(steps > 0 && steps < 1000, steps + " steps");
    bench.awaitKept(1);
  }

  @Test
  void afterAFailureTheNextRunIsLikeAnyOther() {
    useLearningRate(1000);
    bench.train();
    bench.awaitState(State.FAILED);
    bench.awaitKept(1);
    useLearningRate(0.1);
    assertEquals("", bench.notice());
    assertEquals(1000, bench.trainToTheEnd().history().size());
  }

  @Test
  void aDataSetThatCannotBeReadLeavesTheOneBeforeAndItsRun() throws IOException {
    Run run = bench.trainToTheEnd();
    ImageDataset before = Fx.get(() -> bench.session.datasetProperty().get());
    Recipe recipe = Fx.get(bench.session::recipe);
    Path broken = Files.createDirectories(folder.resolve("broken"));
    Fx.run(() -> bench.session.useDataset(broken.toString()));
    bench.awaitState(State.FINISHED);
    assertTrue(bench.notice().contains(broken.toString()), bench.notice());
    assertSame(before, Fx.get(() -> bench.session.datasetProperty().get()));
    assertSame(run, Fx.get(() -> bench.session.runProperty().get()));
    assertEquals(recipe, Fx.get(bench.session::recipe));
    assertNotNull(Fx.get(() -> bench.session.predictionsProperty().get()));
  }

  @Test
  void aRunThatCannotBeSavedIsSaidAndStillShown() throws IOException {
    Path shelf = Files.writeString(bench.shelf, "a file where the folder should be");
    bench.train();
    bench.awaitState(State.FINISHED);
    Fx.await("the notice comes", () -> bench.session.noticeProperty().get() != null);
    bench.awaitNotice("PROBLEM: The run could not be saved: ");
    assertEquals(20, Fx.get(() -> bench.session.runProperty().get()).history().size());
    Fx.await("it is measured", () -> bench.session.predictionsProperty().get() != null);
    Files.delete(shelf);
    bench.trainToTheEnd();
    assertEquals("", bench.notice());
  }

  @Test
  void aRunFolderThatCannotBeWrittenIsSaidAndTheRunGoesOn() throws IOException {
    Run run = bench.trainTo(5);
    Path checkpoint = run.folder().resolve("checkpoint.bin");
    Files.delete(checkpoint);
    Files.createDirectories(checkpoint.resolve("in the way"));
    bench.train();
    bench.awaitState(State.FINISHED);
    bench.awaitNotice("PROBLEM: The run could not be saved: ");
    assertEquals(20, run.history().size());
    Fx.await("it is measured", () -> bench.session.predictionsProperty().get() != null);
  }

  @Test
  void aNetworkThatHasDiedIsNotFinishedWithoutAWord() {
    bench.change(
        RecipeMemory.with(Fx.get(bench.session::recipe), "network", DEAD).withValidation(0));
    useRate(1000);
    bench.train();
    bench.awaitState(State.FINISHED);
    bench.awaitNotice("Run 1 answers every image with ");
    bench.awaitNotice("Try a smaller learning rate");
  }

  @Test
  void aRecipeThatDoesNotFitIsRefusedAndNothingStarts() {
    bench.change(Fx.get(bench.session::recipe).withValidation(300));
    bench.train();
    assertTrue(bench.notice().contains("validation"), bench.notice());
    assertEquals(State.READY, Fx.get(bench.session::state));
  }

  @Test
  void aNoticeCanBeDismissed() {
    Fx.run(() -> bench.session.refuse("no"));
    assertEquals("PROBLEM: no", bench.notice());
    Fx.run(bench.session::dismissNotice);
    assertEquals("", bench.notice());
  }
}
