package glassbox.ui.lesson;

import glassbox.ui.controls.SketchChart;
import glassbox.ui.session.Run;
import glassbox.ui.words.Words;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The loss that one expects, drawn before it is known. */
final class GuessCard extends VBox {
  private static final double HIGHEST = 2.5;

  private final SketchChart chart;
  private final Label verdict = new Label();
  private final Supplier<@Nullable Run> run;
  private final long steps;
  private int shown = -1;

  /**
   * A card.
   *
   * @param run whose loss it will be, null before it begins
   * @param steps that it is going to have
   */
  GuessCard(Supplier<@Nullable Run> run, long steps) {
    this.run = run;
    this.steps = steps;
    chart = new SketchChart(HIGHEST, Words.of("lesson.guess.steps", steps));
    chart.setId("guess-chart");
    verdict.setId("guess-verdict");
    verdict.setWrapText(true);
    verdict.setText(Words.of("lesson.guess.ask"));
    getStyleClass().add("guess-card");
    getChildren().addAll(chart, verdict);
  }

  /** Whether most of the curve is drawn. */
  ReadOnlyBooleanProperty completeProperty() {
    return chart.completeProperty();
  }

  /** The true curve grows with the run; once a frame. */
  void look() {
    Run now = run.get();
    int size = now == null ? 0 : now.history().size();
    if (now != null && size != shown && chart.completeProperty().get()) {
      shown = size;
      double[] truth = Guess.truth(now.history()::loss, size, steps);
      chart.setTruth(truth);
      if (truth.length == SketchChart.VALUES) {
        verdict.setText(Guess.words(chart.sketch(), truth));
      }
    }
  }
}
