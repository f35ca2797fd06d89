package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.support.Fx;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** While something lies on top, keys are for it and not for what is below. */
@Timeout(240)
class OverlayKeepsTheKeyboardTest extends Journey {
  @BeforeEach
  void openAnImage() {
    window.trainToTheEnd();
    window.robot.clickOn(window.tiles("#correct-images").getFirst());
    Fx.await("the card is there", () -> card() != null);
  }

  private Node card() {
    return Fx.get(() -> window.scene().lookup("#enlarged-image"));
  }

  @Test
  void tabStaysOnTop() {
    for (int i = 0; i < 5; i++) {
      window.press(KeyCode.TAB);
      assertTrue(
          Fx.get(() -> {
            Node at = window.scene().getFocusOwner();
            while (at != null && !"enlarged-image".equals(at.getId())) {
              at = at.getParent();
            }
            return at != null;
          }),
          "after Tab " + (i + 1));
    }
  }

  @Test
  void spaceDoesNotThrowAwayTheRunBelow() {
    var run = Fx.get(() -> window.session.runProperty().get());
    window.press(KeyCode.SPACE);
    org.junit.jupiter.api.Assertions.assertSame(
        run, Fx.get(() -> window.session.runProperty().get()));
  }
}
