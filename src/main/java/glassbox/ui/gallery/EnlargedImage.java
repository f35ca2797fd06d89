package glassbox.ui.gallery;

import glassbox.analysis.Predictions;
import glassbox.data.ImageSet;
import glassbox.ui.controls.PixelView;
import glassbox.ui.controls.ProbabilityBars;
import glassbox.ui.words.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One image large, with the probability that the network gives every class. */
final class EnlargedImage extends VBox {
  private static final int IMAGE = 168;

  EnlargedImage(Predictions predictions, int image, List<String> classNames, Runnable close) {
    setId("enlarged-image");
    getStyleClass().addAll("card-pane", "enlarged");
    setFocusTraversable(true);
    ImageSet images = predictions.images();
    PixelView picture = new PixelView(IMAGE);
    picture.show(images.image(image), images.height(), images.width());
    HBox content = new HBox(picture, bars(predictions, image, classNames));
    content.getStyleClass().add("enlarged-content");
    content.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(header(predictions, image, classNames, close), content);
  }

  private static HBox header(
      Predictions predictions, int image, List<String> classNames, Runnable close) {
    Label title = new Label(Words.of("gallery.enlarged"));
    title.getStyleClass().add("card-title");
    String truth = classNames.get(predictions.truth(image));
    String answer = classNames.get(predictions.answer(image));
    Label facts =
        new Label(
            Words.of(
                "gallery.enlarged.facts",
                image,
                predictions.isCorrect(image)
                    ? Words.of("gallery.correct", truth)
                    : Words.of("gallery.incorrect", truth, answer)));
    facts.getStyleClass().add("muted");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button done = new Button(Words.of("gallery.close"));
    done.setId("close-enlarged");
    done.setOnAction(event -> close.run());
    HBox header = new HBox(title, facts, space, done);
    header.getStyleClass().add("card-facts");
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private static Region bars(Predictions predictions, int image, List<String> classNames) {
    ProbabilityBars bars = new ProbabilityBars(Integer.MAX_VALUE);
    bars.show(
        predictions.probabilities(image),
        classNames,
        predictions.truth(image),
        predictions.answer(image));
    if (classNames.size() <= 12) {
      return bars;
    }
    ScrollPane scroll = new ScrollPane(bars);
    scroll.setPrefViewportHeight(260);
    return scroll;
  }
}
