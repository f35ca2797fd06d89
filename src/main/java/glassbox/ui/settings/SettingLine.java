package glassbox.ui.settings;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A setting: its name and what it does at the left, its control at the right. */
final class SettingLine extends HBox {
  /**
   * A line.
   *
   * @param problem says why what was typed is not taken, empty mostly
   */
  SettingLine(SettingsPane.Line line, Region control, Label problem) {
    getStyleClass().add("setting");
    setAlignment(Pos.CENTER_LEFT);
    Label name = new Label(line.name());
    name.setLabelFor(control);
    Label hint = new Label(line.hint());
    hint.getStyleClass().add("setting-hint");
    problem.setId(line.id() + "-problem");
    problem.getStyleClass().add("problem");
    problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    VBox words = new VBox(name, hint, problem);
    for (Label label : new Label[] {hint, problem}) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    control.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(words, control);
  }
}
