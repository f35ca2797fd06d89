package glassbox.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces several files of a folder that only make sense together. All are written beside their
 * places first; then a list of what is to be done is, and from there on a program that is killed
 * leaves something that {@link #finish} brings to its end.
 */
public final class FileGroup {
  private static final String LIST = ".replacing";
  private static final char PUT = '+';
  private static final char DELETE = '-';

  private FileGroup() {}

  /**
   * Writes files.
   *
   * @param files contents by name; null deletes a file
   */
  public static void replace(Path folder, Map<String, byte @Nullable []> files) throws IOException {
    Files.createDirectories(folder);
    finish(folder);
    List<String> list = new ArrayList<>();
    for (Map.Entry<String, byte @Nullable []> file : files.entrySet()) {
      byte[] content = file.getValue();
      if (content != null) {
        AtomicFiles.write(beside(folder, file.getKey()), out -> out.write(content));
      }
      list.add((content == null ? DELETE : PUT) + file.getKey());
    }
    AtomicFiles.write(folder.resolve(LIST), String.join("\n", list));
    finish(folder);
  }

  private static Path beside(Path folder, String name) {
    return folder.resolve("." + name + ".new");
  }

  /** Does what is left of a replacement that was cut off; nothing where there is none. */
  public static void finish(Path folder) throws IOException {
    if (!Files.exists(folder.resolve(LIST))) {
      return;
    }
    for (String line : Files.readAllLines(folder.resolve(LIST))) {
      String name = line.substring(1);
      Path written = beside(folder, name);
      if (line.charAt(0) == DELETE) {
        Files.deleteIfExists(folder.resolve(name));
      } else if (Files.exists(written)) {
        AtomicFiles.move(written, folder.resolve(name));
      }
    }
    Files.delete(folder.resolve(LIST));
  }
}
