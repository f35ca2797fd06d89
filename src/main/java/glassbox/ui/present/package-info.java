/**
 * Presenting: one thing large on the projector, the talk's notes and time on the laptop.
 *
 * <p>What is shown comes from the frame, which knows the panes. May import ui.controls.
 */
@NullMarked
package glassbox.ui.present;

import org.jspecify.annotations.NullMarked;
