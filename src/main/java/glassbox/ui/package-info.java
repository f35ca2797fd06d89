/**
 * The window: its frame, its look and what it remembers. One package below for each thing the user
 * sees; panes meet only here.
 *
 * <p>Start at {@link glassbox.ui.GlassboxApp}, then {@link glassbox.ui.MainWindow}.
 */
@NullMarked
package glassbox.ui;

import org.jspecify.annotations.NullMarked;
