package glassbox.ui.map;

import glassbox.analysis.Predictions;
import glassbox.data.ImageSet;
import glassbox.ui.controls.PixelView;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The image under the mouse, large, with what it is and what it is taken for. */
final class HoverCard extends VBox {
  private static final int SIDE = 168;

  private final PixelView picture = new PixelView(SIDE);
  private final Label number = new Label();
  private final Label words = new Label();

  HoverCard() {
    getStyleClass().add("map-hover");
    setId("map-hover");
    setMouseTransparent(true);
    setManaged(false);
    setVisible(false);
    setAlignment(Pos.CENTER);
    number.getStyleClass().add("map-hover-number");
    words.getStyleClass().add("map-hover-words");
    getChildren().addAll(picture, words, number);
  }

  /** Shows an image of a part. */
  void show(Predictions answers, int image, List<String> classNames, String part) {
    ImageSet set = answers.images();
    picture.show(set.image(image), set.height(), set.width());
    String truth = classNames.get(answers.truth(image));
    String sure = Figures.percentDown(answers.confidence(image));
    words.setText(
        answers.isCorrect(image)
            ? "%s  %s".formatted(truth, sure)
            : "%s → %s  %s".formatted(truth, classNames.get(answers.answer(image)), sure));
    number.setText(Words.of("map.number", part, image));
    setVisible(true);
    autosize();
  }
}
