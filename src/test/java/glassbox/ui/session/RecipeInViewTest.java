package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.training.Recipe;
import glassbox.training.RecipeBuilder;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The recipe that is shown is that of the step that is looked at. */
@Timeout(240)
class RecipeInViewTest {
  private SessionBench bench;

  @BeforeEach
  void openSession(@TempDir Path folder) {
    bench = new SessionBench(folder, new RecipeBuilder().epochs(20));
  }

  @AfterEach
  void closeSession() {
    bench.close();
  }

  private Recipe shown() {
    return bench.get(s -> s.recipeInView().recipe());
  }

  private boolean isPast() {
    return bench.get(s -> s.recipeInView().isPast());
  }

  private void moveTo(long step) {
    bench.with(s -> s.playhead().moveTo(step));
  }

  private Run changedAt20() {
    bench.trainTo(20);
    bench.changeLearningRate(0.02);
    return bench.trainTo(30);
  }

  @Test
  void withoutARunItIsThatOfTheNextRun() {
    assertFalse(isPast());
    bench.changeLearningRate(0.5);
    assertEquals(0.5, shown().optimizer().learningRate());
  }

  @Test
  void ofEveryStepItIsWhatHeldThere() {
    changedAt20();
    assertFalse(isPast());
    assertEquals(0.02, shown().optimizer().learningRate());
    moveTo(19);
    assertTrue(isPast());
    assertEquals(0.1, shown().optimizer().learningRate());
    moveTo(20);
    assertEquals(0.02, shown().optimizer().learningRate(), "the next step is the first with it");
    bench.with(s -> s.playhead().toLive());
    assertFalse(isPast());
    assertSame(bench.get(TrainingSession::recipe), shown());
  }

  @Test
  void whatIsChangedMeanwhileIsNotSeenInThePast() {
    changedAt20();
    moveTo(5);
    bench.changeLearningRate(0.7);
    assertEquals(0.1, shown().optimizer().learningRate());
    bench.with(TrainingSession::showNewest);
    assertEquals(0.7, shown().optimizer().learningRate());
  }

  @Test
  void aRunAtRestBesideTheOneInHandIsPastToo() {
    Run first = changedAt20();
    bench.with(s -> s.fork(first, 10, first.recipe().withBatchSize(50)));
    bench.awaitState(State.FINISHED);
    bench.with(s -> s.goOn(first, new Goal.Steps(35)));
    bench.awaitState(State.PAUSED);
    Run second = bench.get(s -> s.runs().all().getLast());
    bench.with(s -> s.show(second));
    assertSame(second, bench.run());
    assertTrue(isPast(), "the other one is in hand");
    assertEquals(50, shown().batchSize());
    bench.with(TrainingSession::showNewest);
    assertSame(first, bench.run());
    assertFalse(isPast());
    assertEquals(first.recipe().batchSize(), shown().batchSize());
  }
}
