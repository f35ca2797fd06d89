/**
 * The words of the window in five languages, and numbers as each language writes them. The texts
 * are in {@code src/main/resources/glassbox/ui/words}: a folder for each language, a file for each
 * room; a key starts with the name of its file. The command line and all files stay English.
 *
 * <p>Start at {@link glassbox.ui.words.Words}. May import JavaFX and the JDK; a session uses it as
 * panes do, for what it says is read by the same people.
 */
@NullMarked
package glassbox.ui.words;

import org.jspecify.annotations.NullMarked;
