package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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

  private void assertRefused(String expectedAndGot) {
    String message =
        assertThrows(FileSystemException.class, () -> AtomicFiles.write(target, "text"))
            .getMessage();
    assertEquals(target + ": " + expectedAndGot, message);
  }

  @Test
  void aMissingFolderIsNamedBesideTheTarget() {
    target = folder.resolve("missing/file");
    assertRefused("expected " + target.getParent() + " to be a folder, got nothing there");
  }

  @Test
  void aFileInTheFoldersPlaceIsNamedBesideTheTarget() throws IOException {
    target = Files.writeString(target, "mine").resolve("file");
    assertRefused("expected " + target.getParent() + " to be a folder, got a file");
  }

  @Test
  void aFullDiskIsToldWithTheTarget() {
    FileSystemException failed =
        assertThrows(
            FileSystemException.class,
            () ->
                AtomicFiles.write(
                    target,
                    out -> {
                      throw new IOException("No space left on device");
                    }));
    assertEquals(target + ": No space left on device", failed.getMessage());
    assertEquals("No space left on device", failed.getCause().getMessage());
  }

  @Test
  void aNameThatIsTooLongIsToldWithTheTarget() {
    target = folder.resolve("n".repeat(300));
    assertRefused("File name too long");
  }

  @Test
  void aFolderIsRefusedAndLeftAlone() throws IOException {
    Files.createDirectory(target);
    assertRefused("expected a file, got a folder");
    assertEquals(List.of("model.bin"), names());
    target = folder.getRoot();
    assertRefused("expected a file, got a folder");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aPipeIsRefusedAndLeftAlone() throws Exception {
    assertEquals(0, new ProcessBuilder("mkfifo", target.toString()).start().waitFor());
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);
    assertRefused("expected a file, got a device or a pipe");
    target = link;
    assertRefused("expected a file, got a device or a pipe");
    assertTrue(Files.readAttributes(link, BasicFileAttributes.class).isOther());
    assertEquals(List.of("link", "model.bin"), names());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkStaysALinkToTheNewFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    Files.createSymbolicLink(target, file.getFileName());
    AtomicFiles.write(target, "new");
    assertEquals("new", Files.readString(file));
    assertTrue(Files.isSymbolicLink(target));
    assertEquals(List.of("file", "model.bin"), names());
  }
}
