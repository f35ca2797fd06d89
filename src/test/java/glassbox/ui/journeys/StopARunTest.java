package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.session.State;
import glassbox.ui.support.Fx;
import glassbox.ui.support.GlassboxThreads;
import glassbox.ui.support.WindowBench;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run can be ended at any moment; what it has learned stays. */
@Timeout(60)
class StopARunTest {
  private WindowBench window;

  @BeforeEach
  void startARun(@TempDir Path home) {
    window = new WindowBench(home);
    Fx.run(() -> window.session.setStepsPerSecond(5));
    window.click("#train");
    assertEquals(State.RUNNING, window.state());
    Fx.await("steps are done", () -> window.steps() >= 2);
  }

  @AfterEach
  void closeWindow() {
    window.close();
  }

  private boolean isDisabled(String button) {
    return Fx.get(() -> window.scene().lookup(button).isDisabled());
  }

  private void assertStopped() {
    window.awaitState(State.FINISHED);
    Fx.await("it is said", () -> window.text("#run-status").endsWith("stopped"));
    Fx.await("it is kept", () -> window.kept.size() == 1);
    Fx.await("the answers stay", () -> !window.text("#test-accuracy").equals("–"));
    int steps = window.steps();
    assertTrue(steps >= 2 && steps < 18, steps + " steps");
    assertEquals("", window.notice());
  }

  @Test
  void byTheButton() {
    window.click("#stop");
    assertStopped();
  }

  @Test
  void bySpace() {
    window.press(KeyCode.SPACE);
    assertStopped();
  }

  @Test
  void bySpaceWhereverTheKeyboardIs() {
    for (String place : new String[] {"#speed", "#help", "#logarithmic"}) {
      window.focus(place);
      window.press(KeyCode.SPACE);
      window.awaitState(State.FINISHED);
      window.press(KeyCode.SPACE);
      assertEquals(State.RUNNING, window.state(), "started again at " + place);
    }
  }

  @Test
  void onlyWhatMakesSenseCanBePressed() {
    assertTrue(isDisabled("#train") && !isDisabled("#stop"));
    assertTrue(isDisabled("#learning-rate") && isDisabled("#hidden-layers"));
    window.click("#stop");
    window.awaitState(State.FINISHED);
    assertTrue(!isDisabled("#train") && isDisabled("#stop"));
    assertTrue(!isDisabled("#learning-rate") && !isDisabled("#hidden-layers"));
  }

  @Test
  void closingTheWindowKeepsTheRunAndEndsAllThreads() {
    window.closeWindow();
    assertEquals(1, window.kept.size());
    GlassboxThreads.awaitNone();
  }
}
