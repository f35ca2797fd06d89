package glassbox.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir private Path home;

  private final List<Handler> others = List.of(Logger.getLogger("").getHandlers());

  @BeforeEach
  void keepTheConsoleQuiet() {
    others.forEach(Logger.getLogger("")::removeHandler);
  }

  @AfterEach
  void giveTheConsoleBack() {
    others.forEach(Logger.getLogger("")::addHandler);
  }

  private static void say(String words, Throwable thrown) {
    System.getLogger("glassbox.test").log(System.Logger.Level.WARNING, words, thrown);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(LogFile.folder(home))) {
      return files.sorted().toList();
    }
  }

  @Test
  void whatIsSaidStandsInTheFileWithItsCause() throws IOException {
    try (LogFile log = LogFile.begin(home)) {
      say("it broke", new IllegalStateException("outer", new IOException("inner – ü")));
    }
    say("said too late", new IOException());
    assertEquals(List.of(LogFile.folder(home).resolve("glassbox-0-0.log")), files());
    String text = Files.readString(files().getFirst());
    assertTrue(text.contains("WARNING glassbox.test it broke"));
    assertTrue(text.contains("java.io.IOException: inner – ü"));
    assertTrue(text.contains("    glassbox.ui.LogFileTest."), "where it was");
    assertFalse(text.contains("too late"));
  }

  @Test
  void aSecondProgramHasAFileOfItsOwnAndOldOnesAreReplaced() throws IOException {
    String long10k = "x".repeat(10_000);
    try (LogFile first = LogFile.begin(home);
        LogFile second = LogFile.begin(home)) {
      for (int i = 0; i < 300; i++) {
        say(long10k, null);
      }
    }
    assertEquals(8, files().size());
    long bytes = 0;
    for (Path file : files()) {
      bytes += Files.size(file);
    }
    assertTrue(bytes < 8 * (550L << 10), "never more than 4 MiB and a bit");
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaid() throws IOException {
    Files.writeString(LogFile.folder(home), "a file");
    assertThrows(IOException.class, () -> LogFile.begin(home));
  }
}
