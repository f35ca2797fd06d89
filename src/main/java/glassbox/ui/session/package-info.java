/**
 * The session that the window shows: a data set, a recipe, runs. The only place that owns threads.
 *
 * <p>Panes read properties and give commands, all on the JavaFX thread. Start at {@link
 * glassbox.ui.session.TrainingSession}: it only hands on what is asked of it, to a class for each
 * thing that can be done. What several of them share is in {@link
 * glassbox.ui.session.SessionModel}; {@link glassbox.ui.session.RunInHand} has the one run that
 * trains, {@link glassbox.ui.session.RunInView} the one that is looked at, {@link
 * glassbox.ui.session.RunList} all of them. Training runs in a {@link javafx.concurrent.Task} on
 * one thread, analysis of copies on a second. May import the core, and of JavaFX only beans,
 * collections, concurrent and animation.
 */
@NullMarked
package glassbox.ui.session;

import org.jspecify.annotations.NullMarked;
