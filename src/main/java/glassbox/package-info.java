/**
 * The program's one door: {@link glassbox.Launcher} opens the window or carries out a command line.
 *
 * <p>May import cli and ui, nothing else.
 */
@NullMarked
package glassbox;

import org.jspecify.annotations.NullMarked;
