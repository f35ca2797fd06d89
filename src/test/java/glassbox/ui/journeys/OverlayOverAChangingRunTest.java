package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.session.State;
import glassbox.ui.support.Fx;
import glassbox.ui.support.WindowBench;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is enlarged may be gone from below when it is closed. */
@Timeout(240)
class OverlayOverAChangingRunTest {
  private WindowBench window;

  @BeforeEach
  void openAnImage(@TempDir Path home) {
    window = new WindowBench(home);
    window.trainToTheEnd();
    window.robot.clickOn(window.tiles("#correct-images").getFirst());
    Fx.await("the card is there", () -> card() != null);
  }

  @AfterEach
  void closeWindow() {
    window.close();
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
