/**
 * The test images that the network gets right and those that it gets wrong, as pictures.
 *
 * <p>Start at {@link glassbox.ui.gallery.GalleryPane}. May import ui.session, ui.controls and
 * records of the core.
 */
@NullMarked
package glassbox.ui.gallery;

import org.jspecify.annotations.NullMarked;
