package glassbox.ui.data;

import javafx.scene.Group;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;

/** The colours of the style sheets for what is drawn on a canvas, anew with each theme. */
final class GridInks extends Group {
  private final Rectangle text;
  private final Rectangle accent;

  GridInks(Runnable onChange) {
    setManaged(false);
    setMouseTransparent(true);
    setOpacity(0); // an invisible node would get no colours
    text = ink("grid-text", onChange);
    accent = ink("grid-accent", onChange);
    getChildren().addAll(text, accent);
  }

  private static Rectangle ink(String style, Runnable onChange) {
    Rectangle ink = new Rectangle(1, 1);
    ink.getStyleClass().add(style);
    ink.fillProperty().addListener(property -> onChange.run());
    return ink;
  }

  Paint text() {
    return text.getFill();
  }

  Paint accent() {
    return accent.getFill();
  }
}
