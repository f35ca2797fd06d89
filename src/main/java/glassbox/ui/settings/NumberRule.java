package glassbox.ui.settings;

import glassbox.ui.words.Typed;
import glassbox.ui.words.Words;
import java.util.Optional;

/**
 * Which numbers a setting takes.
 *
 * @param name of the setting, for words
 * @param whole whether it has no digits behind the point
 */
public record NumberRule(String name, double least, double most, boolean whole) {
  /** Why a text is no such number; empty where it is one. */
  Optional<String> problem(String text) {
    try {
      double value = value(text);
      boolean good = value >= least && value <= most && (!whole || value == Math.rint(value));
      return good ? Optional.empty() : Optional.of(refusal(text));
    } catch (NumberFormatException e) {
      return Optional.of(refusal(text));
    }
  }

  private String refusal(String text) {
    return Words.of(
        whole ? "settings.refused.whole" : "settings.refused.number",
        name,
        words(least),
        words(most),
        text.isBlank() ? Words.of("settings.refused.nothing") : text.strip());
  }

  /**
   * The number that a text says.
   *
   * @throws NumberFormatException where it says none
   */
  double value(String text) {
    return whole ? Typed.count(text) : Typed.number(text);
  }

  /** A number as one types it. */
  String words(double value) {
    return Typed.text(value);
  }
}
