/**
 * Draw: what the network takes a drawing or a photo for, at every stage on its way there, and which
 * training images it sees alike.
 *
 * <p>Start at {@link glassbox.ui.draw.DrawPane}; {@code DrawModel} is what can be done without a
 * window, {@code Sketch} the drawing as pixels. May import ui.session, ui.controls and records of
 * the core.
 */
@NullMarked
package glassbox.ui.draw;

import org.jspecify.annotations.NullMarked;
