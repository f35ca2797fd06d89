/**
 * All runs side by side: which there are, how they differ, what came of them, and training several.
 *
 * <p>Start at {@link glassbox.ui.runs.RunsPane}; what it says is decided without a window in {@code
 * RunsModel}, {@code RunCommands} and {@code SweepForm}. May import ui.session, ui.controls and
 * records of the core.
 */
@NullMarked
package glassbox.ui.runs;

import org.jspecify.annotations.NullMarked;
