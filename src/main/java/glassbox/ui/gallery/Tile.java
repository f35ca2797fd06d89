package glassbox.ui.gallery;

import glassbox.analysis.Predictions;
import glassbox.data.ImageSet;
import glassbox.ui.controls.PixelView;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One image with its class, what it was taken for, and how sure the network was. */
final class Tile extends Button {
  static final double IMAGE = 56;

  private final PixelView picture = new PixelView(IMAGE);
  private final Label truth = label("tile-truth");
  private final Label arrow = label("tile-confidence");
  private final Label answer = label("tile-answer");
  private final Label confidence = label("tile-confidence");
  private final boolean shortNames;
  private int shownImage = -1;
  private ImageSet shownSet = new ImageSet(new byte[0], new byte[0], 1, 1);

  /**
   * An empty tile.
   *
   * @param shortNames whether a class name is a letter or two, so that all fits on one line
   */
  Tile(boolean shortNames, double width, IntConsumer open) {
    this.shortNames = shortNames;
    arrow.setText("→");
    VBox box = new VBox(picture, caption());
    box.setAlignment(Pos.TOP_CENTER);
    box.setSpacing(2);
    setGraphic(box);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    getStyleClass().setAll("tile", "uses-arrows");
    setMinWidth(width);
    setMaxWidth(width);
    setOnAction(event -> open.accept(shownImage));
  }

  /** On one line where the names are short; otherwise truth, answer and confidence on one each. */
  private VBox caption() {
    VBox lines =
        shortNames
            ? new VBox(line(truth, arrow, answer, confidence))
            : new VBox(line(truth), line(arrow, answer), line(confidence));
    lines.setAlignment(Pos.CENTER);
    return lines;
  }

  private static HBox line(Label... labels) {
    HBox line = new HBox(3, labels);
    line.setAlignment(Pos.CENTER);
    line.managedProperty().bind(labels[labels.length - 1].managedProperty());
    return line;
  }

  /** Rounded down to whole percent: only what is certain is 100%. */
  private static String confidence(float probability) {
    return Figures.percentDown(probability);
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    return label;
  }

  /** Shows an image; does little where it is shown already. */
  void show(Predictions predictions, int image, List<String> classNames) {
    ImageSet images = predictions.images();
    if (image != shownImage || images != shownSet) {
      picture.show(images.image(image), images.height(), images.width());
      shownImage = image;
      shownSet = images;
    }
    String truthName = classNames.get(predictions.truth(image));
    String answerName = classNames.get(predictions.answer(image));
    boolean correct = predictions.isCorrect(image);
    String sure = confidence(predictions.confidence(image));
    truth.setText(truthName);
    arrow.setVisible(!correct);
    arrow.setManaged(!correct);
    answer.setVisible(!correct);
    answer.setManaged(!correct);
    answer.setText(answerName);
    confidence.setText(sure);
    setAccessibleText(
        Words.of(
            "gallery.tile",
            image,
            correct ? truthName : Words.of("gallery.incorrect", truthName, answerName),
            sure));
  }
}
