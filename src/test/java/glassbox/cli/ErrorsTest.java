package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.DatasetException;
import glassbox.format.FormatException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTest {
  private static CommandRun report(Exception e, boolean debug) {
    return CommandRun.capturing(() -> Errors.report(e, debug));
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        Arguments.of(new BadInputException("what", "where", "wanted"), 2, "what, where, wanted"),
        Arguments.of(new FormatException("what", "where", "wanted"), 2, "what, where, wanted"),
        Arguments.of(new DatasetException("what", "where", "wanted"), 2, "what, where, wanted"),
        Arguments.of(
            new AccessDeniedException("/root/x"),
            1,
            "cannot use the file, /root/x, expected permission to, got none"),
        Arguments.of(
            new NoSuchFileException("/x"), 1, "cannot use the file, /x, expected it to be there"),
        Arguments.of(
            new FileSystemException("/x", null, "No space left on device"),
            1,
            "cannot use the file, /x, No space left on device"),
        Arguments.of(new IOException("No space left"), 1, "cannot read or write, No space left"),
        Arguments.of(new IllegalStateException("why"), 1, "why"),
        Arguments.of(new IllegalStateException(), 1, "java.lang.IllegalStateException"));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void anErrorIsOneLineAndACode(Exception e, int exitCode, String message) {
    CommandRun reported = report(e, false).failed(exitCode);
    assertEquals("glassbox: " + message + System.lineSeparator(), reported.err());
  }

  @Test
  void severalLinesBecomeOne() {
    assertEquals(
        "glassbox: cannot read or write, first second" + System.lineSeparator(),
        report(new IOException(" first \r\n  second\n"), false).err());
  }

  @Test
  void debugShowsTheTraceBelowTheLine() {
    CommandRun reported = report(new IllegalStateException("why"), true);
    assertEquals("glassbox: why", reported.err().lines().findFirst().orElseThrow());
    assertTrue(reported.err().contains("\tat glassbox.cli.ErrorsTest"), reported.err());
    assertEquals(1, reported.exitCode());
  }

  @Test
  void debugMayStandBeforeAndBehindTheCommand() {
    for (String[] args :
        new String[][] {{"--debug", "train", "nothing"}, {"train", "nothing", "--debug"}}) {
      CommandRun run = CommandRun.of(args);
      assertEquals(2, run.exitCode());
      assertTrue(run.err().startsWith("glassbox: cannot find the recipe, nothing,"), run.err());
      assertTrue(run.err().contains("\tat glassbox.cli."), run.err());
    }
  }

  @Test
  void oneDebugDoesNotOutliveItsCommand() {
    CommandRun.of("train", "nothing", "--debug");
    CommandRun.of("train", "nothing").failed(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"trane", "--nothing", "-x", "seed"})
  void wrongUsageIsOneLineThatNamesTheHelp(String arg) {
    CommandRun.of(arg).failed(2, arg, "see glassbox --help");
  }

  @Test
  void aMisspeltCommandIsSuggested() {
    CommandRun.of("trian").failed(2, "did you mean train, see glassbox --help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "evaluate", "datasets"})
  void everyCommandHasHelpOnStandardOutput(String command) {
    CommandRun help = CommandRun.of(command, "--help").succeeded();
    assertEquals("", help.err());
    assertTrue(help.out().startsWith("Usage: glassbox " + command), help.out());
  }

  @Test
  void theHelpNamesEveryCommandAndTheVersionTheProgram() {
    String help = CommandRun.of("--help").succeeded().out();
    for (String command : new String[] {"train", "evaluate", "datasets", "the window"}) {
      assertTrue(help.contains(command), help);
    }
    assertTrue(CommandRun.of("--version").succeeded().out().startsWith("glassbox "));
  }

  @Test
  void withoutACommandTheUsageIsShown() {
    CommandRun usage = CommandRun.of();
    assertEquals("", usage.out());
    assertTrue(usage.err().startsWith("Usage: glassbox"), usage.err());
    assertFalse(usage.err().contains("\tat "), usage.err());
  }
}
