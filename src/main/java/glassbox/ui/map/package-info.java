/**
 * The images that are looked at, on a plane: like lies by like.
 *
 * <p>Start at {@link glassbox.ui.map.MapPane}. {@link glassbox.ui.map.MapModel} knows what is where
 * without a window, {@link glassbox.ui.map.MapRaster} draws its dots and images as pixels. May
 * import ui.session, ui.controls and records of the core.
 */
@NullMarked
package glassbox.ui.map;

import org.jspecify.annotations.NullMarked;
