/**
 * The data: a set's images one by one, its classes, its duplicates, the images that a network finds
 * hardest, how images are changed each time they are learned, and pictures of one's own.
 *
 * <p>Start at {@link glassbox.ui.data.DataPane}; all its pictures are drawn by {@link
 * glassbox.ui.data.ImageGrid}. May import ui.session, ui.controls and records of the core.
 */
@NullMarked
package glassbox.ui.data;

import org.jspecify.annotations.NullMarked;
