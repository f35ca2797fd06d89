package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.session.State;
import glassbox.ui.support.Fx;
import glassbox.ui.support.GlassboxThreads;
import glassbox.ui.support.WindowBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run can be ended at any moment; what it has learned stays. */
@Timeout(240)
class StopARunTest extends Journey {
  @Override
  WindowBench bench() {
    return WindowBench.withoutEnd(home);
  }

  @BeforeEach
  void startARun() {
    Fx.run(() -> window.session.setStepsPerSecond(5));
    window.click("#train");
    assertEquals(State.RUNNING, window.state());
    Fx.await("steps are done", () -> window.steps() >= 2);
  }

  private boolean isDisabled(String button) {
    return Fx.get(() -> window.scene().lookup(button).isDisabled());
  }

  private void assertStopped() {
    window.awaitState(State.FINISHED);
    Fx.await("it is said", () -> window.text("#run-status").endsWith("stopped"));
    Fx.await("it is kept", () -> window.kept() == 1);
    Fx.await("the answers stay", () -> !window.text("#test-accuracy").equals("–"));
    int steps = window.steps();
    assertTrue(steps >= 2, steps + " steps");
    assertEquals("", window.notice());
  }

  @Test
  void byTheButton() {
    window.click("#stop");
    assertStopped();
  }

  @Test
  void byItsKey() {
    window.press(KeyCode.S);
    assertStopped();
  }

  @Test
  void spacePausesAndGoesOnWhereverTheKeyboardIs() {
    for (String place : new String[] {"#speed", "#help", "#logarithmic"}) {
      window.focus(place);
      window.press(KeyCode.SPACE);
      assertEquals(State.PAUSED, window.state(), "paused at " + place);
      window.press(KeyCode.SPACE);
      assertEquals(State.RUNNING, window.state(), "goes on at " + place);
    }
  }

  @Test
  void onlyWhatMakesSenseCanBePressed() {
    assertEquals("Pause", window.text("#train"));
    assertTrue(isDisabled("#step") && isDisabled("#epoch") && !isDisabled("#stop"));
    assertTrue(!isDisabled("#learning-rate") && isDisabled("#hidden-layers"));
    window.click("#stop");
    window.awaitState(State.FINISHED);
    assertEquals("Train", window.text("#train"));
    assertTrue(!isDisabled("#step") && isDisabled("#stop"));
    assertTrue(!isDisabled("#learning-rate") && !isDisabled("#hidden-layers"));
  }

  @Test
  void closingTheWindowKeepsTheRunToGoOnAndEndsAllThreads() throws IOException {
    window.closeWindow();
    assertEquals(0, window.kept(), "it has not ended");
    try (Stream<Path> runs = Files.list(window.runsFolder())) {
      assertTrue(runs.anyMatch(run -> Files.exists(run.resolve("checkpoint.bin"))));
    }
    GlassboxThreads.awaitNone();
  }
}
