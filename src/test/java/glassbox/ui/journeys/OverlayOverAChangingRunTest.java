package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.session.State;
import glassbox.ui.support.Fx;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is enlarged may be gone from below when it is closed. */
@Timeout(240)
class OverlayOverAChangingRunTest extends Journey {
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
  void escClosesAlsoWhenThePictureBelowHasGone() {
    Fx.run(window.session::train);
    window.awaitState(State.FINISHED);
    Fx.await("the run is kept", () -> window.kept() == 2);
    window.press(KeyCode.ESCAPE);
    assertNull(card());
    window.click("#help");
    window.click("#help-keys");
    assertTrue(Fx.get(() -> window.scene().lookup("#shortcut-sheet") != null));
    window.press(KeyCode.ESCAPE);
    assertNull(Fx.get(() -> window.scene().lookup("#shortcut-sheet")));
  }
}
