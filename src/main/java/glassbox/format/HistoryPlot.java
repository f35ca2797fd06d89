package glassbox.format;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The lines of a chart over steps, drawn by XChart. */
record HistoryPlot(Typeface type, HistoryCurves curves, List<Integer> epochEnds) {
  static final BasicStroke THIN = new BasicStroke(1);
  static final BasicStroke THICK = stroke(2.5f);
  static final BasicStroke DASHED = stroke(2, 7, 5);

  private static final BasicStroke DOTTED = stroke(1, 1.5f, 4);
  private static final int MOST_POINTS = 1000;

  /** The least number of steps that the horizontal axis is made for. */
  private static final int FEWEST_STEPS = 10;

  XYChart chart(int width, int height) {
    XYChart chart = new XYChart(width, height);
    fonts(chart.getStyler());
    look(chart.getStyler());
    axes(chart.getStyler());
    grid(chart);
    epochEnds.forEach(end -> chart.addAnnotation(new AnnotationLine(end, true, false)));
    line(chart, "raw", curves.raw().thinned(MOST_POINTS), Palette.TRAIN_RAW, THIN);
    line(chart, "smoothed", curves.smoothed().averaged(MOST_POINTS), Palette.TRAIN, THICK);
    line(chart, "validation", curves.validation(), Palette.VALIDATION, DASHED);
    return chart;
  }

  private static void line(
      XYChart chart, String name, Curve curve, Color color, BasicStroke stroke) {
    if (curve.isEmpty()) {
      return;
    }
    XYSeries series = chart.addSeries(name, curve.x(), curve.y());
    series.setLineColor(color).setLineStyle(stroke);
    boolean points = color.equals(Palette.VALIDATION) || curve.y().length == 1;
    series.setMarker(points ? SeriesMarkers.DIAMOND : SeriesMarkers.NONE).setMarkerColor(color);
  }

  /** Lines at the ticks, below all others. */
  private void grid(XYChart chart) {
    for (double tick : curves.scale().ticks(6)) {
      Curve across = new Curve(new double[] {0, stepScale().greatest()}, new double[] {tick, tick});
      line(chart, "tick " + tick, across, Palette.GRID, THIN);
    }
  }

  /** The horizontal axis, with room for the last point. */
  ChartScale stepScale() {
    double greatest = 1.01 * Math.max(curves.raw().y().length, FEWEST_STEPS);
    return new ChartScale(-0.006 * greatest, greatest, false);
  }

  private void fonts(XYStyler styler) {
    Font font = type.regular(12);
    styler.setBaseFont(font).setChartTitleFont(font).setLegendFont(font);
    styler.setAnnotationTextFont(font).setAnnotationTextPanelFont(font);
    styler.setChartButtonFont(font).setToolTipFont(font);
    styler.setCursorFont(font).setAxisTickLabelsFont(font).setAxisTitleFont(font);
  }

  private static void look(XYStyler styler) {
    styler.setChartBackgroundColor(Palette.CARD).setPlotBackgroundColor(Palette.CARD);
    styler.setChartTitleVisible(false).setLegendVisible(false).setChartPadding(0);
    styler.setPlotBorderVisible(false).setPlotContentSize(1).setMarkerSize(9);
    styler.setAnnotationLineColor(Palette.MUTED).setAnnotationLineStroke(DOTTED);
    styler.setPlotGridLinesVisible(false).setPlotMargin(0);
  }

  private void axes(XYStyler styler) {
    styler.setAxisTicksVisible(false).setAxisTitlesVisible(false);
    styler.setXAxisMin(stepScale().least()).setXAxisMax(stepScale().greatest());
    ChartScale scale = curves.scale();
    styler.setYAxisMin(scale.least()).setYAxisMax(scale.greatest());
    styler.setYAxisLogarithmic(scale.logarithmic());
  }

  private static BasicStroke stroke(float width, float... dashes) {
    float[] pattern = dashes.length == 0 ? null : dashes;
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0);
  }
}
