package glassbox.ui.curves;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chart shows.
 *
 * @param drawn the lines, in the order of the runs
 * @param inHand the run in hand; null for none
 * @param marks of the run in hand
 */
record Looked(List<Drawn> drawn, @Nullable RunCurves inHand, RunMarks marks) {
  static final Looked NOTHING = new Looked(List.of(), null, new RunMarks());

  /** Whether one run alone is drawn: its two lines then have their own names and colours. */
  boolean isOneRun() {
    return drawn.size() == 1 && !drawn.getFirst().isGroup();
  }
}
