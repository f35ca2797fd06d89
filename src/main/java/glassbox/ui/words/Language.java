package glassbox.ui.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that the window speaks. */
public enum Language {
  ENGLISH("en", "English", Locale.ENGLISH),
  GERMAN("de", "Deutsch", Locale.GERMANY),
  FRENCH("fr", "Français", Locale.FRANCE),
  SPANISH("es", "Español", Locale.of("es", "ES")),
  CHINESE("zh", "简体中文", Locale.SIMPLIFIED_CHINESE),
  /**
   * English, lengthened by 40 % and with accents: shows which words are not in the files yet, and
   * which do not fit. For those who work on the window.
   */
  PSEUDO("en-XA", "[Ƥşéúðó]", Locale.ENGLISH);

  private final String code;
  private final String title;
  private final Locale locale;

  Language(String code, String title, Locale locale) {
    this.code = code;
    this.title = title;
    this.locale = locale;
  }

  /** As in {@code -Dglassbox.language}, in settings and as the name of its folder. */
  public String code() {
    return code;
  }

  /** What those who speak it call it. */
  public String title() {
    return title;
  }

  /** How it writes numbers and dates. */
  public Locale locale() {
    return locale;
  }

  /** The family of the font that has its signs; both come with the program. */
  public String typeface() {
    return this == CHINESE ? "Glassbox Sans SC" : "Glassbox Inter";
  }

  /** Those that a user can choose. */
  public static List<Language> offered() {
    return Arrays.stream(values()).filter(each -> each != PSEUDO).toList();
  }

  /** By its code; country and script do not matter: "de-AT" is German. */
  public static Optional<Language> byCode(String code) {
    if (code.equals(PSEUDO.code)) {
      return Optional.of(PSEUDO);
    }
    String spoken = Locale.forLanguageTag(code.replace('_', '-')).getLanguage();
    return offered().stream().filter(each -> each.code.equals(spoken)).findFirst();
  }

  /**
   * The language to start with: that of the system property {@code glassbox.language}, else the one
   * that is remembered, else the system's, else English.
   *
   * @param remembered a code, empty for none
   */
  public static Language atStart(String remembered) {
    return byCode(System.getProperty("glassbox.language", ""))
        .or(() -> byCode(remembered))
        .or(() -> byCode(Locale.getDefault(Locale.Category.DISPLAY).toLanguageTag()))
        .orElse(ENGLISH);
  }

  /** Which of two forms goes with a number, by the rules of Unicode's CLDR: 0 is one, 1 other. */
  int form(double number) {
    return switch (this) {
      case CHINESE -> 1;
      case FRENCH -> Math.abs(number) < 2 ? 0 : 1;
      default -> Math.abs(number) == 1 ? 0 : 1;
    };
  }

  @Override
  public String toString() {
    return title;
  }
}
