package glassbox.ui.words;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Numbers, shares and dates as the chosen language writes them; from any thread. */
public final class Figures {
  private Figures() {}

  /** A whole number, its thousands in groups. */
  public static String count(long number) {
    return Words.made(() -> grouped(number, Words.language()));
  }

  static String grouped(long number, Language language) {
    return NumberFormat.getIntegerInstance(language.locale()).format(number);
  }

  /** A number with exactly so many digits behind the point. */
  public static String decimal(double number, int digits) {
    return Words.made(() -> format(number, digits, NumberFormat.getInstance(locale())));
  }

  /**
   * A share in percent.
   *
   * @param share 1 is 100 %
   * @param digits behind the point
   */
  public static String percent(double share, int digits) {
    return Words.made(() -> format(share, digits, NumberFormat.getPercentInstance(locale())));
  }

  /** A share in whole percent, rounded down, so that 100 % is said of nothing less. */
  public static String percentDown(double share) {
    return percent(Math.floor(100 * share) / 100, 0);
  }

  private static String format(double number, int digits, NumberFormat format) {
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    format.setRoundingMode(java.math.RoundingMode.HALF_UP);
    return format.format(number);
  }

  /** What {@link String#format} makes of it, with the language's decimal sign and groups. */
  public static String formatted(String format, Object... values) {
    return Words.made(() -> String.format(locale(), format, values));
  }

  /** A day and the time of it. */
  public static String time(Instant instant) {
    return Words.made(() ->
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale())
            .format(instant.atZone(ZoneId.systemDefault())));
  }

  private static Locale locale() {
    return Words.language().locale();
  }
}
