package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.support.Fx;
import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A picture of the gallery becomes large, with what the network thinks of it. */
@Timeout(240)
class EnlargeAnImageTest extends Journey {
  @BeforeEach
  void train() {
    window.trainToTheEnd();
  }

  private Node card() {
    return Fx.get(() -> window.scene().lookup("#enlarged-image"));
  }

  private Node focused() {
    return Fx.get(() -> window.scene().getFocusOwner());
  }

  private Node clickFirst(String gallery) {
    Node tile = window.tiles(gallery).getFirst();
    window.robot.clickOn(tile);
    Fx.await("the card is there", () -> card() != null);
    return tile;
  }

  @Test
  void aClickShowsItLargeWithEveryProbability() {
    clickFirst("#incorrect-images");
    double[] bars =
        Fx.get(() ->
            card().lookupAll(".progress-bar").stream()
                .mapToDouble(bar -> ((ProgressBar) bar).getProgress())
                .toArray());
    assertEquals(5, bars.length);
    assertEquals(1, Arrays.stream(bars).sum(), 1e-4);
    ImageView picture = Fx.get(() -> (ImageView) card().lookup(".image-view"));
    assertEquals(168, picture.getImage().getWidth());
    assertTrue(
        Fx.get(() ->
            card().lookupAll(".muted").stream()
                .anyMatch(label -> ((Labeled) label).getText().contains("taken for"))));
  }

  @Test
  void escClosesItAndTheKeyboardIsWhereItWas() {
    Node tile = clickFirst("#correct-images");
    window.press(KeyCode.ESCAPE);
    assertNull(card());
    assertSame(tile, focused());
  }

  @Test
  void soDoesTheButton() {
    Node tile = clickFirst("#correct-images");
    window.click("#close-enlarged");
    assertNull(card());
    assertSame(tile, focused());
  }

  @Test
  void soDoesAClickBesideIt() {
    clickFirst("#correct-images");
    window.robot.clickOn(
        window.scene().getWindow().getX() + 20, window.scene().getWindow().getY() + 700);
    assertNull(card());
  }

  @Test
  void arrowsGoFromImageToImage() {
    var tiles = window.tiles("#correct-images");
    Fx.run(tiles.getFirst()::requestFocus);
    window.press(KeyCode.RIGHT);
    assertSame(tiles.get(1), focused());
    window.press(KeyCode.DOWN);
    assertNotSame(tiles.get(1), focused());
    assertTrue(tiles.contains(focused()));
    window.press(KeyCode.UP, KeyCode.LEFT);
    assertSame(tiles.getFirst(), focused());
  }
}
