package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.format.EnsembleFolder;
import glassbox.format.ModelFile.Model;
import glassbox.format.RunFolder;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.training.Evaluator;
import glassbox.training.Recipe;
import glassbox.training.Trainer;
import glassbox.ui.support.Fx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several networks as one among the runs: looked at like a run, trained like none. */
@Timeout(60)
class EnsembleInViewTest {
  private SessionBench bench;
  private Model joined;
  private Run ensemble;

  @BeforeEach
  void openSession(@TempDir Path folder) throws IOException {
    bench = new SessionBench(folder);
    joined = EnsembleFolder.join(List.of(trained(1), trained(2)), Compute.single());
    EnsembleFolder.write(
        RunFolder.create(bench.shelf.resolve("both")),
        joined,
        List.of("runs/one", "runs/two"),
        new EnsembleFolder.Trial(bench.dataset(), Compute.single()));
    boolean[] done = {false};
    bench.with(s -> s.runs().refresh(() -> done[0] = true));
    Fx.await("it is read", () -> done[0]);
    ensemble = bench.get(s -> s.runs().all().getFirst());
  }

  @AfterEach
  void closeSession() {
    bench.close();
  }

  private Model trained(long seed) {
    Recipe recipe = bench.get(TrainingSession::recipe).withSeed(seed);
    Trainer trainer = new Trainer(recipe, bench.dataset(), Compute.single());
    while (!trainer.isFinished()) {
      trainer.step();
    }
    return new Model(trainer.network(), recipe, bench.dataset().classNames());
  }

  private void show() {
    bench.with(s -> s.show(ensemble));
    Fx.await("its answers are shown", () -> bench.session.predictionsProperty().get() != null);
  }

  @Test
  void isListedAsWhatItIs() {
    assertTrue(ensemble.isEnsemble());
    assertEquals("Ensemble of 2", ensemble.name());
    assertEquals(List.of("runs/one", "runs/two"), ensemble.members());
    assertEquals(Run.Status.FINISHED, ensemble.status());
    assertEquals(0, ensemble.steps());
  }

  @Test
  void answersWithAllItsMembersForEveryPane() {
    show();
    Matrix expected =
        new Evaluator(joined.network(), Compute.single()).probabilities(bench.dataset().test());
    assertTrue(
        new PlainRun(ensemble.history(), expected)
            .answers(bench.get(s -> s.examinedProperty().get().answers())));
    assertEquals(ensemble, bench.get(s -> s.snapshotProperty().get().run()));
    assertEquals(
        ensemble.figuresProperty().get().testAccuracy(),
        bench.get(s -> s.predictionsProperty().get().accuracy()));
  }

  @Test
  void nothingIsLeftToTrain() {
    show();
    assertEquals(0, ensemble.totalSteps());
    bench.with(s -> s.bringTo(List.of(ensemble), 5));
    Fx.await("the queue is through", () -> !bench.session.queue().isActive());
    assertEquals(0, ensemble.steps());
    assertEquals(Run.Status.FINISHED, ensemble.status());
  }

  @Test
  void theNextRunIsNotBuiltLikeIt() {
    Recipe before = bench.get(TrainingSession::recipe);
    show();
    assertEquals(before, bench.get(TrainingSession::recipe));
  }

  @Test
  void aForkTrainsTheJoinedNetwork() {
    show();
    Recipe still =
        ensemble.recipe().withOptimizer(ensemble.recipe().optimizer().withLearningRate(1e-30));
    bench.with(s -> s.fork(ensemble, 0, still));
    Fx.await("the fork is in view", () -> bench.session.runProperty().get() != ensemble);
    bench.awaitState(State.FINISHED);
    bench.awaitKept(2);
    assertEquals(
        ensemble.figuresProperty().get().testAccuracy(),
        bench.get(s -> s.predictionsProperty().get().accuracy()));
  }
}
