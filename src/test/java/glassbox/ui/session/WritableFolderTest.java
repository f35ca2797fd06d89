package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder is good where files can be written; otherwise one line says why not. */
class WritableFolderTest {
  @TempDir private Path home;

  private long inHome() throws IOException {
    try (Stream<Path> all = Files.list(home)) {
      return all.count();
    }
  }

  @Test
  void aFolderThatIsThereOrCanBeMadeIsGoodAndNothingIsLeftInIt() throws IOException {
    assertEquals(Optional.empty(), WritableFolder.problem(home.toString()));
    assertEquals(Optional.empty(), WritableFolder.problem(home.resolve("a/b").toString()));
    assertEquals(0, inHome());
  }

  @Test
  void aFileIsNoFolderNorIsWhatWouldBeBelowIt() throws IOException {
    Path file = Files.createFile(home.resolve("file"));
    Optional<String> expected = Optional.of(file + " is not a folder");
    assertEquals(expected, WritableFolder.problem(file.toString()));
    assertEquals(expected, WritableFolder.problem(file.resolve("below").toString()));
  }

  @Test
  void whatCannotBeWrittenToIsSaid() {
    assertEquals( // not even by the superuser
        Optional.of("nothing can be written to /proc"), WritableFolder.problem("/proc/glassbox"));
  }

  @Test
  void aNameThatIsNoneIsSaid() {
    assertEquals(
        Optional.of("a folder is named from the root on, got runs"),
        WritableFolder.problem("runs"));
    assertEquals(
        Optional.of("this is no folder's name: Nul character not allowed"),
        WritableFolder.problem("/a\0b"));
  }
}
