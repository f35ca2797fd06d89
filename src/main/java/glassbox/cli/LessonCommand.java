package glassbox.cli;

import glassbox.format.Lesson;
import glassbox.format.LessonJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code glassbox lesson}: what a teacher writes, checked before the class. */
@Command(
    name = "lesson",
    mixinStandardHelpOptions = true,
    description = "Check a lesson file.",
    subcommands = LessonCommand.Check.class)
final class LessonCommand implements Runnable {
  @Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "missing subcommand, expected: lesson check FILE");
  }

  /** {@code glassbox lesson check}. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Read a lesson as the window would, and say what is wrong with it.")
  static final class Check implements java.util.concurrent.Callable<Integer> {
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
