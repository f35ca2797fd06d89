package glassbox.cli;

import glassbox.format.Lesson;
import glassbox.format.LessonJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code glassbox lesson}: what a teacher writes, checked before the class. */
@Command(
    name = "lesson",
    mixinStandardHelpOptions = true,
    description = "Check a lesson file.",
    subcommands = LessonCommand.Check.class)
final class LessonCommand implements Callable<Integer> {
  @Override
  public Integer call() throws BadInputException {
    throw new BadInputException(
        "cannot do anything with lessons",
        "lesson",
        "expected: lesson check FILE, got no subcommand");
  }

  /** {@code glassbox lesson check}. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Read a lesson as the window would, and say what is wrong with it.")
  static final class Check implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A .lesson file.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
      Lesson lesson = LessonJson.read(file);
      long questions = lesson.stops().stream().filter(stop -> stop.question() != null).count();
      System.out.printf(
          Locale.ROOT,
          "\"%s\": %d stops, %d questions, about %d minutes%n",
          lesson.title(),
          lesson.stops().size(),
          questions,
          lesson.minutes());
      return 0;
    }
  }
}
