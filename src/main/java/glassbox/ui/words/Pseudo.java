package glassbox.ui.words;

import java.util.Properties;

/** English made longer and strange: see {@link Language#PSEUDO}. */
final class Pseudo {
  private static final String PLAIN = "aceinosuyAEINOSU";
  private static final String STRANGE = "áçéíñóšúýÁÉÍÑÓŠÚ";
  private static final double LONGER = 0.4;

  private Pseudo() {}

  static Properties of(Properties english) {
    Properties strange = new Properties();
    english.forEach((key, pattern) -> strange.setProperty((String) key, of((String) pattern)));
    return strange;
  }

  /** In brackets; the tail is broken as words are. */
  static String of(String pattern) {
    StringBuilder text = new StringBuilder("[");
    int depth = 0;
    int letters = 0;
    for (char sign : pattern.toCharArray()) {
      depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
      letters += depth == 0 ? 1 : 0;
      int known = depth == 0 ? PLAIN.indexOf(sign) : -1;
      text.append(known < 0 ? sign : STRANGE.charAt(known));
    }
    int more = Math.max(0, (int) Math.ceil(LONGER * letters) - 2);
    return text.append("~~~ ".repeat(more / 4 + 1), 0, more).append(']').toString();
  }
}
