package glassbox.cli;

import glassbox.format.RecipeSetting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * The values that a sweep gives one key, in the order in which they were named.
 *
 * @param key of the recipe, such as {@code optimizer.learningRate}
 */
record Variation(String key, List<String> values) {
  Variation {
    values = List.copyOf(values);
  }

  /** Reads {@code KEY=V1,V2,...}; a comma in brackets or quotation marks is part of a value. */
  static Variation parse(String text) throws BadInputException {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw refused(text, "expected KEY=VALUE,VALUE,...");
    }
    List<String> values = split(text.substring(equals + 1), text);
    if (new HashSet<>(values).size() < values.size()) {
      throw refused(text, "expected every value once");
    }
    return new Variation(text.substring(0, equals), values);
  }

  List<RecipeSetting> settings() {
    return values.stream().map(value -> new RecipeSetting(key, value)).toList();
  }

  private static List<String> split(String list, String where) throws BadInputException {
    List<String> values = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    boolean closedTooOften = false;
    int begin = 0;
    for (int i = 0; i <= list.length(); i++) {
      char c = i == list.length() ? ',' : list.charAt(i);
      if (quoted) {
        quoted = c != '"';
        i += c == '\\' ? 1 : 0;
      } else if (c == ',' && depth == 0) {
        values.add(value(list.substring(begin, i), where));
        begin = i + 1;
      } else {
        quoted = c == '"';
        depth += change(c);
        closedTooOften |= depth < 0;
      }
    }
    if (closedTooOften || quoted || depth != 0 || begin <= list.length()) {
      throw refused(where, "expected every bracket and quotation mark to be closed");
    }
    return values;
  }

  private static int change(char c) {
    return switch (c) {
      case '[', '{' -> 1;
      case ']', '}' -> -1;
      default -> 0;
    };
  }

  private static String value(String text, String where) throws BadInputException {
    if (text.isBlank()) {
      throw refused(where, "expected a value between commas, got nothing");
    }
    return text.strip();
  }

  private static BadInputException refused(String text, String why) {
    return new BadInputException("cannot vary", text, why);
  }
}
