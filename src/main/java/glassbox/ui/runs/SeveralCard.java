package glassbox.ui.runs;

import glassbox.ui.session.Run;
import glassbox.ui.words.Words;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Several runs that are selected, or those of a sweep: what is done with all of them. */
final class SeveralCard extends VBox {
  private final RunCommands commands;
  private final Label title = Parts.wrapped("card-title");
  private final Label differs = Parts.wrapped("run-differs");
  private final FactsGrid facts = new FactsGrid();
  private final Button delete;
  private List<Run> runs = List.of();

  SeveralCard(RunCommands commands) {
    this.commands = commands;
    getStyleClass().add("card-pane");
    Button show =
        Parts.button(
            Words.of("runs.several.show"),
            "runs-show",
            Words.of("runs.several.show.help"),
            () -> setShown(true));
    Button hide =
        Parts.button(
            Words.of("runs.several.hide"),
            "runs-hide",
            Words.of("runs.several.hide.help"),
            () -> setShown(false));
    delete =
        Parts.button(
            Words.of("runs.card.delete"),
            "runs-delete",
            Words.of("runs.several.delete.help"),
            () -> commands.delete(runs));
    getChildren().addAll(title, differs, new FlowPane(8, 8, show, hide, delete), facts);
  }

  private void setShown(boolean shown) {
    commands.setShown(runs, shown);
  }

  /** Shows the lines as they are now; at least one. */
  void show(List<Line> lines, List<Run> selected) {
    runs = selected;
    boolean group = lines.size() == 1;
    if (group) {
      title.setText(lines.getFirst().nameProperty().getValue());
      Facts now = lines.getFirst().factsProperty().get();
      differs.setText(Words.anew(now.differs()));
      facts.show(now);
    } else {
      title.setText(Words.of("runs.several", selected.size()));
    }
    Parts.show(differs, group);
    Parts.show(facts, group);
    delete.setDisable(!commands.canDelete(runs));
  }
}
