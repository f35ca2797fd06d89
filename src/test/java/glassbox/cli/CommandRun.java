package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntSupplier;

/** What a command line came to: its exit code, what it printed and what it said about it. */
record CommandRun(int exitCode, String out, String err) {
  /** Carries out a command line in this process. */
  static CommandRun of(String... args) {
    return capturing(() -> GlassboxCommand.execute(args));
  }

  /** Carries out anything that prints and has an exit code. */
  static CommandRun capturing(IntSupplier work) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream newOut = new PrintStream(printed, true, StandardCharsets.UTF_8);
        PrintStream newErr = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      System.setOut(newOut);
      System.setErr(newErr);
      int exitCode = work.getAsInt();
      return new CommandRun(
          exitCode,
          printed.toString(StandardCharsets.UTF_8),
          said.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** It did what it was asked. */
  CommandRun succeeded() {
    assertEquals(0, exitCode, toString());
    return this;
  }

  /** It failed in one line that says all of this, and printed no results. */
  CommandRun failed(int wantedExitCode, String... whatIsWrong) {
    assertEquals(wantedExitCode, exitCode, toString());
    assertEquals("", out);
    assertEquals(1, err.lines().count(), err);
    assertTrue(err.startsWith("glassbox: "), err);
    Arrays.stream(whatIsWrong)
        .forEach(part -> assertTrue(err.contains(part), err + " says " + part));
    return this;
  }
}
