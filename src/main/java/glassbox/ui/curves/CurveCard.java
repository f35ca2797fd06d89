package glassbox.ui.curves;

import glassbox.training.History;
import glassbox.training.History.ValidationPoint;
import glassbox.ui.controls.Card;
import glassbox.ui.controls.ScaledAxis;
import glassbox.ui.session.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.scene.chart.XYChart.Data;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** One curve with its name, its value now and the newest validation. */
final class CurveCard {
  /** Share of the past in the smoothed line: about the last 33 steps are seen in it. */
  static final double SMOOTHING = 0.97;

  /**
   * The axis is longer than the run, so that the lines' names, so many points wide, fit behind
   * their ends.
   */
  private static final double ROOM_FOR_NAMES = 84;

  /**
   * What is measured.
   *
   * @param falls whether a good curve falls, so that there is room for remarks above it
   */
  record Measure(
      String name,
      StepValue ofStep,
      ToDoubleFunction<ValidationPoint> ofValidation,
      DoubleFunction<String> text,
      boolean falls) {}

  /** The value of a step in a history. */
  interface StepValue {
    double of(History history, int step);
  }

  /** Which part of the values the axis shows. */
  interface Bounds {
    void set(ScaledAxis axis, CurveData curve, List<ValidationPoint> validations);
  }

  private final Measure measure;
  private final Bounds bounds;
  private final ScaledAxis steps =
      new ScaledAxis(value -> String.format(Locale.ROOT, "%,d", Math.round(value)));
  private final ScaledAxis values;
  private final CurveChart chart;
  private final Label now = new Label("–");
  private final Label validation = new Label();
  private final Label empty = new Label("Train a network to see its curves · press Space");
  private final Card card;
  private @Nullable Run run;
  private CurveData curve = new CurveData(SMOOTHING);
  private int validationsShown = -1;

  CurveCard(Measure measure, DoubleFunction<String> tickText, Bounds bounds) {
    this.measure = measure;
    this.bounds = bounds;
    values = new ScaledAxis(tickText);
    chart = new CurveChart(steps, values, measure.falls());
    chart.setAccessibleText(measure.name() + " over the steps of the run");
    chart.setId(measure.name().toLowerCase(Locale.ROOT) + "-chart");
    now.getStyleClass().add("value");
    now.setId(measure.name().toLowerCase(Locale.ROOT) + "-value");
    now.setMinWidth(Region.USE_PREF_SIZE);
    validation.getStyleClass().add("muted");
    validation.setMinWidth(Region.USE_PREF_SIZE);
    empty.getStyleClass().add("empty-state");
    empty.setWrapText(true);
    steps.widthProperty().addListener(property -> fitSteps());
    card = new Card(measure.name(), new StackPane(chart, empty)).fact(now).fact(validation);
    show((Run) null);
  }

  Card card() {
    return card;
  }

  ScaledAxis valueAxis() {
    return values;
  }

  /** Begins anew with another run, or with none. */
  final void show(@Nullable Run newRun) {
    run = newRun;
    curve = new CurveData(SMOOTHING);
    validationsShown = -1;
    empty.setVisible(newRun == null);
    chart.setVisible(newRun != null);
    now.setText("–");
    validation.setText("");
    if (newRun != null) {
      steps.setLastTick(newRun.totalSteps());
      fitSteps();
      chart.markEpochs(newRun.stepsPerEpoch(), newRun.totalSteps());
    }
    chart.show(curve, List.of());
  }

  private void fitSteps() {
    double width = steps.getWidth();
    if (run != null && width > 2 * ROOM_FOR_NAMES) {
      steps.setBounds(0, run.totalSteps() * width / (width - ROOM_FOR_NAMES));
    } else if (run != null) {
      steps.setBounds(0, run.totalSteps() * 1.2);
    }
  }

  /** Draws the steps that have come since the last look. */
  void look() {
    if (run == null) {
      return;
    }
    History history = run.history();
    List<ValidationPoint> validations = history.validations();
    int size = history.size();
    if (size == curve.steps() && validations.size() == validationsShown) {
      return;
    }
    curve.readUpTo(size, step -> measure.ofStep().of(history, step));
    validationsShown = validations.size();
    redraw(validations);
  }

  private void redraw(List<ValidationPoint> validations) {
    bounds.set(values, curve, validations);
    List<Data<Number, Number>> points = new ArrayList<>();
    for (ValidationPoint point : validations) {
      points.add(new Data<>(point.afterSteps(), measure.ofValidation().applyAsDouble(point)));
    }
    chart.show(curve, points);
    now.setText(curve.steps() == 0 ? "–" : measure.text().apply(curve.now()));
    validation.setText(
        validations.isEmpty()
            ? ""
            : "validation "
                + measure
                    .text()
                    .apply(measure.ofValidation().applyAsDouble(validations.getLast())));
  }

  /** Draws the same again, after the axis was changed. */
  void redraw() {
    if (run != null) {
      redraw(run.history().validations());
    }
  }
}
