package glassbox.ui.curves;

import glassbox.ui.controls.ScaledAxis;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * What the mouse does on a chart: the wheel zooms, a drag moves, a double click shows all; and what
 * keys do there.
 */
final class Gestures {

  /** One notch of a wheel, 40 units, shows 1.25 times as much or as little. */
  private static final double ZOOM_A_UNIT = Math.log(1.25) / 40;

  private static final double KEY_ZOOM = 1.25;

  /** An arrow moves by so much of what is seen. */
  private static final double KEY_SHARE = 0.1;

  private final ScaledAxis stepsAxis;
  private final ScaledAxis valuesAxis;
  private final StepRange steps;
  private final ValueRange values;
  private final DoubleProperty cursor;
  private final Runnable changed;
  private Point2D last = Point2D.ZERO;

  /**
   * Gestures of one chart.
   *
   * @param cursor is set to the step under the mouse, NaN where the mouse is elsewhere
   * @param changed is told when something has been changed by hand
   */
  Gestures(
      ScaledAxis stepsAxis,
      ScaledAxis valuesAxis,
      StepRange steps,
      ValueRange values,
      DoubleProperty cursor,
      Runnable changed) {
    this.stepsAxis = stepsAxis;
    this.valuesAxis = valuesAxis;
    this.steps = steps;
    this.values = values;
    this.cursor = cursor;
    this.changed = changed;
  }

  void listenTo(Node chart) {
    chart.setOnScroll(this::scrolled);
    chart.setOnMouseMoved(this::moved);
    chart.setOnMouseExited(event -> cursor.set(Double.NaN));
    chart.setOnMousePressed(event -> last = place(event));
    chart.setOnMouseDragged(event -> dragged(event, chart));
    chart.setCursor(Cursor.CROSSHAIR);
    chart.setOnMouseReleased(event -> chart.setCursor(Cursor.CROSSHAIR));
    chart.setOnMouseClicked(this::clicked);
    chart.setOnKeyPressed(this::pressed);
  }

  /** In points from the upper left corner of the plot. */
  private Point2D place(MouseEvent event) {
    return place(event.getSceneX(), event.getSceneY());
  }

  private Point2D place(double sceneX, double sceneY) {
    return new Point2D(
        stepsAxis.sceneToLocal(sceneX, sceneY).getX(),
        valuesAxis.sceneToLocal(sceneX, sceneY).getY());
  }

  private double stepAt(double x) {
    return steps.ends().lower() + steps.ends().width() * x / stepsAxis.getWidth();
  }

  private void moved(MouseEvent event) {
    Point2D place = place(event);
    boolean within =
        place.getX() >= 0
            && place.getX() <= stepsAxis.getWidth()
            && place.getY() >= 0
            && place.getY() <= valuesAxis.getHeight();
    cursor.set(within ? stepAt(place.getX()) : Double.NaN);
  }

  private void scrolled(ScrollEvent event) {
    Point2D place = place(event.getSceneX(), event.getSceneY());
    double factor = Math.exp(-event.getDeltaY() * ZOOM_A_UNIT);
    if (event.isControlDown() || event.isMetaDown() || place.getX() < 0) {
      values.zoom(Math.clamp(1 - place.getY() / valuesAxis.getHeight(), 0, 1), factor);
    } else {
      if (event.getDeltaY() != 0) {
        steps.zoom(stepAt(Math.min(place.getX(), stepsAxis.getWidth())), factor);
      }
      if (event.getDeltaX() != 0) {
        steps.move(-event.getDeltaX() / stepsAxis.getWidth() * steps.ends().width());
      }
      cursor.set(stepAt(place.getX()));
    }
    changed.run();
    event.consume();
  }

  private void dragged(MouseEvent event, Node chart) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    Point2D place = place(event);
    Point2D way = place.subtract(last);
    last = place;
    chart.setCursor(Cursor.CLOSED_HAND);
    if (!steps.isWhole() && way.getX() != 0) {
      steps.move(-way.getX() / stepsAxis.getWidth() * steps.ends().width());
    }
    if (values.isByHand() && way.getY() != 0) {
      values.move(way.getY() / valuesAxis.getHeight());
    }
    changed.run();
    moved(event);
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      fit();
    }
  }

  private void fit() {
    values.fit();
    steps.fit();
    changed.run();
  }

  /** The chart has the keyboard: plus and minus zoom, the arrows move, 0 shows everything. */
  private void pressed(KeyEvent event) {
    boolean known = !event.isAltDown() && !event.isMetaDown();
    switch (event.getCode()) {
      case PLUS, EQUALS, ADD -> zoom(event, 1 / KEY_ZOOM);
      case MINUS, SUBTRACT -> zoom(event, KEY_ZOOM);
      case DIGIT0, NUMPAD0 -> fit();
      case LEFT -> steps.move(-KEY_SHARE * steps.ends().width());
      case RIGHT -> steps.move(KEY_SHARE * steps.ends().width());
      case UP -> values.move(KEY_SHARE);
      case DOWN -> values.move(-KEY_SHARE);
      default -> known = false;
    }
    if (known) {
      changed.run();
      event.consume();
    }
  }

  /** Around the middle; with Ctrl the values instead of the steps. */
  private void zoom(KeyEvent event, double factor) {
    if (event.isControlDown()) {
      values.zoom(0.5, factor);
    } else {
      steps.zoom(steps.ends().lower() + steps.ends().width() / 2, factor);
    }
  }
}
