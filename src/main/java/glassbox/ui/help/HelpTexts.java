package glassbox.ui.help;

import glassbox.ui.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The help's texts, by name. */
final class HelpTexts {
  private HelpTexts() {}

  /**
   * A text in Markdown, in the language of the window, or in English where it is not translated.
   *
   * @throws IllegalArgumentException where there is none of this name
   */
  static String read(String name) {
    try (InputStream in = find(name)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no help on " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable InputStream find(String name) {
    InputStream translated =
        HelpTexts.class.getResourceAsStream(Words.language().code() + "/" + name + ".md");
    return translated == null
        ? HelpTexts.class.getResourceAsStream("en/" + name + ".md")
        : translated;
  }
}
