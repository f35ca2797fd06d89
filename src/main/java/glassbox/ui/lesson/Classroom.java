package glassbox.ui.lesson;

import glassbox.format.Lesson;
import org.jspecify.annotations.Nullable;

/** What a lesson needs of the window around it. */
public interface Classroom {
  /** Turns to a view. */
  void show(Lesson.View view);

  /** The view that is shown. */
  Lesson.View view();

  /** Points at the node of this id, or at nothing. */
  void highlight(@Nullable String id);

  /** Asks for files of lessons. */
  LessonFiles files();
}
