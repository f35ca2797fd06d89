package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.training.History;
import glassbox.ui.session.Run;
import glassbox.ui.session.State;
import glassbox.ui.support.Fx;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Back to the moment where something happened, one thing changed, and both futures side by side.
 */
@Timeout(240)
class ForkAFutureTest extends Journey {
  @BeforeEach
  void trainARun() {
    window.trainToTheEnd();
  }

  private Run run() {
    return Fx.get(() -> window.session.runProperty().get());
  }

  private long playhead() {
    return Fx.get(() -> window.session.playhead().stepProperty().get());
  }

  /** Drags the timeline's handle to the middle of the run. */
  private void dragBack() {
    Bounds track =
        Fx.get(() -> {
          Node node = window.scene().lookup("#timeline-track");
          return node.localToScreen(node.getBoundsInLocal());
        });
    Node handle = window.node("#timeline-handle", Node.class);
    window
        .robot
        .drag(handle, MouseButton.PRIMARY)
        .moveTo(track.getCenterX() + 40, track.getMaxY() - 12)
        .moveTo(track.getCenterX(), track.getMaxY() - 12)
        .drop();
    Fx.await("the moment is over", () -> !window.session.playhead().isLive());
  }

  private static List<Double> losses(History history, long from, long to) {
    List<Double> losses = new java.util.ArrayList<>();
    for (int step = (int) from; step < to; step++) {
      losses.add(history.loss(step));
    }
    return losses;
  }

  /** The words that stand in both charts. */
  private Set<String> wordsOnTheCharts() {
    return Fx.get(() ->
        window.robot.lookup(".curve-chart").lookup(".label").queryAll().stream()
            .filter(Node::isVisible)
            .map(label -> ((Label) label).getText())
            .collect(Collectors.toSet()));
  }

  @Test
  void twoCurvesPartAtTheMark() {
    Run parent = run();
    dragBack();
    long step = playhead();
    assertTrue(step >= 7 && step <= 11, "step " + step);
    assertEquals("step %d of 18".formatted(step), window.text("#step-of-run"));
    Fx.await("its pictures are there", () -> window.text("#timeline-remark").equals("past"));
    window.click("#fork");
    window.retype("#fork-value", "0.9");
    window.click("#fork-now");
    window.awaitState(State.FINISHED);
    Run fork = run();
    assertSame(parent, fork.parent());
    assertEquals(step, fork.forkStep());
    assertEquals(18, fork.history().size());
    assertEquals(losses(parent.history(), 0, step), losses(fork.history(), 0, step));
    assertNotEquals(losses(parent.history(), step, 18), losses(fork.history(), step, 18));
    Fx.await(
        "both are named on the charts",
        () -> wordsOnTheCharts().containsAll(Set.of(parent.name(), fork.name(), "fork")));
  }

  @Test
  void aForkThatChangesNothingRepeatsItsParent() {
    Run parent = run();
    dragBack();
    window.press(KeyCode.B);
    Fx.run(() -> {
      @SuppressWarnings("unchecked") // the card's choice is one of keys
      var key = (javafx.scene.control.ComboBox<String>) window.scene().lookup("#fork-key");
      key.setValue("");
    });
    window.click("#fork-now");
    window.awaitState(State.FINISHED);
    assertNotEquals(parent, run());
    assertEquals(losses(parent.history(), 0, 18), losses(run().history(), 0, 18));
  }

  @Test
  void nonsenseIsRefusedWhereItIsTyped() {
    window.press(KeyCode.HOME, KeyCode.B);
    window.retype("#fork-value", "-1");
    window.click("#fork-now");
    assertTrue(window.text("#fork-problem").contains("learningRate"), window.text("#fork-problem"));
    window.press(KeyCode.ESCAPE);
    assertEquals(1, Fx.get(() -> window.session.runs().all().size()));
  }

  @Test
  void keysMoveThroughTheRun() {
    window.press(KeyCode.LEFT, KeyCode.LEFT);
    assertEquals(16, playhead());
    window.press(KeyCode.HOME);
    assertEquals(0, playhead());
    window.press(KeyCode.RIGHT);
    assertEquals(1, playhead());
    Fx.await("its pictures are there", () -> window.text("#timeline-remark").equals("past"));
    window.press(KeyCode.END);
    assertEquals(18, playhead());
    assertEquals("live", window.text("#timeline-remark"));
  }
}
