/**
 * The command line: one class a command, {@link glassbox.cli.GlassboxCommand} holds them together.
 *
 * <p>Results go to standard output, progress and errors to standard error. Exit codes: 0 done, 1
 * failed while running, 2 wrong usage or bad input. May import every room but ui.
 */
@NullMarked
package glassbox.cli;

import org.jspecify.annotations.NullMarked;
