package glassbox.ui.words;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.regex.Pattern;

/**
 * Numbers as people type them: with the decimal sign of the chosen language or with a point, and
 * with thousands in groups. A point always parts decimals where nothing is counted.
 */
public final class Typed {
  private static final Pattern COMMA_GROUPS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");
  private static final Pattern POINT_GROUPS = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+(,\\d*)?");
  private static final Pattern SPACES =
      Pattern.compile("(?<=\\d)[\\s\u00a0\u202f'\u2019](?=\\d{3})");

  private Typed() {}

  /**
   * A number.
   *
   * @throws NumberFormatException where the text is none
   */
  public static double number(String text) {
    return Double.parseDouble(plain(text.strip(), false));
  }

  /**
   * A number that counts something, so that a point or a comma before three digits parts thousands.
   *
   * @throws NumberFormatException where the text is none
   */
  public static double count(String text) {
    return Double.parseDouble(plain(text.strip(), true));
  }

  /** A number as one would type it: as few digits as it takes, no groups. */
  public static String text(double number) {
    String plain = BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    return hasDecimalComma() ? plain.replace('.', ',') : plain;
  }

  private static String plain(String text, boolean counts) {
    String closed = SPACES.matcher(text).replaceAll("");
    if (hasDecimalComma()) {
      boolean groups = POINT_GROUPS.matcher(closed).matches();
      String ungrouped =
          groups && (counts || closed.contains(",")) ? closed.replace(".", "") : closed;
      return ungrouped.replace(',', '.');
    }
    return COMMA_GROUPS.matcher(closed).matches() ? closed.replace(",", "") : closed;
  }

  private static boolean hasDecimalComma() {
    return DecimalFormatSymbols.getInstance(Words.language().locale()).getDecimalSeparator() == ',';
  }
}
