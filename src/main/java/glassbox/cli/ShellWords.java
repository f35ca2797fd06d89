package glassbox.cli;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Command lines as a POSIX shell reads them. */
final class ShellWords {
  private ShellWords() {}

  /** A line that a shell splits into exactly these words. */
  static String line(List<String> words) {
    return words.stream().map(ShellWords::quoted).collect(joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./,:@%+-][A-Za-z0-9_./,:@%+=-]*")
        ? word
        : "'" + word.replace("'", "'\\''") + "'";
  }
}
