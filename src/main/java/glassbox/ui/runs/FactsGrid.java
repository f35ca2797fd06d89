package glassbox.ui.runs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** What is known of a run or of several, name by name. */
final class FactsGrid extends GridPane {
  private final Map<Label, Function<Facts, String>> values = new LinkedHashMap<>();

  FactsGrid() {
    getStyleClass().add("run-facts");
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    ColumnConstraints figures = new ColumnConstraints();
    figures.setHalignment(HPos.RIGHT);
    getColumnConstraints().setAll(names, figures);
    row("Test accuracy", Facts::testWords);
    row("Best validation", Facts::bestValidationWords);
    row("Steps", Facts::stepsWords);
    row("Time", Facts::timeWords);
    row("Data set", Facts::dataset);
  }

  private void row(String name, Function<Facts, String> words) {
    Label value = Parts.label("–", "run-fact");
    values.put(value, words);
    addRow(values.size() - 1, Parts.label(name, "muted"), value);
  }

  void show(Facts facts) {
    values.forEach((label, words) -> label.setText(words.apply(facts)));
  }
}
