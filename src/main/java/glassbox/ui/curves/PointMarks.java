package glassbox.ui.curves;

import glassbox.training.History.ValidationPoint;
import glassbox.ui.session.Run;
import glassbox.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** Single points of a chart: the best validation, forks, and where values are no numbers. */
final class PointMarks extends Group {
  private static final int MOST_FLAGS = 12;
  private static final double BETWEEN_FLAGS = 36;

  private final Measure measure;
  private final List<Label> labels = new ArrayList<>();
  private int used;
  private Plot plot = new Plot(new StepRange.Ends(0, 1), new Scale(0, 1, false, 1), 1, 1);

  PointMarks(Measure measure) {
    this.measure = measure;
    setManaged(false);
  }

  /** Shows the points of the lines within the plot. */
  void show(Looked looked, Plot newPlot) {
    plot = newPlot;
    used = 0;
    RunCurves inHand = looked.inHand();
    if (inHand != null) {
      measure.best(inHand.validations()).ifPresent(this::ring);
    }
    looked.drawn().forEach(line -> fork(line, looked.drawn()));
    looked.drawn().forEach(this::flags);
    labels.subList(used, labels.size()).forEach(label -> label.setVisible(false));
  }

  /** What the best measurement is called. */
  static String bestWords(Measure measure, ValidationPoint best) {
    return Words.of("curves.best", measure.text(measure.of(best)), best.afterSteps());
  }

  private void ring(ValidationPoint best) {
    Label ring =
        label("best-ring", "", Words.of("curves.best.validation", bestWords(measure, best)));
    ring.resize(15, 15);
    centre(ring, best.afterSteps(), plot.y(measure.of(best)));
  }

  private void fork(Drawn fork, List<Drawn> drawn) {
    Run parent = fork.parent();
    Optional<Drawn> trunk =
        drawn.stream()
            .filter(line -> line.members().stream().anyMatch(m -> m.run() == parent))
            .findFirst();
    if (parent == null || trunk.isEmpty()) {
      return;
    }
    double value = trunk.get().smoothed(measure, Math.max(1, fork.from()));
    if (Double.isNaN(value)) {
      return;
    }
    String hint = Words.of("curves.fork.help", fork.name(), parent.name(), fork.from());
    double y = plot.y(value);
    Label circle = label("fork-circle", "", hint);
    circle.resize(9, 9);
    centre(circle, fork.from(), y);
    Label words = label("fork-name", Words.of("curves.fork"), hint);
    double tall = words.prefHeight(-1);
    words.resize(words.prefWidth(-1), tall);
    centre(words, fork.from(), y + (y > 2 * tall ? -tall + 1 : tall - 1));
  }

  private void flags(Drawn line) {
    double last = Double.NEGATIVE_INFINITY;
    int count = 0;
    for (RunCurves member : line.members()) {
      for (Gaps.Gap gap : member.curve(measure).gaps().all()) {
        double x = plot.x(gap.middle());
        if (x - last >= BETWEEN_FLAGS && count < MOST_FLAGS && plot.holds(gap.middle())) {
          flag(gap);
          last = x;
          count++;
        }
      }
    }
  }

  private void flag(Gaps.Gap gap) {
    String steps =
        gap.to() - gap.from() == 1
            ? Words.of("curves.step", gap.to())
            : Words.of("curves.steps", gap.from() + 1L, gap.to());
    Label flag = label("nan-flag", "NaN", Words.of("curves.gap", measure.title(), steps));
    double tall = flag.prefHeight(-1);
    flag.resize(flag.prefWidth(-1), tall);
    centre(flag, gap.middle(), plot.height() - tall / 2 - 8);
  }

  private void centre(Label label, double step, double y) {
    double left = plot.x(step) - label.getWidth() / 2;
    label.relocate(Math.round(left), Math.round(y - label.getHeight() / 2));
    label.setVisible(plot.holds(step) && y >= 0 && y <= plot.height());
  }

  /** A label that stood for another point before, or a new one. */
  private Label label(String style, String text, String hint) {
    if (used == labels.size()) {
      Label label = new Label();
      label.setManaged(false);
      label.setTooltip(new Tooltip());
      labels.add(label);
      getChildren().add(label);
    }
    Label label = labels.get(used++);
    if (!label.getStyleClass().contains(style)) {
      label.getStyleClass().setAll("label", style);
      label.applyCss(); // its size is asked for at once
    }
    label.setText(text);
    label.getTooltip().setText(hint);
    return label;
  }
}
