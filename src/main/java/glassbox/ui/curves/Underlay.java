package glassbox.ui.curves;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The raw lines of the runs at rest, which lie under all others and are most of what is drawn: kept
 * until the view or one of them changes, so that a run that grows costs its own line alone.
 */
final class Underlay {
  private @Nullable View view;
  private List<Content> contents = List.of();
  private @Nullable Raster kept;

  /** What part of the steps and values is seen, and how large. */
  record View(
      Measure measure, StepRange.Ends steps, ValueRange.Ends values, double pixelsPerPoint) {}

  /** A line that is not in hand, and how it looks. */
  record Resting(Drawn line, LineStyle style) {}

  /** What decides how a raw line looks: runs only grow, and a band follows the smoothed lines. */
  private record Content(List<Object> lines, long steps, long from, int argb) {
    static Content of(Resting resting, Measure measure) {
      Drawn drawn = resting.line();
      List<Object> lines =
          drawn.members().stream()
              .map(member -> member.curve(measure))
              .<Object>map(curve -> drawn.isGroup() ? curve.smoothed() : curve.raw())
              .toList();
      long steps = drawn.members().stream().mapToLong(RunCurves::steps).sum();
      return new Content(lines, steps, drawn.from(), resting.style().rawArgb());
    }
  }

  /** Fills the sheet with these lines and nothing else. */
  void paint(View newView, Raster sheet, List<Resting> resting, LinePainter painter) {
    List<Content> now = resting.stream().map(line -> Content.of(line, newView.measure())).toList();
    Raster under = kept;
    boolean fits =
        under != null && under.width() == sheet.width() && under.height() == sheet.height();
    if (under != null && fits && newView.equals(view) && now.equals(contents)) {
      sheet.copyFrom(under);
      return;
    }
    sheet.clear();
    resting.forEach(line -> painter.raw(line.line(), line.style()));
    if (under == null || !fits) {
      under = new Raster(sheet.width(), sheet.height());
      kept = under;
    }
    under.copyFrom(sheet);
    view = newView;
    contents = now;
  }
}
