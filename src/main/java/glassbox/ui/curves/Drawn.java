package glassbox.ui.curves;

import glassbox.training.History.ValidationPoint;
import glassbox.ui.session.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn as one line: a run, or the runs of one group as their mean.
 *
 * @param members the run, or the runs of the group
 * @param name as it stands in the legend
 * @param current whether the run in hand is among them
 * @param from steps before the line begins: those are drawn with its parent
 * @param parent the run that it is drawn as a fork of; null for none
 */
record Drawn(
    List<RunCurves> members, String name, boolean current, long from, @Nullable Run parent) {
  /** A measurement after so many steps. */
  record Point(long steps, double value) {}

  boolean isGroup() {
    return members.size() > 1;
  }

  /** The name where there is little room: of a group without how many it has. */
  String shortName() {
    return isGroup() ? String.valueOf(first().run().group()) : name;
  }

  RunCurves first() {
    return members.getFirst();
  }

  /** Decides colour and dash. */
  int ink() {
    return first().run().ink();
  }

  /** Steps of its longest member. */
  int steps() {
    return members.stream().mapToInt(RunCurves::steps).max().orElse(0);
  }

  /** The smoothed value after so many steps, the mean of those members that have one, or NaN. */
  double smoothed(Measure measure, double steps) {
    return mean(member -> member.curve(measure).smoothedAt(steps));
  }

  /** The value of the step with which so many were done; NaN for a group. */
  double raw(Measure measure, int steps) {
    return isGroup() ? Double.NaN : Curve.between(first().curve(measure).raw(), steps);
  }

  /** The last measurement within so many steps, the mean of the members', or NaN. */
  double validation(Measure measure, long steps) {
    return mean(member -> validationOf(member, measure, steps));
  }

  /** The last measurement of a run within so many steps, or NaN. */
  static double validationOf(RunCurves member, Measure measure, long steps) {
    double last = Double.NaN;
    for (ValidationPoint point : member.validations()) {
      if (point.afterSteps() <= steps) {
        last = measure.of(point);
      }
    }
    return last;
  }

  private double mean(ToDoubleFunction<RunCurves> value) {
    double sum = 0;
    int count = 0;
    for (RunCurves member : members) {
      double one = value.applyAsDouble(member);
      if (!Double.isNaN(one)) {
        sum += one;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /** What was measured on images held out; of a group where all members were measured. */
  List<Point> validations(Measure measure) {
    List<Point> points = new ArrayList<>();
    for (ValidationPoint point : first().validations()) {
      if (point.afterSteps() >= from) {
        double value = isGroup() ? valueOfAll(measure, point.afterSteps()) : measure.of(point);
        points.add(new Point(point.afterSteps(), value));
      }
    }
    points.removeIf(point -> !Double.isFinite(point.value()));
    return points;
  }

  private double valueOfAll(Measure measure, int steps) {
    return members.stream()
        .mapToDouble(member ->
            member.validations().stream()
                .filter(point -> point.afterSteps() == steps)
                .mapToDouble(measure::of)
                .findFirst()
                .orElse(Double.NaN))
        .average()
        .orElse(Double.NaN);
  }
}
