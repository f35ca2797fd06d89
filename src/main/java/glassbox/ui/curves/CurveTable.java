package glassbox.ui.curves;

import glassbox.ui.controls.CsvRow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The numbers of the lines that a chart shows, as CSV: of every run and every step in sight its
 * value, its moving average, and what was measured on the images held out.
 */
final class CurveTable {
  private final Measure measure;
  private final List<Rows> all = new ArrayList<>();

  /** A run's values as they are now, which the training does not change any more. */
  private record Rows(
      String run, int from, float[] raw, float[] smoothed, List<Drawn.Point> points) {}

  private CurveTable(Measure measure) {
    this.measure = measure;
  }

  /** Takes hold of the numbers; what it gives may be called on any thread. */
  static Callable<String> of(Measure measure, List<Drawn> drawn, StepRange.Ends ends) {
    CurveTable table = new CurveTable(measure);
    for (Drawn line : drawn) {
      line.members().forEach(member -> table.add(member, line.from(), ends));
    }
    return table::csv;
  }

  private void add(RunCurves member, long first, StepRange.Ends ends) {
    Pyramid raw = member.curve(measure).raw();
    Pyramid smoothed = member.curve(measure).smoothed();
    int from = (int) Math.max(Math.max(first, Math.floor(ends.lower()) - 1), 0);
    int to = (int) Math.min(Math.min(raw.size(), smoothed.size()), Math.ceil(ends.upper()));
    float[][] values = new float[2][Math.max(0, to - from)];
    for (int i = 0; i < values[0].length; i++) {
      values[0][i] = raw.get(from + i);
      values[1][i] = smoothed.get(from + i);
    }
    List<Drawn.Point> points =
        member.validations().stream()
            .map(point -> new Drawn.Point(point.afterSteps(), measure.of(point)))
            .toList();
    all.add(new Rows(member.run().name(), from, values[0], values[1], points));
  }

  private String csv() {
    String name = measure.name().toLowerCase(java.util.Locale.ROOT);
    StringBuilder csv = new StringBuilder("run,step," + name + ",smoothed,validation\n");
    all.forEach(rows -> append(csv, rows));
    return csv.toString();
  }

  private static void append(StringBuilder csv, Rows rows) {
    String run = CsvRow.quoted(rows.run);
    int next = 0;
    for (int i = 0; i < rows.raw.length; i++) {
      int step = rows.from + i + 1;
      csv.append(run).append(',').append(step).append(',');
      csv.append(text(rows.raw[i])).append(',').append(text(rows.smoothed[i])).append(',');
      while (next < rows.points.size() && rows.points.get(next).steps() < step) {
        next++;
      }
      if (next < rows.points.size() && rows.points.get(next).steps() == step) {
        csv.append(rows.points.get(next).value());
      }
      csv.append('\n');
    }
  }

  private static String text(float value) {
    return Float.isNaN(value) ? "" : Float.toString(value);
  }
}
