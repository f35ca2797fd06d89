package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.analysis.Predictions;
import glassbox.training.RecipeBuilder;
import glassbox.ui.support.Fx;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Any step of a run can be looked at again, and it is exactly what it was. */
@Timeout(240)
class PlayheadTest {
  private final Random random = new Random(1);
  private SessionBench bench;

  @BeforeEach
  void openSession(@TempDir Path folder) {
    bench = new SessionBench(folder, new RecipeBuilder().epochs(40));
  }

  @AfterEach
  void closeSession() {
    bench.close();
  }

  private void moveTo(long step) {
    bench.with(s -> s.playhead().moveTo(step));
  }

  private long step() {
    return bench.get(s -> s.playhead().stepProperty().get());
  }

  private boolean isLive() {
    return bench.get(s -> s.playhead().isLive());
  }

  /** The network of a step, whichever it says that it shows. */
  private void assertShowsWhatItSays() {
    long pictured = bench.get(s -> s.playhead().picturedProperty().get());
    Predictions shown = bench.get(s -> s.predictionsProperty().get());
    assertTrue(
        PlainRun.of(bench.run().plan(), bench.dataset(), pictured).answers(shown),
        "not the answers of step " + pictured);
  }

  @Test
  void anyStepOfAFinishedRunIsShown() {
    bench.trainToTheEnd();
    for (int i = 0; i < 8; i++) {
      long step = random.nextInt(401);
      moveTo(step);
      assertEquals(step, step());
      bench.awaitShown(step);
      Fx.await("it says so", () -> bench.session.playhead().picturedProperty().get() == step);
    }
    assertFalse(isLive());
  }

  @Test
  void anyStepIsShownWhileItTrains() {
    bench.change(bench.get(TrainingSession::recipe).withEpochs(100_000));
    bench.pace(300);
    bench.train();
    bench.awaitSteps(100);
    for (long step : new long[] {0, 99, 1, 64, 65}) {
      moveTo(step);
      bench.awaitShown(step);
      bench.with(TrainingSession::tick);
      assertEquals(step, step());
    }
    assertEquals(State.RUNNING, bench.get(TrainingSession::state));
    Predictions before = bench.get(s -> s.predictionsProperty().get());
    bench.awaitSteps(bench.steps() + 200);
    assertSame(before, bench.get(s -> s.predictionsProperty().get()), "it stays where it is");
    bench.with(s -> s.playhead().toLive());
    assertTrue(isLive());
    Fx.await("live answers come", () -> bench.session.predictionsProperty().get() != before);
    bench.pause();
  }

  @Test
  void stepsBeforeAndAfterAChangeAreShown() {
    bench.trainTo(30);
    moveTo(10);
    bench.awaitShown(10);
    bench.with(s -> s.setRecipe(RecipeMemory.with(s.recipe(), "optimizer.momentum", "0.9")));
    bench.with(s -> s.step(70));
    bench.awaitSteps(100);
    for (long step : new long[] {31, 30, 29, 100, 0}) {
      moveTo(step);
      bench.awaitShown(step);
    }
  }

  @Test
  void draggingShowsAStepNearbyThatItNames() {
    bench.trainTo(30);
    moveTo(3); // with what it was before the change
    bench.awaitShown(3);
    bench.with(s -> s.setRecipe(RecipeMemory.with(s.recipe(), "optimizer.momentum", "0.9")));
    bench.with(s -> s.step(270));
    bench.awaitSteps(300);
    for (int i = 0; i < 8; i++) {
      long target = random.nextInt(301);
      Predictions before = bench.get(s -> s.predictionsProperty().get());
      bench.with(s -> s.playhead().dragTo(target));
      assertEquals(target, step());
      Fx.await("one is shown", () -> bench.session.predictionsProperty().get() != before);
      assertShowsWhatItSays();
    }
    moveTo(step());
    bench.awaitShown(step());
  }

  @Test
  void impatientDraggingEndsWithTheLast() {
    bench.trainToTheEnd();
    int shown =
        bench.get(s -> {
          for (int i = 0; i < 100; i++) {
            s.playhead().moveTo(random.nextInt(400));
          }
          s.playhead().moveTo(123);
          return bench.shown.size();
        });
    bench.awaitShown(123);
    assertEquals(shown + 1, Fx.get(() -> bench.shown.size()), "nothing stale is shown");
    for (int i = 0; i < 100; i++) {
      int target = random.nextInt(400);
      bench.with(s -> s.playhead().dragTo(target));
    }
    moveTo(77);
    bench.awaitShown(77);
    assertShowsWhatItSays();
  }

  @Test
  void itMovesByStepsAndBackToTheNewest() {
    bench.trainTo(50);
    bench.with(TrainingSession::tick);
    assertEquals(50, step());
    bench.with(s -> s.playhead().moveBy(-1));
    bench.awaitShown(49);
    bench.with(s -> s.playhead().moveBy(-9));
    bench.awaitShown(40);
    bench.with(s -> s.playhead().moveBy(-1000));
    assertEquals(0, step());
    bench.with(s -> s.playhead().moveBy(1));
    bench.awaitShown(1);
    bench.with(s -> s.playhead().moveBy(1000));
    assertTrue(isLive());
    assertEquals(50, step());
    bench.awaitShown(50);
  }

  @Test
  void stepsAreCountedFromTheNewestOneHoweverRareFramesAre() {
    bench.trainTo(50); // and no frame comes
    assertEquals(50, step());
    bench.with(s -> s.playhead().moveBy(-2));
    assertEquals(48, step());
    bench.with(s -> s.playhead().toLive());
    bench.change(bench.get(TrainingSession::recipe).withEpochs(100_000));
    bench.pace(300);
    bench.train();
    bench.awaitSteps(100);
    bench.with(s -> s.playhead().moveBy(-2));
    assertTrue(step() >= 98, "step " + step());
    bench.with(s -> s.playhead().toLive());
    bench.pause();
  }

  @Test
  void itStaysWithinTheRun() {
    bench.trainTo(5);
    moveTo(99);
    assertEquals(5, step());
    moveTo(-3);
    assertEquals(0, step());
    bench.awaitShown(0);
  }

  @Test
  void whereNoRunIsThereIsNothingToMove() {
    bench.with(s -> {
      s.playhead().moveTo(5);
      s.playhead().dragTo(5);
      s.playhead().moveBy(1);
      s.playhead().toLive();
      s.tick();
    });
    assertEquals(-1, step());
  }

  @Test
  void whatIsAskedOfOneRunIsNotShownForTheNext() {
    Run first = bench.trainToTheEnd();
    Run second = bench.trainToTheEnd();
    bench.with(s -> s.show(first));
    bench.with(s -> {
      s.playhead().moveTo(399);
      s.playhead().moveTo(200);
      s.show(second);
    });
    assertSame(second, bench.run());
    bench.awaitShown(400);
    bench.with(TrainingSession::tick);
    assertEquals(400, step());
  }
}
