package glassbox.ui.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the program can keep files in a folder that somebody has named. */
final class WritableFolder {
  private WritableFolder() {}

  /** Why not, in one line; empty where it can. Leaves nothing behind. */
  static Optional<String> problem(String folder) {
    try {
      return problem(Path.of(folder));
    } catch (InvalidPathException e) {
      return Optional.of("this is no folder's name: " + e.getReason());
    }
  }

  private static Optional<String> problem(Path folder) {
    if (!folder.isAbsolute()) {
      return Optional.of("a folder is named from the root on, got " + folder);
    }
    Path there = folder;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there == null || !Files.isDirectory(there)) {
      return Optional.of((there == null ? folder : there) + " is not a folder");
    }
    return isWritable(there) ? Optional.empty() : Optional.of("nothing can be written to " + there);
  }

  /** By doing it: permissions alone do not tell, such as on a disk that can only be read. */
  private static boolean isWritable(Path folder) {
    @Nullable Path probe = null;
    try {
      probe = Files.createTempFile(folder, ".glassbox", ".probe");
      return true;
    } catch (IOException | SecurityException e) {
      return false;
    } finally {
      delete(probe);
    }
  }

  private static void delete(@Nullable Path probe) {
    try {
      if (probe != null) {
        Files.deleteIfExists(probe);
      }
    } catch (IOException e) {
      System.getLogger(WritableFolder.class.getName())
          .log(System.Logger.Level.WARNING, "left behind: " + probe);
    }
  }
}
