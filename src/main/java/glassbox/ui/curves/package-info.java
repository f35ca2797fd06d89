/**
 * Loss and accuracy over the steps of many runs: raw thin, smoothed thick, validation dashed.
 *
 * <p>Start at {@link glassbox.ui.curves.CurvesPane}. Once a frame {@code DrawnRuns} reads what is
 * new in the histories; {@code StepRange} and {@code ValueRange} decide which part is seen; {@code
 * CurveChart} shows it: the lines as pixels from {@code LinePainter}, marks and words as nodes. May
 * import ui.session, ui.controls and records of the core.
 */
@NullMarked
package glassbox.ui.curves;

import org.jspecify.annotations.NullMarked;
