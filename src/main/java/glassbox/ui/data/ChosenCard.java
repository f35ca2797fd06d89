package glassbox.ui.data;

import glassbox.analysis.Predictions;
import glassbox.data.ImageSet;
import glassbox.ui.controls.Card;
import glassbox.ui.controls.PixelView;
import glassbox.ui.session.Examined;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The image that is picked out, enlarged, and what is known of it. */
final class ChosenCard extends StackPane {
  private static final int POINTS = 224;

  private final PartImages part;
  private final PixelView picture = new PixelView(POINTS);
  private final Label name = new Label();
  private final Label truth = Choices.muted("");
  private final Label answer = Choices.muted("");
  private final Button augment = new Button(Words.of("data.chosen.augment"));
  private final VBox known = new VBox(picture, name, truth, answer, augment);
  private final Label empty = Choices.emptyState("chosen-empty");

  ChosenCard(PartImages part, Runnable onAugment) {
    this.part = part;
    TrainingSession session = part.session();
    getStyleClass().add("chosen-card");
    known.getStyleClass().add("chosen-known");
    known.setAlignment(Pos.TOP_LEFT);
    name.setId("chosen-name");
    name.getStyleClass().add("chosen-name");
    truth.setId("chosen-truth");
    answer.setId("chosen-answer");
    for (Label label : new Label[] {truth, answer}) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
      label.managedProperty().bind(label.textProperty().isNotEmpty());
    }
    Choices.named(augment, "chosen-augment", Words.of("data.chosen.augment.help"));
    augment.setOnAction(event -> onAugment.run());
    empty.setText(Words.of("data.chosen.empty"));
    getChildren().add(new Card(Words.of("data.chosen"), new StackPane(known, empty)));
    session.selection().imageProperty().addListener(property -> refresh());
    session.partProperty().addListener(property -> refresh());
    session.datasetProperty().addListener(property -> refresh());
    session.examinedProperty().addListener(property -> refresh());
    refresh();
  }

  private void refresh() {
    ImageSet images = part.images();
    int image = part.chosen();
    boolean some = images != null && image >= 0;
    known.setVisible(some);
    empty.setText(some ? "" : Words.of("data.chosen.empty"));
    if (images == null || image < 0) {
      return;
    }
    picture.show(images.image(image), images.height(), images.width());
    name.setText(part.name(image));
    truth.setText(Words.of("data.chosen.label", part.className(images.label(image))));
    answer.setText(answer(image));
  }

  private String answer(int image) {
    Examined examined = part.session().examinedProperty().get();
    if (examined == null || examined.part() != part.part()) {
      return "";
    }
    Predictions answers = examined.answers();
    if (image >= answers.count()) {
      return "";
    }
    return Words.of(
        answers.isCorrect(image) ? "data.chosen.correct" : "data.chosen.incorrect",
        part.className(answers.answer(image)),
        Figures.percent(answers.confidence(image), 1),
        examined.moment().step());
  }
}
