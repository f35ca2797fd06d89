/**
 * Loss and accuracy over the steps of a run: raw thin, smoothed thick, validation dashed.
 *
 * <p>Start at {@link glassbox.ui.curves.CurvesPane}. May import ui.session, ui.controls and records
 * of the core.
 */
@NullMarked
package glassbox.ui.curves;

import org.jspecify.annotations.NullMarked;
