package glassbox.ui.support;

import glassbox.ui.controls.Contrast;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** Measures the words and icons of a scene as they are shown against what lies behind them. */
public final class Legibility {
  private static final double WORDS = 4.5;
  private static final double ICONS = 3;

  private Legibility() {}

  /** What is too faint, in words; what is disabled may be. On the JavaFX thread. */
  public static List<String> faults(Parent root) {
    List<String> faults = new ArrayList<>();
    look(root, Color.TRANSPARENT, 1, faults);
    return faults;
  }

  private static void look(Node node, Color behind, double opacity, List<String> faults) {
    if (!node.isVisible() || node.isDisabled() || node.getOpacity() == 0) {
      return;
    }
    double seen = opacity * node.getOpacity();
    if (node instanceof Text text && !text.getText().isBlank()) {
      measure(text, behind, seen, faults);
    }
    if (node instanceof Parent parent) {
      Color own =
          node instanceof Region region ? over(region.getBackground(), behind, seen) : behind;
      parent.getChildrenUnmodifiable().forEach(child -> look(child, own, seen, faults));
    }
  }

  private static void measure(Text text, Color behind, double opacity, List<String> faults) {
    double least = text instanceof FontIcon ? ICONS : WORDS;
    double ratio = Contrast.ratio(mix(colour(text.getFill()), behind, opacity), behind);
    if (ratio < least - 0.01) {
      String what = text instanceof FontIcon icon ? icon.getIconLiteral() : text.getText();
      faults.add(
          "%s in %s: %s on %s, %.2f of %.1f"
              .formatted(what, text.getParent(), text.getFill(), behind, ratio, least));
    }
  }

  private static Color over(Background background, Color behind, double opacity) {
    Color colour = behind;
    if (background != null) {
      for (var fill : background.getFills()) {
        colour = mix(colour(fill.getFill()), colour, opacity);
      }
    }
    return colour;
  }

  private static Color mix(Color front, Color behind, double opacity) {
    double share = front.getOpacity() * opacity;
    Color opaque = Color.color(front.getRed(), front.getGreen(), front.getBlue());
    return behind.getOpacity() == 0 && share > 0 ? opaque : behind.interpolate(opaque, share);
  }

  private static Color colour(Paint paint) {
    if (paint instanceof LinearGradient gradient) {
      return gradient.getStops().getFirst().getColor();
    }
    return paint instanceof Color colour ? colour : Color.TRANSPARENT;
  }
}
