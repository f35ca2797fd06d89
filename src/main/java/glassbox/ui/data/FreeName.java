package glassbox.ui.data;

import glassbox.ui.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;

/** Names for new folders. */
final class FreeName {
  private static final String ALLOWED = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._()+-]{0,79}";

  private FreeName() {}

  /** A name like that of a folder or archive, which no data set has yet. */
  static String of(Path source, Path folder) {
    String plain =
        String.valueOf(source.getFileName())
            .replaceFirst("(?i)\\.(zip|tgz|tar\\.gz)$", "")
            .replaceAll("[^\\p{L}\\p{N} ._()+-]", "-")
            .replaceFirst("^[^\\p{L}\\p{N}]+", "");
    String name = plain.isEmpty() ? "pictures" : plain.substring(0, Math.min(60, plain.length()));
    String free = name;
    for (int n = 2; Files.exists(folder.resolve(free)); n++) {
      free = name + "-" + n;
    }
    return free;
  }

  /** What is wrong with a name; empty for nothing. */
  static String problem(String name, Path folder) {
    String plain = name.strip();
    if (!plain.matches(ALLOWED)) {
      return Words.of("data.name.refused");
    }
    return Files.exists(folder.resolve(plain)) ? Words.of("data.name.taken") : "";
  }
}
