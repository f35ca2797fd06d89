/**
 * What can be chosen once and holds from then on, line by line, over the window.
 *
 * <p>Start at {@link glassbox.ui.settings.SettingsPane}: the frame tells it which lines there are.
 * May import ui.session, ui.controls and values of the core.
 */
@NullMarked
package glassbox.ui.settings;

import org.jspecify.annotations.NullMarked;
