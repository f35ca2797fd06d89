package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glassbox.analysis.Predictions;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.training.EpochResult;
import glassbox.training.History;
import glassbox.training.RecipeBuilder;
import glassbox.training.Trainer;
import glassbox.ui.support.Fx;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The window's run is the command line's run, bit for bit, though it is looked at meanwhile. */
@Timeout(240)
class SessionResultsTest {
  private SessionBench bench;

  @BeforeEach
  void openSession(@TempDir Path folder) {
    bench = new SessionBench(folder, new RecipeBuilder().epochs(6).validation(50));
  }

  @AfterEach
  void closeSession() {
    bench.close();
  }

  private Trainer sameRunWithoutASession() {
    Trainer trainer =
        new Trainer(
            Fx.get(bench.session::recipe),
            Fx.get(() -> bench.session.datasetProperty().get()),
            Compute.single());
    while (!trainer.isFinished()) {
      trainer.step();
    }
    return trainer;
  }

  private static double[] values(History history, IntToDouble value) {
    return IntStream.range(0, history.size()).mapToDouble(value::of).toArray();
  }

  private interface IntToDouble {
    double of(int step);
  }

  private static List<EpochResult> withoutSeconds(List<EpochResult> epochs) {
    return epochs.stream()
        .map(epoch ->
            new EpochResult(
                epoch.epoch(),
                epoch.trainLoss(),
                epoch.trainAccuracy(),
                epoch.validationLoss(),
                epoch.validationAccuracy(),
                0))
        .toList();
  }

  @Test
  void historyEqualsThatOfATrainerAlone() {
    bench.pace(400); // so that answers are measured in between
    History seen = bench.trainToTheEnd().history();
    History plain = sameRunWithoutASession().history();
    assertArrayEquals(values(plain, plain::loss), values(seen, seen::loss));
    assertArrayEquals(values(plain, plain::accuracy), values(seen, seen::accuracy));
    assertArrayEquals(values(plain, plain::learningRate), values(seen, seen::learningRate));
    assertEquals(withoutSeconds(plain.epochs()), withoutSeconds(seen.epochs()));
  }

  @Test
  void finalAnswersAreTheTrainedNetworks() {
    bench.trainToTheEnd();
    Matrix wanted = sameRunWithoutASession().testProbabilities();
    Fx.await(
        "the final answers are shown", () -> bench.session.predictionsProperty().get() != null);
    Predictions shown = bench.shown.getLast();
    for (int image = 0; image < shown.count(); image++) {
      for (int c = 0; c < shown.classes(); c++) {
        assertEquals(wanted.get(image, c), shown.probability(image, c));
      }
    }
    assertEquals(
        sameRunWithoutASession().test(), shown.evaluation(), "like those of a trainer alone");
  }

  @Test
  void answersComeWhileItTrains() {
    bench.change(bench.get(TrainingSession::recipe).withEpochs(100_000));
    bench.pace(5);
    bench.train();
    Fx.await("answers are shown", () -> bench.shown.size() >= 2);
    assertEquals(State.RUNNING, Fx.get(bench.session::state));
    bench.stop();
  }

  @Test
  void answersOfARunBeforeAreGoneWhenTheNextBegins() {
    bench.trainToTheEnd();
    bench.pace(0.01);
    Fx.await("the final answers are shown", () -> !bench.shown.isEmpty());
    boolean gone =
        Fx.get(() -> {
          bench.session.train();
          return bench.session.predictionsProperty().get() == null;
        });
    assertEquals(true, gone);
  }
}
