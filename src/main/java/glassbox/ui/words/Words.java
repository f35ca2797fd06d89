package glassbox.ui.words;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the window says, in the language that is chosen. There is one choice in a process, as with
 * the JDK's own {@link java.util.Locale}; docs/decisions/0014 says why.
 *
 * <p>A text remembers what it was made of as long as somebody holds it: {@link #anew} gives the
 * same text in the language of now. So a window changes its language without being built again.
 */
public final class Words {
  private static final Origins ORIGINS = new Origins();
  private static final ObjectProperty<Language> LANGUAGE =
      new SimpleObjectProperty<>(null, "language", Language.atStart(""));
  private static volatile Dictionary dictionary = new Dictionary(LANGUAGE.get());

  static {
    // Of invalidation, and the first: whoever hears of another language may ask for its words.
    LANGUAGE.addListener(property -> dictionary = new Dictionary(LANGUAGE.get()));
  }

  private Words() {}

  /** The language that is spoken; to be set on the JavaFX thread. */
  public static ObjectProperty<Language> languageProperty() {
    return LANGUAGE;
  }

  /** The language that is spoken; from any thread. */
  public static Language language() {
    return dictionary.language();
  }

  /**
   * A text; from any thread.
   *
   * @param key the name of its file, a dot, and its name there
   * @param values for {@code {0}}, {@code {1}} and so on; whole numbers are grouped, and <code>
   *     {0:image|images}</code> chooses by one
   */
  public static String of(String key, Object... values) {
    Dictionary spoken = dictionary;
    String pattern = spoken.pattern(key);
    if (values.length == 0) {
      return ORIGINS.remember(pattern, () -> of(key));
    }
    return ORIGINS.remember(
        Pattern.fill(pattern, spoken.language(), values), () -> of(key, renewed(values)));
  }

  /** A text without values, where there is one of this key. */
  public static Optional<String> find(String key) {
    return dictionary.has(key) ? Optional.of(of(key)) : Optional.empty();
  }

  private static Object[] renewed(Object[] values) {
    Object[] now = values.clone();
    for (int i = 0; i < now.length; i++) {
      now[i] = now[i] instanceof String text ? anew(text) : now[i];
    }
    return now;
  }

  /** A text that is put together from others, and can be so again in another language. */
  public static String made(Supplier<String> by) {
    return ORIGINS.remember(by.get(), () -> made(by));
  }

  /** The same text in the language of now; what is no text of the window stays as it is. */
  public static String anew(String text) {
    Supplier<String> origin = ORIGINS.of(text);
    return origin == null ? text : origin.get();
  }

  /** The same where there may be none. */
  static @Nullable String renew(@Nullable String text) {
    return text == null ? null : anew(text);
  }
}
