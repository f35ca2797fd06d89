package glassbox.ui.runs;

import glassbox.ui.controls.RunColours;
import glassbox.ui.session.Run;
import glassbox.ui.words.Words;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Whether a run is drawn on the charts, and with which line. */
final class ShownCell extends TreeTableCell<Line, List<Run>> {
  private final CheckBox box = new CheckBox();
  private final HBox content = new HBox(8, box);
  private final InvalidationListener follow = property -> showState();
  private List<Run> runs = List.of();

  ShownCell(RunCommands commands) {
    box.setFocusTraversable(false);
    box.setTooltip(new Tooltip(Words.of("runs.shown.help")));
    box.setOnAction(event -> {
      commands.toggleShown(runs);
      showState(); // a run of another day is opened first
    });
    content.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  protected void updateItem(@Nullable List<Run> now, boolean empty) {
    super.updateItem(now, empty);
    runs.forEach(run -> run.shownProperty().removeListener(follow));
    runs = empty || now == null ? List.of() : now;
    runs.forEach(run -> run.shownProperty().addListener(follow));
    setGraphic(runs.isEmpty() ? null : content);
    if (!runs.isEmpty()) {
      box.setAccessibleText(Words.of("runs.shown", name()));
      box.setDisable(runs.stream().allMatch(run -> run.status() == Run.Status.DAMAGED));
      showState();
    }
  }

  private String name() {
    return runs.size() == 1 ? runs.getFirst().name() : Words.of("runs.count", runs.size());
  }

  private void showState() {
    content.getChildren().setAll(box);
    if (runs.size() == 1) {
      content.getChildren().add(RunColours.swatch(runs.getFirst().ink()));
    }
    long shown = runs.stream().filter(run -> run.shownProperty().get()).count();
    box.setIndeterminate(shown > 0 && shown < runs.size());
    box.setSelected(shown > 0 && shown == runs.size());
  }
}
