package glassbox.ui.runs;

import glassbox.ui.words.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** "Run 3 deleted · Undo", until something else is done. */
final class HintBar extends HBox {
  HintBar(RunCommands commands) {
    getStyleClass().add("runs-hint");
    setSpacing(8);
    setAlignment(Pos.CENTER_LEFT);
    Label text = Parts.label("");
    text.setId("runs-hint");
    text.textProperty().bind(commands.hintProperty());
    Hyperlink undo = new Hyperlink(Words.of("runs.hint.undo"));
    undo.setId("runs-undo");
    undo.setTooltip(new Tooltip(Words.of("runs.hint.undo.help")));
    undo.setOnAction(event -> commands.undo());
    undo.setMinWidth(Region.USE_PREF_SIZE);
    Label dot = Parts.label("·", "muted");
    for (Node node : List.of(undo, dot)) {
      node.visibleProperty().bind(commands.hintUndoableProperty());
      node.managedProperty().bind(node.visibleProperty());
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(
            text,
            dot,
            undo,
            space,
            Parts.icon(
                Feather.X,
                "runs-hint-close",
                Words.of("runs.hint.dismiss"),
                commands::dismissHint));
    visibleProperty().bind(commands.hintProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
  }
}
