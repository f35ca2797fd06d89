package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glassbox.ui.session.State;
import glassbox.ui.support.Fx;
import glassbox.ui.support.TrainingThread;
import glassbox.ui.support.WindowBench;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Space and the arrows go on working whatever was pressed, clicked or typed before. */
@Timeout(240)
class KeysStayTheWindowsTest extends Journey {
  @Override
  WindowBench bench() {
    return WindowBench.withoutEnd(home);
  }

  @BeforeEach
  void slowDown() {
    Fx.run(() -> window.session.setStepsPerSecond(3));
  }

  @Test
  void anArrowMakesAStepAfterAPause() {
    window.press(KeyCode.SPACE);
    Fx.await("it trains", () -> window.steps() >= 1);
    window.press(KeyCode.SPACE);
    window.awaitState(State.PAUSED);
    TrainingThread.awaitRest();
    int steps = window.steps();
    window.press(KeyCode.RIGHT);
    Fx.await("a step is made", () -> window.steps() == steps + 1);
  }

  @Test
  void anArrowMakesAStepAfterStopWasClicked() {
    window.press(KeyCode.SPACE);
    Fx.await("it trains", () -> window.steps() >= 1);
    window.click("#stop");
    window.awaitState(State.FINISHED);
    window.press(KeyCode.RIGHT);
    Fx.await("a new run has made a step", () -> window.steps() == 1);
    assertEquals(3, Fx.get(() -> window.session.stepsPerSecondProperty().get()));
  }

  @Test
  void spaceTrainsAfterAFieldWasLeftByAClickOrByEnter() {
    window.retype("#learning-rate", "0.05");
    window.click("#loss-value");
    window.press(KeyCode.SPACE);
    assertEquals(State.RUNNING, window.state());
    window.retype("#learning-rate", "0.04");
    window.press(KeyCode.ENTER, KeyCode.SPACE);
    assertEquals(State.PAUSED, window.state());
  }
}
