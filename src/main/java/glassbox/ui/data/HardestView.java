package glassbox.ui.data;

import glassbox.analysis.Predictions;
import glassbox.ui.controls.Card;
import glassbox.ui.session.DataFacts.Hardest;
import glassbox.ui.session.Part;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The images that the network of this step finds hardest to call what they are labelled. */
final class HardestView extends HBox {
  private final PartImages part;
  private final ImageGrid grid = new ImageGrid(84, true);
  private final ComboBox<Part> parts =
      Choices.chip("hardest-part", Words.of("data.hardest.part"), Part::word);
  private final Label explanation = Choices.muted("");
  private final Label empty = Choices.emptyState("hardest-empty");
  private @Nullable Hardest shown;

  HardestView(PartImages part, Runnable augment) {
    this.part = part;
    TrainingSession session = part.session();
    getStyleClass().add("pane-row");
    parts.getItems().setAll(Part.values());
    parts.valueProperty().bindBidirectional(session.partProperty());
    grid.setId("hardest-images");
    grid.setOnChoose(this::choose);
    explanation.setId("hardest-explanation");
    Card card =
        new Card(Words.of("data.hardest"), new StackPane(grid, empty))
            .fact(explanation)
            .action(parts);
    HBox.setHgrow(card, Priority.ALWAYS);
    getChildren().addAll(card, new ChosenCard(part, augment));
    session.dataFacts().hardestProperty().addListener((property, before, now) -> show(now));
    session.runProperty().addListener(property -> sayWhatIsMissing());
    session.partProperty().addListener(property -> sayWhatIsMissing());
    show(session.dataFacts().hardestProperty().get());
  }

  private void show(@Nullable Hardest hardest) {
    shown = hardest;
    sayWhatIsMissing();
    explanation.setText(
        hardest == null ? "" : Words.of("data.hardest.fact", hardest.examined().moment().step()));
    if (hardest == null) {
      grid.show(Cells.NONE);
      return;
    }
    Predictions answers = hardest.examined().answers();
    grid.show(
        new Cells(
            hardest.images().images().size(),
            answers.images().height(),
            answers.images().width(),
            1,
            index -> cell(hardest, index)));
  }

  private void sayWhatIsMissing() {
    String words =
        part.session().runProperty().get() != null
            ? Words.of("data.hardest.asking", part.part().word())
            : Words.of("data.hardest.missing");
    empty.setText(shown == null ? words : "");
  }

  private Cells.Cell cell(Hardest hardest, int index) {
    int image = hardest.images().images().get(index);
    Predictions answers = hardest.examined().answers();
    String truth = part.className(answers.truth(image));
    String answer = part.className(answers.answer(image));
    String loss = Figures.decimal(hardest.images().losses().get(index), 1);
    return new Cells.Cell(
        List.of(answers.images().image(image)),
        "%s → %s · %s".formatted(truth, answer, loss),
        Words.of(
            "data.hardest.image", hardest.examined().part().word(), image, truth, answer, loss));
  }

  private void choose(int index) {
    Hardest hardest = shown;
    if (hardest != null) {
      part.session().selection().choose(hardest.images().images().get(index));
    }
  }
}
