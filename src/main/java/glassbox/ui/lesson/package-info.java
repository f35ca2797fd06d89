/**
 * Lessons beside the curves: a text, a run that is trained to where the text speaks of it,
 * questions, and guesses that are drawn before the truth is seen.
 *
 * <p>Start at {@link glassbox.ui.lesson.LessonPane}; what a lesson does is in {@link
 * glassbox.ui.lesson.LessonPlayer}. May import ui.session, ui.controls and records of the core.
 */
@NullMarked
package glassbox.ui.lesson;

import org.jspecify.annotations.NullMarked;
