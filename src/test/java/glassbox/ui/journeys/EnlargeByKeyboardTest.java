package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** Without a mouse: Tab to the gallery, Enter to enlarge, Enter on Close. */
@Timeout(240)
class EnlargeByKeyboardTest {
  private WindowBench window;

  @BeforeEach
  void openWindow(@TempDir Path home) {
    window = new WindowBench(home);
    window.trainToTheEnd();
  }

  @AfterEach
  void closeWindow() {
    window.close();
  }

  private Node card() {
    return Fx.get(() -> window.scene().lookup("#enlarged-image"));
  }

  @Test
  void tabLeadsToTheGallery() {
    window.focus("#train");
    var tiles = window.tiles("#correct-images");
    for (int i = 0; i < 40 && !tiles.contains(Fx.get(() -> window.scene().getFocusOwner())); i++) {
      window.press(KeyCode.TAB);
    }
    assertTrue(tiles.contains(Fx.get(() -> window.scene().getFocusOwner())));
  }

  @Test
  void enterEnlargesAndClosesAgain() {
    Fx.run(window.tiles("#correct-images").getFirst()::requestFocus);
    window.press(KeyCode.ENTER);
    assertNotNull(card());
    window.focus("#close-enlarged");
    window.press(KeyCode.ENTER);
    assertNull(card());
  }
}
