package glassbox.ui.map;

import glassbox.analysis.Predictions;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/**
 * The theme's colours for what is drawn by hand: nodes that nobody sees, but that the style sheets
 * fill. Classes have ten colours that colour-blind people can tell apart (Petroff: Accessible color
 * sequences for data visualization, 2021), and other shapes from the eleventh on.
 */
final class MapColours extends Pane {
  static final int CLASSES = 10;

  private final List<Rectangle> classes = new ArrayList<>();
  private final Rectangle card = swatch("map-card");
  private final Rectangle text = swatch("map-text");
  private final Rectangle muted = swatch("map-muted");
  private final Rectangle incorrect = swatch("map-incorrect");
  private final Rectangle accent = swatch("map-accent");

  /**
   * Colours of whatever theme is shown.
   *
   * @param changed hears when they are others
   */
  MapColours(Runnable changed) {
    setManaged(false);
    setOpacity(0);
    setMouseTransparent(true);
    for (int c = 0; c < CLASSES; c++) {
      classes.add(swatch("class-colour-" + c));
    }
    getChildren().addAll(classes);
    getChildren().addAll(card, text, muted, incorrect, accent);
    getChildren().forEach(node -> listen((Rectangle) node, changed));
  }

  private static void listen(Rectangle swatch, Runnable changed) {
    swatch.fillProperty().addListener((Observable property) -> changed.run());
  }

  private static Rectangle swatch(String style) {
    Rectangle swatch = new Rectangle(1, 1);
    swatch.getStyleClass().add(style);
    return swatch;
  }

  /**
   * The shape of a class's marks. Neighbours differ in it, and no two of 40 classes have both shape
   * and colour in common.
   */
  static int shapeOf(int classIndex) {
    return (classIndex + classIndex / (2 * CLASSES)) % Stamp.SHAPES;
  }

  Color ofClass(int classIndex) {
    return colour(classes.get(classIndex % CLASSES));
  }

  /**
   * The colour of an image: its class's, or whether it is answered incorrectly.
   *
   * @param byError the latter
   */
  Color of(Predictions answers, int image, boolean byError) {
    if (!byError) {
      return ofClass(answers.truth(image));
    }
    return answers.isCorrect(image) ? muted() : incorrect();
  }

  Color card() {
    return colour(card);
  }

  Color text() {
    return colour(text);
  }

  Color muted() {
    return colour(muted);
  }

  Color incorrect() {
    return colour(incorrect);
  }

  Color accent() {
    return colour(accent);
  }

  private static Color colour(Rectangle swatch) {
    return swatch.getFill() instanceof Color colour ? colour : Color.GRAY;
  }
}
