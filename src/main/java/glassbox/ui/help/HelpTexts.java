package glassbox.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The help's texts, by name. */
final class HelpTexts {
  private HelpTexts() {}

  /**
   * A text in Markdown.
   *
   * @throws IllegalArgumentException where there is none of this name
   */
  static String read(String name) {
    try (InputStream in = HelpTexts.class.getResourceAsStream("en/" + name + ".md")) {
      if (in == null) {
        throw new IllegalArgumentException("there is no help on " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
