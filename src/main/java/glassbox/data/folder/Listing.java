package glassbox.data.folder;

import glassbox.data.DatasetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** The names of what stands in a folder or an archive, with {@code /} between them. */
final class Listing {
  /** More are not looked at. */
  static final int MOST_FILES = 1_000_000;

  private static final int LONGEST_NAME = 200;
  private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp");

  private final String where;
  private final ImportProgress progress;
  private final Set<String> pictures = new HashSet<>();
  private final Set<String> folders = new HashSet<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private int seen;

  /**
   * Nothing yet.
   *
   * @param where the folder or archive, for errors
   */
  Listing(String where, ImportProgress progress) {
    this.where = where;
    this.progress = progress;
  }

  /** Notes a file by its name; whether it is one to be read shows the name alone. */
  void file(String name) throws DatasetException {
    count();
    String problem = problem(name);
    if (!problem.isEmpty()) {
      skipped.add(new Skipped(name, problem));
    } else if (!pictures.add(name)) {
      skipped.add(new Skipped(name, "a second file of this name"));
    }
  }

  /** Notes something that cannot be read. */
  void skip(String name, String why) throws DatasetException {
    count();
    skipped.add(new Skipped(name, why));
  }

  void folder(String name) throws DatasetException {
    count();
    if (!isHidden(name) && !isUnsafe(name)) {
      folders.add(name);
    }
  }

  private void count() throws DatasetException {
    if (++seen > MOST_FILES) {
      throw new DatasetException(
          "cannot import pictures",
          where,
          "expected at most %,d files and folders, got more".formatted(MOST_FILES));
    }
    if (!progress.goOn(seen, 0)) {
      throw new CancellationException();
    }
  }

  private static String problem(String name) {
    if (isUnsafe(name)) {
      return "a name that leads out of the archive";
    }
    if (isHidden(name)) {
      return "a hidden file";
    }
    if (Arrays.stream(name.split("/")).anyMatch(part -> part.length() > LONGEST_NAME)) {
      return "a name longer than %d characters".formatted(LONGEST_NAME);
    }
    return ENDINGS.contains(ending(name)) ? "" : "no picture (.png, .jpg, .jpeg, .gif, .bmp)";
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static boolean isUnsafe(String name) {
    return name.startsWith("/")
        || name.matches("[A-Za-z]:.*")
        || Arrays.asList(name.split("/")).contains("..");
  }

  /** Also what Macs put beside each file of an archive. */
  private static boolean isHidden(String name) {
    return Arrays.stream(name.split("/"))
        .anyMatch(part -> (part.startsWith(".") && !part.equals("..")) || part.equals("__MACOSX"));
  }

  /** The name of an archive's entry, without what means nothing. */
  static String plain(String entry) {
    String name =
        entry.replace('\\', '/').replaceAll("/{2,}", "/").replaceAll("(^|/)(\\./)+", "$1");
    return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }

  /** What may be pictures, as people sort them. */
  List<String> pictures() {
    return pictures.stream().sorted(NaturalOrder.INSTANCE).toList();
  }

  Set<String> folders() {
    return folders;
  }

  /** What is no picture, in the order in which it was found. */
  List<Skipped> skipped() {
    return skipped;
  }
}
