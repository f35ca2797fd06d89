package glassbox.ui.controls;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/**
 * The window's typeface in one size, for texts that are painted on a canvas. It remembers how wide
 * texts are, because measuring one costs as much as painting it. For the JavaFX thread.
 */
public final class CanvasFont {
  private static final String FAMILY = "Glassbox Inter";
  private static final int MOST_WIDTHS = 4000;

  private final Font font;
  private final Map<String, Double> widths = new HashMap<>();

  public CanvasFont(double size, FontWeight weight) {
    font = Font.font(FAMILY, weight, size);
  }

  public Font font() {
    return font;
  }

  public double size() {
    return font.getSize();
  }

  /** How wide a text is, in points. */
  public double width(String text) {
    if (widths.size() > MOST_WIDTHS) {
      widths.clear();
    }
    return widths.computeIfAbsent(text, this::measured);
  }

  private double measured(String text) {
    Text node = new Text(text);
    node.setFont(font);
    return node.getLayoutBounds().getWidth();
  }

  /** The text, or its beginning and an ellipsis where it is wider than the room. */
  public String fitted(String text, double room) {
    String shown = text;
    for (int end = text.length() - 1; width(shown) > room && end >= 0; end--) {
      shown = text.substring(0, end) + "…";
    }
    return shown;
  }
}
