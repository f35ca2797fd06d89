package glassbox.ui.draw;

import glassbox.ui.controls.ProbabilityBars;
import glassbox.ui.session.DrawnAnswer;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The probability of every class as a bar. */
final class AnswerBars extends ScrollPane {
  private static final float[] NONE = {};

  private final GridPane grid = new GridPane();
  private final List<Row> rows = new ArrayList<>();

  /** One class. */
  private record Row(Label name, ProgressBar bar, Label share) {}

  AnswerBars() {
    setId("draw-bars");
    getStyleClass().addAll("draw-bars", "edge-to-edge");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    grid.getStyleClass().add("probability-bars");
    ColumnConstraints middle = new ColumnConstraints();
    middle.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(new ColumnConstraints(), middle, new ColumnConstraints());
    setContent(grid);
  }

  /** Makes a bar for every class. */
  void setNames(List<String> names) {
    grid.getChildren().clear();
    rows.clear();
    for (String name : names) {
      Row row = new Row(new Label(name), new ProgressBar(0), new Label());
      row.name().setMinWidth(Region.USE_PREF_SIZE);
      row.bar().setAccessibleText(name);
      row.bar().setMaxWidth(Double.MAX_VALUE);
      row.bar().setMinWidth(20);
      row.share().getStyleClass().add("muted");
      row.share().setMinWidth(46);
      row.share().setAlignment(Pos.CENTER_RIGHT);
      grid.addRow(rows.size(), row.name(), row.bar(), row.share());
      rows.add(row);
    }
    show(null);
  }

  /** Shows an answer, or that there is none. */
  void show(DrawnAnswer.@Nullable Staged answered) {
    float[] shares = answered == null ? NONE : answered.probabilities();
    int best = shares.length == 0 ? -1 : Objects.requireNonNull(answered).answer();
    setAccessibleText(
        best < 0
            ? Words.of("draw.bars.none")
            : ProbabilityBars.summary(shares, rows.stream().map(r -> r.name().getText()).toList()));
    for (int c = 0; c < rows.size(); c++) {
      Row row = rows.get(c);
      boolean known = c < shares.length;
      row.bar().setProgress(known ? shares[c] : 0);
      row.share().setText(known ? Figures.percent(shares[c], 1) : "");
      row.bar().getStyleClass().removeAll("bar-truth", "bar-other");
      row.bar().getStyleClass().add(c == best ? "bar-truth" : "bar-other");
      row.name().pseudoClassStateChanged(DrawPane.BEST, c == best);
    }
  }
}
