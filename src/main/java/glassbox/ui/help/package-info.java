/**
 * What everything in the window means: a page for each view, a glossary, what a click points at,
 * the keys, the parts that the program is made of.
 *
 * <p>Start at {@link glassbox.ui.help.Help}. The texts are Markdown, in {@code en/} beside the
 * code; formulas are drawn ahead, see {@code assets/formulas}. May import ui.controls.
 */
@NullMarked
package glassbox.ui.help;

import org.jspecify.annotations.NullMarked;
