package glassbox.ui.help;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the words of the field mean. In its text every entry begins with a heading; a first line in
 * emphasis, "also: …", names other words for the same.
 */
final class Glossary {
  private static final String ALSO = "*also: ";

  private final Map<String, Entry> byWord = new LinkedHashMap<>();
  private final List<Entry> entries = new ArrayList<>();

  /**
   * A word and what it means.
   *
   * @param markdown without the heading
   */
  record Entry(String word, List<String> also, String markdown) {}

  Glossary(String text) {
    for (String part : ("\n" + text).split("\n## ")) {
      int end = part.indexOf('\n');
      if (end > 0 && !part.startsWith("\n#")) {
        add(part.substring(0, end).strip(), part.substring(end).strip());
      }
    }
  }

  private void add(String word, String body) {
    List<String> also = List.of();
    String meaning = body;
    if (body.startsWith(ALSO)) {
      int end = body.indexOf('*', ALSO.length());
      also = List.of(body.substring(ALSO.length(), end).split(", "));
      meaning = body.substring(end + 1).strip();
    }
    Entry entry = new Entry(word, also, meaning);
    entries.add(entry);
    byWord.put(key(word), entry);
    also.forEach(other -> byWord.putIfAbsent(key(other), entry));
  }

  List<Entry> entries() {
    return entries;
  }

  /** The entry of a word as it stands in the window, however it is written there. */
  Optional<Entry> find(String word) {
    return Optional.ofNullable(byWord.get(key(word)));
  }

  /** "Learning rate", "learning-rate:" and "learningRate" are one word. */
  private static String key(String word) {
    return word.replaceAll("([a-z])([A-Z][a-z])", "$1 $2")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
