package glassbox.ui.lesson;

import java.nio.file.Path;
import java.util.Optional;

/** Asks for files of lessons. */
public interface LessonFiles {
  /** Where nobody can be asked. */
  LessonFiles NONE =
      new LessonFiles() {
        @Override
        public Optional<Path> toOpen() {
          return Optional.empty();
        }

        @Override
        public Optional<Path> toSave() {
          return Optional.empty();
        }
      };

  /** A lesson to open. */
  Optional<Path> toOpen();

  /** Where to save a lesson. */
  Optional<Path> toSave();
}
