package glassbox.ui.controls;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/**
 * The theme's colours for what is painted on a canvas: rectangles that nobody sees are filled by
 * the style sheets, anew with each theme. To be put among the children of what paints.
 */
public final class ThemeColours extends Group {
  private final Map<String, Rectangle> inks = new HashMap<>();

  /**
   * Colours by the names of their tokens, without the prefix: "card" is {@code -gb-card}.
   *
   * @param onChange paints again
   */
  public ThemeColours(Runnable onChange, String... names) {
    setManaged(false);
    setMouseTransparent(true);
    setOpacity(0); // an invisible node would get no colours
    for (String name : names) {
      Rectangle ink = new Rectangle(1, 1);
      ink.setStyle("-fx-fill: -gb-" + name);
      ink.fillProperty().addListener(property -> onChange.run());
      inks.put(name, ink);
      getChildren().add(ink);
    }
  }

  /** The colour that a token has now. */
  public Color of(String name) {
    Rectangle ink = inks.get(name);
    if (ink == null) {
      throw new IllegalArgumentException("colour " + name + " was not asked for");
    }
    return ink.getFill() instanceof Color colour ? colour : Color.GRAY;
  }
}
