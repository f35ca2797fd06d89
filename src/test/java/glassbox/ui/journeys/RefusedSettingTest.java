package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.session.State;
import glassbox.ui.support.Fx;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A setting that makes no sense is refused in words where it stands, and nothing starts. */
@Timeout(240)
class RefusedSettingTest extends Journey {
  private Bounds place(String query) {
    return Fx.get(() -> {
      Node node = window.scene().lookup(query);
      return node.localToScene(node.getBoundsInLocal());
    });
  }

  @Test
  void aBadLearningRateIsRefusedThenCorrectedAndItTrains() {
    window.retype("#learning-rate", "-1");
    String words = window.text("#learning-rate-problem");
    assertTrue(words.contains("must") && words.contains("-1"), words);
    window.click("#train");
    assertEquals(words, window.notice());
    assertEquals(State.READY, window.state());
    assertEquals(0, window.steps());

    window.retype("#learning-rate", "0.02");
    assertEquals("", window.text("#learning-rate-problem"));
    window.click("#train");
    window.awaitState(State.FINISHED);
    assertEquals("", window.notice());
    assertEquals(0.02, Fx.get(window.session::recipe).optimizer().learningRate());
    Fx.await("it is kept", () -> window.kept() == 1);
  }

  @Test
  void theWordsStandUnderTheField() {
    assertFalse(Fx.get(() -> window.scene().lookup("#epochs-problem").isVisible()));
    window.retype("#epochs", "0");
    assertTrue(Fx.get(() -> window.scene().lookup("#epochs-problem").isVisible()));
    double gap = place("#epochs-problem").getMinY() - place("#epochs").getMaxY();
    assertTrue(gap >= 0 && gap < 12, gap + " points below");
  }

  @Test
  void spaceIsRefusedLikeTheButton() {
    window.retype("#batch-size", "none");
    window.focus("#train");
    window.press(KeyCode.SPACE);
    assertTrue(window.notice().contains("none"), window.notice());
    assertEquals(State.READY, window.state());
  }

  @Test
  void lettersAndSpaceInAFieldAreTextAndNoShortcuts() {
    window.retype("#hidden-layers", "24 1");
    window.press(KeyCode.SPACE, KeyCode.DIGIT2);
    assertEquals("24 1 2", window.text("#hidden-layers"));
    assertEquals(State.READY, window.state());
    assertEquals(7, Fx.get(window.session::recipe).network().size());
    assertEquals(window.dataFolder().toString(), Fx.get(window.session::recipe).dataset());
  }
}
