package glassbox.ui.curves;

import glassbox.ui.curves.Drawn.Point;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;

/** Draws the lines of one measure on pixels, thinned to what their columns can show. */
final class LinePainter {
  private static final double RAW_WIDTH = 1;
  private static final double VALIDATION_WIDTH = 1.75;
  private static final double DIAMOND_RADIUS = 4.5;

  /** Diamonds that would stand closer are left out, the line is still drawn through all points. */
  private static final double BETWEEN_DIAMONDS = 9;

  private final Measure measure;
  private final Raster raster;
  private final StepRange.Ends ends;
  private final Scale scale;
  private final double pixelsPerPoint;
  private final double stepsPerPixel;
  private final Extent extent = new Extent();

  /** Values at the edges of columns. */
  private final double[] edges;

  private final double[] lowest;
  private final double[] highest;

  /** How much of a line has been drawn, in pixels: where its dashes are. */
  private double along;

  /**
   * A painter for one picture.
   *
   * @param scale positions in pixels of the raster
   */
  LinePainter(
      Measure measure, Raster raster, StepRange.Ends ends, Scale scale, double pixelsPerPoint) {
    this.measure = measure;
    this.raster = raster;
    this.ends = ends;
    this.scale = scale;
    this.pixelsPerPoint = pixelsPerPoint;
    stepsPerPixel = ends.width() / raster.width();
    edges = new double[raster.width() + 1];
    lowest = new double[raster.width() + 1];
    highest = new double[raster.width() + 1];
  }

  private double stepsAt(int edge) {
    return ends.lower() + edge * stepsPerPixel;
  }

  /** The thin raw line of a run, or the band of a group. */
  void raw(Drawn line, LineStyle style) {
    if (line.isGroup()) {
      band(line, style.rawArgb());
    } else if (stepsPerPixel < 1) {
      readEdges(line.first().curve(measure).raw(), line.from());
      graph(style.rawArgb(), RAW_WIDTH, new double[0]);
    } else {
      columns(line.first().curve(measure).raw(), line.from(), style.rawArgb());
    }
  }

  /** The thick line, and what was measured on images held out. */
  void main(Drawn line, LineStyle style) {
    if (line.isGroup()) {
      readMembers(line);
      graph(style.argb(), style.width(), style.dash());
    } else {
      Pyramid smoothed = line.first().curve(measure).smoothed();
      readEdges(smoothed, line.from());
      if (stepsPerPixel > 2) {
        peaks(smoothed, line.from(), style);
      }
      graph(style.argb(), style.width(), style.dash());
    }
    validation(line.validations(measure), style.validationArgb());
  }

  private void readEdges(Pyramid line, long from) {
    for (int e = 0; e < edges.length; e++) {
      double steps = stepsAt(e);
      edges[e] = steps < Math.max(1, from) ? Double.NaN : position(Curve.between(line, steps));
    }
  }

  private double position(double value) {
    return Double.isNaN(value) ? value : scale.position(value);
  }

  /** The mean of the members at each edge, and how far they reach to both sides. */
  private void readMembers(Drawn line) {
    for (int e = 0; e < edges.length; e++) {
      double steps = stepsAt(e);
      double sum = 0;
      int count = 0;
      extent.clear();
      for (RunCurves member : line.members()) {
        double value = member.curve(measure).smoothedAt(steps);
        if (!Double.isNaN(value)) {
          sum += value;
          count++;
          extent.include((float) value);
        }
      }
      edges[e] = count == 0 ? Double.NaN : scale.position(sum / count);
      lowest[e] = count == 0 ? Double.NaN : scale.position(extent.lowest());
      highest[e] = count == 0 ? Double.NaN : scale.position(extent.highest());
    }
  }

  private void band(Drawn line, int argb) {
    readMembers(line);
    for (int x = 0; x < raster.width(); x++) {
      if (!Double.isNaN(highest[x]) && !Double.isNaN(highest[x + 1])) {
        double top = (highest[x] + highest[x + 1]) / 2;
        raster.span(x, top, Math.max(top + 1, (lowest[x] + lowest[x + 1]) / 2), argb);
      }
    }
  }

