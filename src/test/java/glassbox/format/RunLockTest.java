package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One at a time trains a run. */
class RunLockTest {
  @TempDir Path folder;

  @Test
  void theSecondIsRefusedInWordsUntilTheFirstIsDone() throws IOException {
    assertFalse(RunLock.isTaken(folder));
    try (RunLock first = RunLock.take(folder)) {
      assertTrue(RunLock.isTaken(folder));
      String words = assertThrows(FormatException.class, () -> RunLock.take(folder)).getMessage();
      assertTrue(words.contains(folder.toString()) && words.contains("another program"), words);
      assertTrue(RunLock.isTaken(folder), "whoever was refused has not taken it away");
    }
    assertFalse(RunLock.isTaken(folder));
    RunLock.take(folder).close();
  }
}
