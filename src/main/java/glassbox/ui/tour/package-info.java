/**
 * A few cards that point at what matters in the window, at the first start or when they are asked
 * for. The window below goes on working meanwhile, Space included.
 *
 * <p>Start at {@link glassbox.ui.tour.Tour}. May import ui.session, ui.controls and values of the
 * core.
 */
@NullMarked
package glassbox.ui.tour;

import org.jspecify.annotations.NullMarked;
