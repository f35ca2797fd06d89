package glassbox.ui.words;

/**
 * Texts with places for values: {@code {0}} is the first value, <code>{0:image|images}</code> the
 * word that goes with it as a number. No other sign has a meaning, so that translators can write
 * apostrophes and all else as they are.
 */
final class Pattern {
  private Pattern() {}

  /** The text with its values. A place without a value stays, to be seen. */
  static String fill(String pattern, Language language, Object... values) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', at)) {
      int close = pattern.indexOf('}', open);
      if (close < 0) {
        break;
      }
      text.append(pattern, at, open);
      text.append(place(pattern.substring(open + 1, close), language, values));
      at = close + 1;
    }
    return text.append(pattern, at, pattern.length()).toString();
  }

  private static String place(String inside, Language language, Object[] values) {
    int colon = inside.indexOf(':');
    String number = colon < 0 ? inside : inside.substring(0, colon);
    int index = number.matches("[0-9]") ? number.charAt(0) - '0' : values.length;
    if (index >= values.length) {
      return '{' + inside + '}';
    }
    return colon < 0
        ? shown(values[index], language)
        : chosen(inside.substring(colon + 1).split("\\|", -1), values[index], language);
  }

  private static String chosen(String[] forms, Object value, Language language) {
    int form = value instanceof Number number ? language.form(number.doubleValue()) : 1;
    return forms[Math.min(form, forms.length - 1)];
  }

  private static String shown(Object value, Language language) {
    return switch (value) {
      case Integer whole -> Figures.grouped(whole, language);
      case Long whole -> Figures.grouped(whole, language);
      default -> String.valueOf(value);
    };
  }
}
