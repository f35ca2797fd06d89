package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.session.Run;
import glassbox.ui.session.State;
import glassbox.ui.support.Fx;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pause, step, change a setting on the way, and take it back. */
@Timeout(240)
class ChangeWhileItRunsTest extends Journey {
  @BeforeEach
  void makeThreeSteps() {
    window.focus("#train");
    window.press(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
    Fx.await("three steps are done", () -> window.steps() == 3);
    window.awaitState(State.PAUSED);
  }

  private Run run() {
    return Fx.get(() -> window.session.runProperty().get());
  }

  private boolean isDisabled(String control) {
    return Fx.get(() -> window.scene().lookup(control).isDisabled());
  }

  @Test
  void whatCanChangeIsOpenAndTheRestIsLocked() {
    assertEquals("Go on", window.text("#train"));
    assertFalse(isDisabled("#learning-rate") || isDisabled("#batch-size"));
    assertTrue(isDisabled("#hidden-layers") && isDisabled("#preset") && isDisabled("#seed"));
  }

  @Test
  void aNewLearningRateCountsFromTheNextStepAndIsMarked() {
    window.retype("#learning-rate", "0.02");
    assertTrue(run().marks().isEmpty(), "while one types nothing happens");
    window.press(KeyCode.ENTER);
    Fx.await("the change is marked", () -> run().marks().size() == 1);
    assertEquals(new Run.Mark(3, "learning rate 0.1 → 0.02"), run().marks().getFirst());
    window.click("#step");
    Fx.await("a step is done", () -> window.steps() == 4);
    assertTrue(run().history().learningRate(2) > 0.09);
    assertTrue(run().history().learningRate(3) < 0.03);
  }

  @Test
  void ctrlZTakesItBack() {
    window.retype("#learning-rate", "0.02");
    window.press(KeyCode.ENTER);
    window.focus("#train");
    window.robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    Fx.await("the rate is as before", () -> window.text("#learning-rate").equals("0.1"));
    Fx.await("nothing is marked", () -> run().marks().isEmpty());
  }

  @Test
  void nonsenseIsSaidAndCostsNothing() {
    window.retype("#batch-size", "0");
    window.press(KeyCode.ENTER);
    assertFalse(window.text("#batch-size-problem").isEmpty());
    window.press(KeyCode.ESCAPE);
    assertEquals("32", window.text("#batch-size"));
    window.focus("#train");
    window.press(KeyCode.SPACE);
    window.awaitState(State.FINISHED);
    assertEquals(18, window.steps());
  }

  @Test
  void toTheEndOfTheEpochAndNoFurther() {
    window.press(KeyCode.E);
    Fx.await("an epoch is done", () -> window.steps() == 9);
    window.awaitState(State.PAUSED);
    assertEquals("paused", window.text("#run-status"));
  }

  @Test
  void stopEndsTheRun() {
    window.press(KeyCode.S);
    window.awaitState(State.FINISHED);
    assertEquals("Train", window.text("#train"));
    assertFalse(isDisabled("#hidden-layers"));
  }
}
