/**
 * Which classes the network takes for which, at the step that is looked at.
 *
 * <p>Start at {@link glassbox.ui.confusion.ConfusionPane}. May import ui.session, ui.controls and
 * values of the core.
 */
@NullMarked
package glassbox.ui.confusion;

import org.jspecify.annotations.NullMarked;
