package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import glassbox.data.ImageSet;
import glassbox.linalg.Compute;
import glassbox.training.Evaluator;
import glassbox.training.RecipeBuilder;
import glassbox.training.Trainer;
import glassbox.ui.support.Fx;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which images are looked at: their answers are those of the step that is looked at. */
@Timeout(240)
class PartInViewTest {
  private SessionBench bench;

  @BeforeEach
  void openSession(@TempDir Path folder) {
    bench = new SessionBench(folder, new RecipeBuilder().validation(60).epochs(4));
  }

  @AfterEach
  void closeSession() {
    bench.close();
  }

  private Examined examined() {
    return bench.get(s -> s.examinedProperty().get());
  }

  private void awaitAnswersOf(Part part, long step) {
    Run run = bench.run();
    ImageSet images = part.of(run);
    Trainer trainer = new Trainer(run.plan(), run.data(), Compute.single());
    while (trainer.steps() < step) {
      trainer.step();
    }
    var expected = new Evaluator(trainer.answering(), Compute.single()).probabilities(images);
    Fx.await(
        part + " is answered at step " + step,
        () -> {
          Examined now = bench.session.examinedProperty().get();
          return now != null
              && now.part() == part
              && now.moment().step() == step
              && now.answers().count() == images.count()
              && new PlainRun(run.history(), expected).answers(now.answers());
        });
  }

  @ParameterizedTest
  @EnumSource
  void everyPartIsAnsweredByTheNetworkOfTheStep(Part part) {
    bench.trainToTheEnd();
    bench.with(s -> s.partProperty().set(part));
    awaitAnswersOf(part, bench.steps());
    bench.with(s -> s.playhead().moveTo(3));
    awaitAnswersOf(part, 3);
    bench.with(s -> s.playhead().moveTo(7));
    awaitAnswersOf(part, 7);
  }

  @Test
  void whileItTrainsTheAnswersFollow() {
    bench.change(bench.get(TrainingSession::recipe).withEpochs(100_000));
    bench.pace(20);
    bench.with(s -> s.partProperty().set(Part.TRAINING));
    bench.train();
    Fx.await("answers come", () -> bench.session.examinedProperty().get() != null);
    long first = examined().moment().step();
    Fx.await("and follow", () -> bench.session.examinedProperty().get().moment().step() > first);
    bench.pause();
    awaitAnswersOf(Part.TRAINING, bench.steps());
  }

  @Test
  void anotherPartIsAnotherSelection() {
    bench.trainToTheEnd();
    bench.with(s -> {
      s.selection().choose(3);
      s.selection().show(Filter.pair(1, 2));
      s.partProperty().set(Part.VALIDATION);
    });
    assertEquals(Selection.NONE, (int) bench.get(s -> s.selection().image()));
    assertSame(Filter.ALL, bench.get(s -> s.selection().filter()));
  }

  @Test
  void withoutARunThereIsNothing() {
    bench.with(s -> s.partProperty().set(Part.TRAINING));
    assertNull(examined());
  }
}
