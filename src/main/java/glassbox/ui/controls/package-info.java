/**
 * Nodes that several panes use. They know arrays, images and texts, nothing of networks.
 *
 * <p>May import JavaFX and the JDK.
 */
@NullMarked
package glassbox.ui.controls;

import org.jspecify.annotations.NullMarked;
