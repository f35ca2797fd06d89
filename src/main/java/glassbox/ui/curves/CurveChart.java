package glassbox.ui.curves;

import glassbox.ui.controls.ScaledAxis;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.chart.LineChart;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

/**
 * A line chart of one run: a thin raw line, a thick smoothed one, validation dashed with diamonds,
 * names at the lines' ends, and a dotted line where an epoch begins.
 */
final class CurveChart extends LineChart<Number, Number> {
  private static final double GAP = 6;

  private final ScaledAxis steps;
  private final ScaledAxis values;
  private final boolean falls;
  private final Series<Number, Number> raw = new Series<>();
  private final Series<Number, Number> smooth = new Series<>();
  private final Series<Number, Number> validation = new Series<>();
  private final Label trainName = endLabel("train", "train-name");
  private final Label validationName = endLabel("validation", "validation-name");
  private final List<EpochMark> epochs = new ArrayList<>();
  private final List<Polygon> diamonds = new ArrayList<>();

  private record EpochMark(double step, Line line, Label name) {}

  CurveChart(ScaledAxis steps, ScaledAxis values, boolean falls) {
    super(steps, values);
    this.steps = steps;
    this.values = values;
    this.falls = falls;
    getStyleClass().add("curve-chart");
    setAnimated(false);
    setCreateSymbols(false);
    setMinSize(100, 80);
    setLegendVisible(false);
    setVerticalGridLinesVisible(false);
    setHorizontalZeroLineVisible(false);
    setVerticalZeroLineVisible(false);
    raw.setName("train, each step");
    smooth.setName("train, smoothed");
    validation.setName("validation");
    getData().add(raw);
    getData().add(smooth);
    getData().add(validation);
    getPlotChildren().addAll(trainName, validationName);
  }

  private static Label endLabel(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().addAll("line-name", style);
    label.setVisible(false);
    label.setManaged(false);
    return label;
  }

  /** Draws what the curve holds now. */
  void show(CurveData curve, List<Data<Number, Number>> validationPoints) {
    List<Data<Number, Number>> rawPoints = new ArrayList<>();
    List<Data<Number, Number>> smoothPoints = new ArrayList<>();
    for (int b = 0; b < curve.buckets(); b++) {
      rawPoints.add(new Data<>(curve.middle(b), curve.lowest(b)));
      if (curve.highest(b) > curve.lowest(b)) {
        rawPoints.add(new Data<>(curve.middle(b), curve.highest(b)));
      }
      smoothPoints.add(new Data<>(curve.lastOf(b), curve.smoothed(b)));
    }
    raw.getData().setAll(rawPoints);
    smooth.getData().setAll(smoothPoints);
    if (validation.getData().size() != validationPoints.size()) {
      validation.getData().setAll(validationPoints);
      fitDiamonds(validationPoints.size());
    }
  }

  private void fitDiamonds(int count) {
    while (diamonds.size() < count) {
      Polygon diamond = new Polygon(0, -4.5, 4.5, 0, 0, 4.5, -4.5, 0);
      diamond.getStyleClass().add("validation-point");
      diamond.setManaged(false);
      diamonds.add(diamond);
      getPlotChildren().add(diamond);
    }
    while (diamonds.size() > count) {
      getPlotChildren().remove(diamonds.removeLast());
    }
  }

  /** Marks where the second and later epochs begin; too many to tell apart are not marked. */
  void markEpochs(int stepsPerEpoch, long totalSteps) {
    epochs.forEach(mark -> getPlotChildren().removeAll(mark.line(), mark.name()));
    epochs.clear();
    long count = totalSteps / stepsPerEpoch;
    long every = Math.max(1, Math.ceilDiv(count, 10));
    for (long epoch = every; epoch < count; epoch += every) {
      Line line = new Line();
      line.getStyleClass().add("epoch-line");
      line.setManaged(false);
      Label name = new Label("epoch " + (epoch + 1));
      name.getStyleClass().add("epoch-name");
      name.setManaged(false);
      epochs.add(new EpochMark((double) epoch * stepsPerEpoch, line, name));
      getPlotChildren().addAll(0, List.of(line, name));
    }
    requestChartLayout();
  }

  @Override
  protected void layoutPlotChildren() {
    super.layoutPlotChildren();
    for (EpochMark mark : epochs) {
      double x = Math.round(steps.getDisplayPosition(mark.step())) + 0.5;
      mark.line().setStartX(x);
      mark.line().setEndX(x);
      mark.line().setStartY(0);
      mark.line().setEndY(values.getHeight());
      double height = mark.name().prefHeight(-1);
      double y = falls ? 0 : values.getHeight() - height - 2;
      mark.name().resizeRelocate(x + 4, y, mark.name().prefWidth(-1), height);
    }
    for (int i = 0; i < diamonds.size(); i++) {
      Data<Number, Number> point = validation.getData().get(i);
      diamonds.get(i).setTranslateX(steps.getDisplayPosition(point.getXValue()));
      diamonds.get(i).setTranslateY(values.getDisplayPosition(point.getYValue()));
    }
    placeNames();
  }

  /** Puts the names behind the lines' ends, one above the other where they would meet. */
  private void placeNames() {
    boolean both = !validation.getData().isEmpty();
    trainName.setVisible(!smooth.getData().isEmpty());
    validationName.setVisible(both);
    if (smooth.getData().isEmpty()) {
      return;
    }
    Data<Number, Number> end = smooth.getData().getLast();
    double height = trainName.prefHeight(-1);
    double trainY = values.getDisplayPosition(end.getYValue()) - height / 2;
    double validationY = trainY;
    if (both) {
      validationY =
          values.getDisplayPosition(validation.getData().getLast().getYValue()) - height / 2;
      double overlap = height - Math.abs(trainY - validationY);
      if (overlap > 0) {
        double shift = trainY <= validationY ? -overlap / 2 : overlap / 2;
        trainY += shift;
        validationY -= shift;
      }
    }
    double x = steps.getDisplayPosition(end.getXValue()) + GAP;
    place(trainName, x, trainY);
    place(validationName, x, validationY);
  }

  /** Keeps a name within the plot; near the right edge it stands left of the line's end. */
  private void place(Label name, double x, double y) {
    double width = name.prefWidth(-1);
    double height = name.prefHeight(-1);
    double left = x + width > steps.getWidth() ? x - width - 2 * GAP : x;
    double top = Math.clamp(y, 0, Math.max(0, values.getHeight() - height));
    name.resizeRelocate(left, top, width, height);
  }
}
