package glassbox.ui.runs;

import glassbox.ui.controls.WholeText;
import glassbox.ui.words.Words;
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
    row(Words.of("runs.fact.test"), Facts::testWords);
    row(Words.of("runs.fact.validation"), Facts::bestValidationWords);
    row(Words.of("runs.fact.steps"), Facts::stepsWords);
    row(Words.of("runs.fact.time"), Facts::timeWords);
    row(Words.of("runs.fact.dataset"), Facts::dataset);
  }

  private void row(String name, Function<Facts, String> words) {
    Label value = Parts.label("–", "run-fact");
    values.put(value, words);
    Label title = Parts.label(name, "muted");
    WholeText.onHover(title);
    WholeText.onHover(value);
    addRow(values.size() - 1, title, value);
  }

  void show(Facts facts) {
    values.forEach((label, words) -> label.setText(words.apply(facts)));
  }
}
