/**
 * What the next run will be: network, optimizer, epochs. Wrong values are refused in words.
 *
 * <p>{@link glassbox.ui.setup.SetupModel} works without a window; {@link
 * glassbox.ui.setup.SetupPane} shows it. May import ui.session, ui.controls and records of the
 * core.
 */
@NullMarked
package glassbox.ui.setup;

import org.jspecify.annotations.NullMarked;
