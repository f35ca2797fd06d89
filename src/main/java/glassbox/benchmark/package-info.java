/** How fast the program is on this machine. */
@NullMarked
package glassbox.benchmark;

import org.jspecify.annotations.NullMarked;
