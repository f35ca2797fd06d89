package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  @TempDir Path folder;
  private Path target;

  @BeforeEach
  void name() {
    target = folder.resolve("model.bin");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void failHalfWay(Exception failure) {
    assertThrows(
        failure.getClass(),
        () ->
            AtomicFiles.write(
                target,
                out -> {
                  out.write(new byte[200_000]);
                  if (failure instanceof IOException e) {
                    throw e;
                  }
                  throw (RuntimeException) failure;
                }));
  }

  @Test
  void writesANewFileAndNothingElse() throws IOException {
    AtomicFiles.write(target, "ü\n");
    assertEquals("ü\n", Files.readString(target));
    assertEquals(List.of("model.bin"), names());
  }

  @Test
  void takesThePlaceOfAnOldFile() throws IOException {
    Files.writeString(target, "something longer than the new");
    AtomicFiles.write(target, "new");
    assertEquals("new", Files.readString(target));
    assertEquals(List.of("model.bin"), names());
  }

  @Test
  void theOldFileStaysUntilTheNewOneIsWhole() throws IOException {
    Files.writeString(target, "old");
    AtomicFiles.write(
        target,
        out -> {
          out.write(new byte[200_000]);
          out.flush();
          assertEquals("old", Files.readString(target));
        });
    assertEquals(200_000, Files.size(target));
  }

  @Test
  void aFailureLeavesTheOldFileAlone() throws IOException {
    Files.writeString(target, "old");
    failHalfWay(new IOException("disk full"));
    failHalfWay(new IllegalStateException("a fault"));
    assertEquals("old", Files.readString(target));
    assertEquals(List.of("model.bin"), names());
  }

  @Test
  void aFailureLeavesNoNewFile() throws IOException {
    failHalfWay(new IOException("disk full"));
    assertEquals(List.of(), names());
  }

  @Test
  void whatAKilledProgramLeftBesideIsNoHindrance() throws IOException {
    AtomicFiles.write(
        target, out -> assertEquals(List.of(".model.bin.part"), names(), "the name beside"));
    Files.writeString(folder.resolve(".model.bin.part"), "half of some earlier attempt");
    AtomicFiles.write(target, "new");
    assertEquals("new", Files.readString(target));
    assertEquals(List.of("model.bin"), names());
  }

  @Test
  void aMissingFolderIsNotMade() {
    Path missing = folder.resolve("missing/file");
    assertThrows(IOException.class, () -> AtomicFiles.write(missing, "text"));
    assertFalse(Files.exists(missing.getParent()));
  }
}
