package glassbox.ui.session;

import glassbox.format.Lesson;
import glassbox.format.LessonJson;
import glassbox.format.ShippedLessons;
import glassbox.ui.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Lessons as files, read and written in the background. */
public final class Lessons {
  private final SessionModel model;
  private final Background background;

  Lessons(SessionModel model, Background background) {
    this.model = model;
    this.background = background;
  }

  /** Reads the lessons that come with the program, in the language of the window. */
  public void shipped(Consumer<List<Lesson>> use) {
    String language = Words.language().code();
    background.runBeside(() -> ShippedLessons.all(language), use);
  }

  /** Reads a lesson; what is wrong with it the user is told. */
  public void open(Path file, Consumer<Lesson> use) {
    background.runBeside(() -> LessonJson.read(file), use);
  }

  /** Writes a lesson and says so. */
  public void save(Path file, Lesson lesson) {
    background.run(
        () -> {
          LessonJson.save(file, lesson);
          return file;
        },
        saved -> model.tell(Notice.info(Words.of("session.saved.lesson", saved))));
  }
}
