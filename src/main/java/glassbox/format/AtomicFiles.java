package glassbox.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file beside its place and then moves it there: a reader never sees half a file, and a
 * full disk or a kill leaves what was there before. A link stays one; a folder, a device or a pipe
 * is refused, for a move would destroy it.
 */
final class AtomicFiles {
  /** Writes the content of a file. */
  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private AtomicFiles() {}

  /**
   * Writes a file.
   *
   * @throws FileSystemException about the target, not about the file beside it
   */
  static void write(Path target, Writing writing) throws IOException {
    requireFile(target);
    try {
      replace(Files.exists(target) ? target.toRealPath() : target, writing);
    } catch (IOException e) {
      throw about(target, e);
    }
  }

  private static void requireFile(Path target) throws FileSystemException {
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      String got = Files.isDirectory(target) ? "a folder" : "a device or a pipe";
      throw new FileSystemException(target.toString(), null, "expected a file, got " + got);
    }
  }

  private static void replace(Path target, Writing writing) throws IOException {
    Path beside = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside), 1 << 16)) {
        writing.to(out);
      }
      move(beside, target);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  static void write(Path target, String text) throws IOException {
    write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static FileSystemException about(Path target, IOException e) {
    FileSystemException about =
        e instanceof AccessDeniedException
            ? new AccessDeniedException(target.toString())
            : new FileSystemException(target.toString(), null, reason(target, e));
    about.initCause(e);
    return about;
  }

  private static @Nullable String reason(Path target, IOException e) {
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      String got = Files.exists(folder) ? "a file" : "nothing there";
      return "expected " + folder + " to be a folder, got " + got;
    }
    return e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
  }

  static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
