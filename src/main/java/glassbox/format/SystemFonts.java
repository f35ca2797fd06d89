package glassbox.format;

import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes Java draw text where nothing is installed. On Linux without libfontconfig or without a
 * single font, Java refuses even fonts that a program brings along ("Fontconfig head is null").
 * There, and only there, it is told of one font by a font configuration file of its own.
 */
final class SystemFonts {
  private static final String HEADLESS = "java.awt.headless";
  private static final String CONFIGURATION = "sun.awt.fontconfig";
  private static final String NAME = "Glassbox Inter Regular";

  private SystemFonts() {}

  /**
   * Makes sure of fonts before the first text is drawn.
   *
   * @throws IOException in one line, where this Java cannot draw text
   */
  static void require() throws IOException {
    if (System.getProperty(HEADLESS) == null) {
      System.setProperty(HEADLESS, "true"); // pictures need no display, and no X11 libraries
    }
    if (!work() && !workWithOneFont()) {
      throw new IOException(
          "cannot draw pictures, this Java finds no fonts,"
              + " expected them after: apt-get install fontconfig fonts-dejavu-core libfreetype6");
    }
  }

  private static boolean workWithOneFont() throws IOException {
    System.setProperty(CONFIGURATION, configuration().toString());
    boolean work = work();
    if (!work) {
      System.clearProperty(CONFIGURATION);
    }
    return work;
  }

  /** Java looks for the system's fonts when one is first asked for, and again after a failure. */
  private static boolean work() {
    try {
      return !new Font(Font.DIALOG, Font.PLAIN, 12).getFamily().isEmpty();
    } catch (RuntimeException | Error e) {
      return false;
    }
  }

  private static Path configuration() throws IOException {
    try (InputStream in = Typeface.open("Regular")) {
      Path folder = Files.createTempDirectory("glassbox-fonts");
      Path font = folder.resolve("GlassboxInter-Regular.otf");
      Path file = folder.resolve("fontconfig.properties");
      List.of(folder, font, file).forEach(path -> path.toFile().deleteOnExit());
      Files.copy(in, font);
      return Files.writeString(file, configuration(font));
    } catch (IOException e) {
      throw new IOException(
          "cannot draw pictures, %s, expected a temporary folder for a font, got: %s"
              .formatted(System.getProperty("java.io.tmpdir"), e),
          e);
    }
  }

  private static String configuration(Path font) {
    StringBuilder text = new StringBuilder("version=1\nsequence.allfonts=latin-1\n");
    for (String family : List.of("dialog", "dialoginput", "serif", "sansserif", "monospaced")) {
      for (String style : List.of("plain", "bold", "italic", "bolditalic")) {
        text.append("%s.%s.latin-1=%s\n".formatted(family, style, NAME));
      }
    }
    return text.append("filename.%s=%s\n".formatted(NAME.replace(' ', '_'), font)).toString();
  }
}
