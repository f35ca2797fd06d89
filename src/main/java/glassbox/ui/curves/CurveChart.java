package glassbox.ui.curves;

import glassbox.ui.controls.ScaledAxis;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.scene.chart.LineChart;

/**
 * The lines of one measure over the steps. Axes and grid are those of a line chart without data;
 * the lines are a picture in it, and marks, names and the overlay are nodes before and behind it.
 */
final class CurveChart extends LineChart<Number, Number> {
  private final ScaledAxis steps;
  private final ScaledAxis values;
  private final ValueRange range;
  private final Inks inks;
  private final CurvePicture picture;
  private final MarksLayer marks;
  private final PointMarks points;
  private final EndNames names;
  private final CurveOverlay overlay;
  private Looked looked = Looked.NOTHING;

  CurveChart(
      ScaledAxis steps,
      ScaledAxis values,
      Measure measure,
      ValueRange range,
      ReadOnlyDoubleProperty cursor,
      ReadOnlyLongProperty handle) {
    super(steps, values);
    this.steps = steps;
    this.values = values;
    this.range = range;
    getStyleClass().addAll("curve-chart", "uses-arrows");
    setAnimated(false);
    setCreateSymbols(false);
    setMinSize(100, 80);
    setLegendVisible(false);
    setVerticalGridLinesVisible(false);
    setHorizontalZeroLineVisible(false);
    setVerticalZeroLineVisible(false);
    inks = new Inks(this::requestChartLayout);
    picture = new CurvePicture(measure, inks);
    marks = new MarksLayer(measure.falls());
    points = new PointMarks(measure);
    names = new EndNames(measure);
    overlay = new CurveOverlay(measure, inks, cursor, handle, marks::keepOff);
    getPlotChildren().addAll(inks, marks.behind(), picture, names, points, marks.before(), overlay);
  }

  /** The colours of its lines. */
  Inks inks() {
    return inks;
  }

  /** Shows this from the next pulse on. */
  void show(Looked newLooked) {
    looked = newLooked;
    requestChartLayout();
  }

  /** Shows where the mouse and the handle are now; the lines stay. */
  void follow() {
    overlay.follow();
  }

  /** Writes the values there, or the newest ones, into the legend. */
  void read() {
    overlay.read();
  }

  @Override
  protected void layoutPlotChildren() {
    super.layoutPlotChildren();
    double width = steps.getWidth();
    double height = values.getHeight();
    if (width < 1 || height < 1) {
      return;
    }
    StepRange.Ends ends = new StepRange.Ends(steps.getLowerBound(), steps.getUpperBound());
    Plot plot = new Plot(ends, range.scale(height), width, height);
    picture.paint(looked.drawn(), ends, range, width, height);
    marks.show(marksIn(plot), plot);
    points.show(looked, plot);
    names.show(looked, plot);
    overlay.show(looked, plot);
  }

  private List<VerticalMark> marksIn(Plot plot) {
    int most = MarksLayer.mostEpochs(plot.width());
    List<VerticalMark> all = new ArrayList<>(looked.marks().epochs(plot.ends(), most));
    all.addAll(RunMarks.otherChanges(looked.drawn()));
    all.addAll(looked.marks().changes());
    all.addAll(RunMarks.divergences(looked.drawn()));
    return all;
  }
}
