package glassbox.ui.curves;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.geometry.Bounds;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/**
 * What moves with the mouse and the timeline: two vertical lines and the legend. It lies on the
 * chart, so that nothing below is drawn anew for it.
 */
final class CurveOverlay extends Region {
  private static final double MARGIN = 4;

  /** Shares of the height that the legend takes at most, without and with the mouse. */
  private static final double UNASKED = 0.6;

  private static final double ASKED = 0.9;

  private final boolean legendAtTop;
  private final LegendRows rows;
  private final ReadOnlyDoubleProperty cursor;
  private final ReadOnlyLongProperty handle;
  private final Consumer<Bounds> legendPlace;
  private final Line cursorLine = verticalLine("cursor-line");
  private final Line handleLine = verticalLine("handle-line");
  private final Legend legend = new Legend();
  private Looked looked = Looked.NOTHING;
  private boolean toRead;
  private Plot plot = new Plot(new StepRange.Ends(0, 1), new Scale(0, 1, false, 1), 1, 1);

  /**
   * An empty overlay.
   *
   * @param cursor the step under the mouse, NaN for none
   * @param handle the step under the timeline's handle, -1 for none
   * @param legendPlace hears where the legend lies; empty bounds for nowhere
   */
  CurveOverlay(
      Measure measure,
      Inks inks,
      ReadOnlyDoubleProperty cursor,
      ReadOnlyLongProperty handle,
      Consumer<Bounds> legendPlace) {
    legendAtTop = measure.falls();
    rows = new LegendRows(measure, inks);
    this.cursor = cursor;
    this.handle = handle;
    this.legendPlace = legendPlace;
    setManaged(false);
    setPickOnBounds(false);
    getChildren().addAll(handleLine, cursorLine, legend);
  }

  private static Line verticalLine(String style) {
    Line line = new Line();
    line.getStyleClass().add(style);
    line.setManaged(false);
    line.setMouseTransparent(true);
    return line;
  }

  /** Shows where the mouse and the handle are now. */
  void follow() {
    requestLayout();
  }

  /** Writes the values at the mouse, at the handle, or the newest ones. */
  void read() {
    toRead = true;
    requestLayout();
  }

  /** Lies over a plot that shows these lines; what the legend says stays until it is read. */
  void show(Looked newLooked, Plot newPlot) {
    looked = newLooked;
    plot = newPlot;
    resizeRelocate(0, 0, newPlot.width(), newPlot.height());
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    place(handleLine, handle.get() < 0 ? Double.NaN : handle.get());
    place(cursorLine, cursor.get());
    boolean asked = !Double.isNaN(cursor.get());
    boolean useful = !looked.drawn().isEmpty() && (asked || !looked.isOneRun());
    legend.setVisible(useful && (toRead || legend.isVisible()));
    if (legend.isVisible()) {
      showLegend();
    }
    legendPlace.accept(legend.place());
  }

  private void place(Line line, double step) {
    line.setVisible(plot.holds(step));
    if (line.isVisible()) {
      double x = Math.round(plot.x(step)) + 0.5;
      line.setStartX(x);
      line.setEndX(x);
      line.setEndY(getHeight());
    }
  }

  private void showLegend() {
    if (toRead) {
      toRead = false;
      double share = Double.isNaN(cursor.get()) ? UNASKED : ASKED;
      int most = Legend.rowsWithin(getHeight() * share);
      legend.show(rows.of(looked, stepToRead(), getWidth(), most));
    }
    legend.relocate(
        Math.round(getWidth() - legend.getWidth() - MARGIN),
        Math.round(legendAtTop ? MARGIN : getHeight() - legend.getHeight() - MARGIN));
  }

  /** Under the mouse, else under the handle where that is in the past, else -1 for the newest. */
  private long stepToRead() {
    if (!Double.isNaN(cursor.get())) {
      return Math.max(0, Math.round(cursor.get()));
    }
    RunCurves inHand = looked.inHand();
    boolean past = inHand != null && handle.get() >= 0 && handle.get() < inHand.steps();
    return past ? handle.get() : -1;
  }
}
