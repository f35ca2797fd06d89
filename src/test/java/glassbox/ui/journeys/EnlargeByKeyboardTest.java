package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.support.Fx;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Without a mouse: Tab to the gallery, Enter to enlarge, Enter on Close. */
@Timeout(240)
class EnlargeByKeyboardTest extends Journey {
  @BeforeEach
  void train() {
    window.trainToTheEnd();
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
