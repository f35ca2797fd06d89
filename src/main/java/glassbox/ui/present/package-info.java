/**
 * Presenting: a second window for the projector that shows one thing large, and a bar with notes
 * and a clock that stays on the laptop.
 *
 * <p>Start at {@link glassbox.ui.present.Presenter}. May import the session and controls; what is
 * shown is made elsewhere.
 */
@NullMarked
package glassbox.ui.present;

import org.jspecify.annotations.NullMarked;
