package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.session.Run;
import glassbox.ui.session.State;
import glassbox.ui.support.Fx;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Back in time the settings are what they were, to be read and forked, not to be changed. */
@Timeout(240)
class SettingsOfThePastTest extends Journey {
  @BeforeEach
  void changeTheLearningRateAfterThreeSteps() {
    window.focus("#train");
    window.press(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
    Fx.await("three steps are done", () -> window.steps() == 3);
    window.awaitState(State.PAUSED);
    window.retype("#learning-rate", "0.02");
    window.press(KeyCode.ENTER);
    window.click("#step");
    Fx.await("a step is done", () -> window.steps() == 4);
    window.awaitState(State.PAUSED);
    Fx.await("it is looked at", () -> window.session.playhead().stepProperty().get() == 4);
  }

  private Node node(String query) {
    return window.scene().lookup(query);
  }

  private boolean isDisabled(String control) {
    return Fx.get(() -> node(control).isDisabled());
  }

  private boolean isSaidToBePast() {
    return Fx.get(() -> node("#past-settings").isVisible());
  }

  private Run run() {
    return Fx.get(() -> window.session.runProperty().get());
  }

  private void undo() {
    window.robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
  }

  @Test
  void theSettingsAreThoseOfTheStepAndAreLocked() {
    assertFalse(isSaidToBePast());
    window.press(KeyCode.LEFT, KeyCode.LEFT);
    assertTrue(isSaidToBePast());
    assertEquals("Settings at step 2", window.text("#past-settings-title"));
    assertEquals("0.1", window.text("#learning-rate"));
    assertTrue(isDisabled("#learning-rate") && isDisabled("#batch-size"));
    assertTrue(isDisabled("#optimizer") && isDisabled("#schedule") && isDisabled("#preset"));
    window.press(KeyCode.RIGHT);
    assertEquals("0.02", window.text("#learning-rate"), "at step 3 it is about to change");
    window.click("#past-live");
    assertFalse(isSaidToBePast() || isDisabled("#learning-rate"));
    assertEquals("0.02", window.text("#learning-rate"));
    assertEquals(1, run().marks().size());
  }

  @Test
  void aForkChangesThem() {
    window.press(KeyCode.LEFT, KeyCode.LEFT);
    window.click("#past-fork");
    assertEquals("0.1", window.text("#fork-value"));
    window.retype("#fork-value", "0.3");
    window.click("#fork-now");
    window.awaitState(State.FINISHED);
    assertFalse(isSaidToBePast());
    assertEquals("0.3", window.text("#learning-rate"));
  }

  @Test
  void whatIsTakenBackIsSeenAtTheNewestStep() {
    window.press(KeyCode.LEFT, KeyCode.LEFT);
    undo();
    assertFalse(isSaidToBePast());
    Fx.await("the rate is as before", () -> window.text("#learning-rate").equals("0.1"));
    Fx.await("it is marked", () -> run().marks().size() == 2);
    assertEquals(4, run().marks().getLast().step());
    window.robot.press(KeyCode.CONTROL).type(KeyCode.Y).release(KeyCode.CONTROL);
    Fx.await("the rate is changed again", () -> window.text("#learning-rate").equals("0.02"));
  }

  @Test
  void whatIsTypedOnTheWayToThePastIsNotLost() {
    window.retype("#learning-rate", "0.5");
    window.click("#to-start");
    assertEquals("0.1", window.text("#learning-rate"));
    Fx.await("the change is marked", () -> run().marks().size() == 2);
    window.click("#past-live");
    assertEquals("0.5", window.text("#learning-rate"));
  }
}
