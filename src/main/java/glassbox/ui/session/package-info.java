/**
 * The session that the window shows: a data set, a recipe, a run. The only place that owns threads.
 *
 * <p>Panes read properties and give commands, all on the JavaFX thread. Training runs in a {@link
 * javafx.concurrent.Task} on one thread, analysis of copies on a second. Start at {@link
 * glassbox.ui.session.TrainingSession}. May import the core, and of JavaFX only beans, collections,
 * concurrent and animation.
 */
@NullMarked
package glassbox.ui.session;

import org.jspecify.annotations.NullMarked;