  /** Draws a line through the edges; it has a gap where there is no value. */
  private void graph(int argb, double width, double[] dash) {
    along = 0;
    DoublePredicate drawn = beyond -> LineStyle.isOn(dash, (along + beyond) / pixelsPerPoint);
    for (int x = 0; x < raster.width(); x++) {
      double left = Double.isNaN(edges[x]) ? edges[x + 1] : edges[x];
      double right = Double.isNaN(edges[x + 1]) ? left : edges[x + 1];
      if (Double.isNaN(left)) {
        continue;
      }
      raster.line(x, left, right, width * pixelsPerPoint, argb, drawn);
      along += Math.hypot(1, right - left);
    }
  }

  /** First value of a column; blocks of the pyramid need not be cut for a quarter of a pixel. */
  private int firstOf(int x) {
    int coarse = Integer.highestOneBit(Math.max(1, (int) (stepsPerPixel / 4)));
    return (int) (Math.max(0, stepsAt(x) - 1) / coarse) * coarse;
  }

  private boolean readColumn(Pyramid line, long from, int x) {
    extent.clear();
    line.extent((int) Math.max(firstOf(x), from), firstOf(x + 1), extent);
    return !extent.isEmpty();
  }

  /** One stroke a column, from its largest to its smallest value, joined to the one before. */
  private void columns(Pyramid line, long from, int argb) {
    double top = Double.NaN;
    double bottom = Double.NaN;
    for (int x = 0; x < raster.width(); x++) {
      if (!readColumn(line, from, x)) {
        top = Double.NaN;
        continue;
      }
      double high = scale.position(extent.highest());
      double low = Math.max(high + pixelsPerPoint, scale.position(extent.lowest()));
      double joinedHigh = bottom < high && !Double.isNaN(top) ? bottom : high;
      double joinedLow = top > low ? top : low;
      raster.span(x, joinedHigh, joinedLow, argb);
      top = high;
      bottom = low;
    }
  }

  /** What the smoothed line does between the edges of a column. */
  private void peaks(Pyramid line, long from, LineStyle style) {
    double half = style.width() * pixelsPerPoint / 2;
    for (int x = 0; x < raster.width() && style.dash().length == 0; x++) {
      if (readColumn(line, from, x)) {
        double top = scale.position(extent.highest());
        double bottom = scale.position(extent.lowest());
        if (bottom - top > Math.abs(edges[x] - edges[x + 1]) + 1) {
          raster.span(x, top - half, bottom + half, style.argb());
        }
      }
    }
  }

  private void validation(List<Point> points, int argb) {
    Arrays.fill(edges, Double.NaN);
    for (int i = 0; i + 1 < points.size(); i++) {
      join(points.get(i), points.get(i + 1));
    }
    graph(argb, VALIDATION_WIDTH, LineStyle.VALIDATION_DASH);
    double before = Double.NEGATIVE_INFINITY;
    for (Point point : points) {
      double x = (point.steps() - ends.lower()) / stepsPerPixel;
      if (x - before >= BETWEEN_DIAMONDS * pixelsPerPoint || points.getLast() == point) {
        double radius = DIAMOND_RADIUS * pixelsPerPoint;
        raster.diamond(x, scale.position(point.value()), radius, argb);
        before = x;
      }
    }
  }

  /** Sets the edges between two points to the straight line that joins them on the screen. */
  private void join(Point left, Point right) {
    double x0 = (left.steps() - ends.lower()) / stepsPerPixel;
    double x1 = (right.steps() - ends.lower()) / stepsPerPixel;
    double y0 = scale.position(left.value());
    double y1 = scale.position(right.value());
    for (int e = (int) Math.max(0, Math.ceil(x0)); e < edges.length && e <= x1; e++) {
      edges[e] = x1 == x0 ? y1 : y0 + (y1 - y0) * (e - x0) / (x1 - x0);
    }
  }
}
