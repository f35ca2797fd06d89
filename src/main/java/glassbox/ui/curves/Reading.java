package glassbox.ui.curves;

import glassbox.ui.words.Figures;
import java.util.List;

/**
 * What the legend says of a line at a step.
 *
 * @param value smoothed
 * @param raw of the step itself; empty where there is none
 * @param validation last measured; empty where nothing was
 */
record Reading(Drawn line, String value, String raw, String validation) {
  /** All lines after so many steps; each line's newest values where it is shorter, or below 0. */
  static List<Reading> of(Measure measure, List<Drawn> drawn, long steps) {
    return drawn.stream().map(line -> of(measure, line, steps)).toList();
  }

  private static Reading of(Measure measure, Drawn line, long steps) {
    boolean newest = steps < 0;
    int at = (int) (newest ? line.steps() : Math.min(steps, Integer.MAX_VALUE));
    double value = newest ? newestOf(measure, line) : line.smoothed(measure, at);
    double raw = newest ? Double.NaN : line.raw(measure, at);
    double validation = at > line.steps() ? Double.NaN : line.validation(measure, at);
    return new Reading(
        line,
        measure.text(value),
        Double.isNaN(raw) ? "" : measure.text(raw),
        Double.isNaN(validation) ? "" : measure.text(validation));
  }

  /** The members' newest values; each where it ends. */
  static double newestOf(Measure measure, Drawn line) {
    return line.members().stream()
        .mapToDouble(member -> member.curve(measure).now())
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }

  /** Steps as people read them. */
  static String steps(long steps) {
    return Figures.count(steps);
  }
}
