/**
 * Where in the run the window is, along its bottom edge.
 *
 * <p>May import ui.session, ui.controls and records of the core.
 */
@NullMarked
package glassbox.ui.timeline;

import org.jspecify.annotations.NullMarked;
