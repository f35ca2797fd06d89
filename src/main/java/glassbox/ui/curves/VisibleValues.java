package glassbox.ui.curves;

import glassbox.training.History.ValidationPoint;
import java.util.List;

/**
 * What the lines reach within some steps; NaN, and 0 at last, where there is nothing to be seen.
 *
 * @param smallestSmoothed of the smoothed lines and the measurements on images held out
 * @param largest of all values
 * @param firstSmoothed the largest value with which a smoothed line begins, wherever that is
 */
record VisibleValues(double smallestSmoothed, double largest, double firstSmoothed) {
  static VisibleValues of(Measure measure, List<Drawn> drawn, StepRange.Ends ends) {
    Extent smoothed = new Extent();
    Extent all = new Extent();
    Extent first = new Extent();
    int to = (int) Math.min(Integer.MAX_VALUE, Math.ceil(ends.upper()));
    for (Drawn line : drawn) {
      int from = (int) Math.max(line.from() - 1, Math.floor(ends.lower()) - 1);
      for (RunCurves member : line.members()) {
        Curve curve = member.curve(measure);
        curve.smoothed().extent(from, to, smoothed);
        curve.smoothed().extent(0, 1, first);
        (line.isGroup() ? curve.smoothed() : curve.raw()).extent(from, to, all);
        include(member, measure, from, to, smoothed);
      }
    }
    all.include(smoothed.lowest(), smoothed.highest());
    return smoothed.isEmpty()
        ? new VisibleValues(Double.NaN, Double.NaN, 0)
        : new VisibleValues(smoothed.lowest(), all.highest(), first.highest());
  }

  private static void include(RunCurves member, Measure measure, int from, int to, Extent extent) {
    for (ValidationPoint point : member.validations()) {
      double value = measure.of(point);
      if (point.afterSteps() >= from && point.afterSteps() <= to && Double.isFinite(value)) {
        extent.include((float) value);
      }
    }
  }

  boolean isEmpty() {
    return Double.isNaN(largest);
  }
}
