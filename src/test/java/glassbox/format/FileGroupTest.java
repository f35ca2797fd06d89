package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileGroupTest {
  @TempDir private Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, byte @Nullable []> files(Object... namesAndTexts) {
    Map<String, byte @Nullable []> files = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      Object text = namesAndTexts[i + 1];
      files.put((String) namesAndTexts[i], text.equals("") ? null : bytes((String) text));
    }
    return files;
  }

  private Map<String, String> found() throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        found.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return found;
  }

  @Test
  void filesAreReplacedAndDeleted() throws IOException {
    FileGroup.replace(folder, files("a", "1", "b", "2"));
    FileGroup.replace(folder, files("a", "3", "b", "", "c", "4"));
    assertEquals(Map.of("a", "3", "c", "4"), found());
  }

  @Test
  void aProgramThatWasKilledBeforeTheListWasWrittenHasChangedNothing() throws IOException {
    FileGroup.replace(folder, files("a", "1", "b", "2"));
    Files.writeString(folder.resolve(".a.new"), "half a fi");
    FileGroup.finish(folder);
    assertEquals("1", found().get("a"));
    FileGroup.replace(folder, files("a", "5", "b", "6"));
    assertEquals(Map.of("a", "5", "b", "6"), found());
  }

  @Test
  void oneThatWasKilledBetweenTwoFilesIsBroughtToItsEnd() throws IOException {
    FileGroup.replace(folder, files("a", "1", "b", "2", "c", "3"));
    Files.writeString(folder.resolve("a"), "new a"); // is in its place already
    Files.writeString(folder.resolve(".b.new"), "new b");
    Files.writeString(folder.resolve(".replacing"), "+a\n+b\n-c");
    FileGroup.finish(folder);
    assertEquals(Map.of("a", "new a", "b", "new b"), found());
  }

  @Test
  void aFolderThatCannotBeMadeIsRefusedAndNothingIsLost() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    assertThrows(IOException.class, () -> FileGroup.replace(file, files("a", "1")));
    assertEquals(Map.of("file", "mine"), found());
  }
}
