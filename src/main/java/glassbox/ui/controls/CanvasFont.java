package glassbox.ui.controls;

import glassbox.ui.words.Language;
import glassbox.ui.words.Words;
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
  private static final int MOST_WIDTHS = 4000;

  private final double size;
  private final FontWeight weight;
  private Language language = Words.language();
  private Font font;
  private final Map<String, Double> widths = new HashMap<>();

  public CanvasFont(double size, FontWeight weight) {
    this.size = size;
    this.weight = weight;
    font = Font.font(language.typeface(), weight, size);
  }

  /** The font that the language of now is written in. */
  public Font font() {
    if (language != Words.language()) {
      language = Words.language();
      font = Font.font(language.typeface(), weight, size);
      widths.clear();
    }
    return font;
  }

  public double size() {
    return size;
  }

  /** How bold it is: 400 is normal. */
  public int weight() {
    return weight.getWeight();
  }

  /** How wide a text is, in points. */
  public double width(String text) {
    font();
    if (widths.size() > MOST_WIDTHS) {
      widths.clear();
    }
    return widths.computeIfAbsent(text, this::measured);
  }

  private double measured(String text) {
    Text node = new Text(text);
    node.setFont(font());
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
