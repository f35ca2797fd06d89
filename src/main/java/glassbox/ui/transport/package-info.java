/**
 * The row at the top: which data, start and stop, how fast, how far.
 *
 * <p>May import ui.session, ui.controls and records of the core.
 */
@NullMarked
package glassbox.ui.transport;

import org.jspecify.annotations.NullMarked;
