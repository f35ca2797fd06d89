package glassbox.ui.controls;

import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import java.util.Arrays;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/**
 * A chart on which one draws a curve, from left to right, before the true one is known; that one
 * grows over it later. With the mouse, or with the arrow keys: up and down move the pen, right and
 * left draw with it.
 */
public final class SketchChart extends Region {
  /** How many values make a curve. */
  public static final int VALUES = 120;

  private static final double LEFT = 32;
  private static final double BOTTOM = 20;

  /** How far a key moves the pen: columns, and a share of the height. */
  private static final int KEY_COLUMNS = 6;

  private static final double KEY_SHARE = 0.04;

  private final double highest;
  private final double[] sketch = new double[VALUES];
  private double[] truth = {};
  private final Polyline sketched = new Polyline();
  private final Polyline grown = new Polyline();
  private final Circle pen = new Circle(4);
  private final Line xAxis = new Line();
  private final Line yAxis = new Line();
  private final Label top;
  private final Label zero = new Label("0");
  private final Label end;
  private final Label hint = new Label(Words.of("controls.sketch.hint"));
  private final Pane paper = new Pane();
  private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper();
  private int last = -1;
  private double penValue;

  /**
   * An empty chart.
   *
   * @param highest the value at the top; at the bottom is 0
   * @param steps what the right end is
   */
  public SketchChart(double highest, String steps) {
    this.highest = highest;
    penValue = highest * 0.9;
    top = new Label(Figures.decimal(highest, 1));
    end = new Label(steps);
    Arrays.fill(sketch, Double.NaN);
    getStyleClass().add("sketch-chart");
    getStylesheets().add(ProgramFile.beside(SketchChart.class, "sketch.css"));
    sketched.getStyleClass().add("sketch-line");
    grown.getStyleClass().add("truth-line");
    xAxis.getStyleClass().add("sketch-axis");
    yAxis.getStyleClass().add("sketch-axis");
    for (Label label : new Label[] {top, zero, end, hint}) {
      label.getStyleClass().add("sketch-words");
      label.setMouseTransparent(true);
    }
    paper.getStyleClass().add("sketch-paper");
    pen.getStyleClass().add("sketch-pen");
    pen.setMouseTransparent(true);
    pen.visibleProperty().bind(focusVisibleProperty());
    paper.setOnMousePressed(this::begin);
    paper.setOnMouseDragged(this::draw);
    setFocusTraversable(true);
    setOnKeyPressed(this::drawByKey);
    getChildren().addAll(paper, xAxis, yAxis, sketched, grown, pen, top, zero, end, hint);
    sketched.setMouseTransparent(true);
    grown.setMouseTransparent(true);
    setMinSize(220, 160);
    setPrefSize(260, 190);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(Words.of("controls.sketch.accessible"));
  }

  private void begin(MouseEvent event) {
    last = -1;
    draw(event);
  }

  private void draw(MouseEvent event) {
    double value = highest * (1 - Math.clamp(event.getY() / paper.getHeight(), 0, 1));
    drawTo(column(event.getX()), value);
  }

  private void drawByKey(KeyEvent event) {
    double up = highest * KEY_SHARE;
    switch (event.getCode()) {
      case UP -> movePen(Math.min(highest, penValue + up));
      case DOWN -> movePen(Math.max(0, penValue - up));
      case RIGHT -> drawTo(last < 0 ? 0 : Math.min(VALUES - 1, last + KEY_COLUMNS), penValue);
      case LEFT -> drawTo(Math.max(0, last - KEY_COLUMNS), penValue);
      case HOME -> {
        last = -1;
        movePen(penValue);
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void movePen(double value) {
    penValue = value;
    tellPen();
    requestLayout();
  }

  private void tellPen() {
    long share = Math.round(100.0 * Math.max(0, last) / (VALUES - 1));
    setAccessibleText(
        Words.of("controls.sketch.pen", Figures.decimal(penValue, 2), Figures.count(share)));
  }

  private void drawTo(int column, double value) {
    int from = last < 0 ? column : last;
    double first = last < 0 ? value : sketch[last];
    for (int i = Math.min(from, column); i <= Math.max(from, column); i++) {
      double way = column == from ? 1 : (double) (i - from) / (column - from);
      sketch[i] = first + way * (value - first);
    }
    last = column;
    penValue = value;
    tellPen();
    hint.setVisible(false);
    complete.set(Arrays.stream(sketch).filter(Double::isNaN).count() <= VALUES / 10);
    requestLayout();
  }

  private int column(double x) {
    return (int) Math.clamp(Math.round(x / paper.getWidth() * (VALUES - 1)), 0, VALUES - 1);
  }

  /** Whether most of the way is drawn. */
  public ReadOnlyBooleanProperty completeProperty() {
    return complete.getReadOnlyProperty();
  }

  /** What was drawn; gaps are bridged. */
  public double[] sketch() {
    double[] bridged = sketch.clone();
    double before = Double.NaN;
    for (int i = 0; i < VALUES; i++) {
      bridged[i] = Double.isNaN(bridged[i]) ? before : bridged[i];
      before = bridged[i];
    }
    for (int i = VALUES - 2; i >= 0; i--) {
      bridged[i] = Double.isNaN(bridged[i]) ? bridged[i + 1] : bridged[i];
    }
    return bridged;
  }

  /**
   * The true curve as far as it is known.
   *
   * @param values at most {@link #VALUES}, the first at the left end
   */
  public void setTruth(double[] values) {
    truth = values.clone();
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - LEFT - 8;
    double height = getHeight() - BOTTOM - 8;
    paper.resizeRelocate(LEFT, 8, width, height);
    xAxis.setStartX(LEFT);
    xAxis.setEndX(LEFT + width);
    xAxis.setStartY(8 + height);
    xAxis.setEndY(8 + height);
    yAxis.setStartX(LEFT);
    yAxis.setEndX(LEFT);
    yAxis.setStartY(8);
    yAxis.setEndY(8 + height);
    trace(sketched, sketch, width, height);
    trace(grown, truth, width, height);
    pen.setCenterX(LEFT + width * Math.max(0, last) / (VALUES - 1));
    pen.setCenterY(8 + height * (1 - penValue / highest));
    for (Label label : new Label[] {top, zero, end, hint}) {
      label.autosize();
    }
    top.relocate(LEFT - 6 - top.getWidth(), 4);
    zero.relocate(LEFT - 6 - zero.getWidth(), 8 + height - zero.getHeight());
    end.relocate(LEFT + width - end.getWidth(), 10 + height);
    hint.relocate(LEFT + (width - hint.getWidth()) / 2, 8 + height / 2);
  }

  private void trace(Polyline line, double[] values, double width, double height) {
    line.getPoints().clear();
    for (int i = 0; i < values.length; i++) {
      if (Double.isFinite(values[i])) {
        double x = LEFT + width * i / (VALUES - 1);
        double y = 8 + height * (1 - Math.clamp(values[i] / highest, 0, 1));
        line.getPoints().addAll(x, y);
      }
    }
  }
}
