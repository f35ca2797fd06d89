package glassbox.format;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The program's own typeface for pictures, in the weights and sizes that they use. */
final class Typeface {
  private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);
  private static @Nullable Typeface loaded;

  private final Font regular;
  private final Font semiBold;
  private final Font bold;

  private Typeface() throws IOException {
    regular = font("Regular");
    semiBold = font("SemiBold");
    bold = font("Bold");
  }

  /**
   * The typeface, loaded once.
   *
   * @throws IOException in one line, where this Java cannot draw text at all
   */
  static synchronized Typeface load() throws IOException {
    if (loaded == null) {
      SystemFonts.require();
      loaded = new Typeface();
    }
    return loaded;
  }

  Font regular(float size) {
    return regular.deriveFont(size);
  }

  Font semiBold(float size) {
    return semiBold.deriveFont(size);
  }

  /** For what stands beside things: axes, notes. */
  Ink caption() {
    return new Ink(regular(12), Palette.MUTED);
  }

  /** For what explains. */
  Ink note() {
    return new Ink(regular(14), Palette.MUTED);
  }

  /** For the name of a part of a picture. */
  Ink title() {
    return new Ink(semiBold(16), Palette.TEXT);
  }

  /** For the name of a whole picture. */
  Ink heading() {
    return new Ink(semiBold(18), Palette.TEXT);
  }

  /** For a large current value. */
  Ink value() {
    return new Ink(bold.deriveFont(26f), Palette.TEXT);
  }

  private static Font font(String weight) throws IOException {
    try (InputStream in = open(weight)) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (FontFormatException | IOException e) {
      throw new IOException(
          "cannot read the typeface, %s, expected a temporary folder to unpack it into, got: %s"
              .formatted(System.getProperty("java.io.tmpdir"), e.getMessage()),
          e);
    }
  }

  /** The font file that comes with the program. */
  static InputStream open(String weight) throws IOException {
    String resource = "/glassbox/ui/fonts/GlassboxInter-" + weight + ".otf";
    InputStream in = Typeface.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IOException(
          "cannot find the typeface, " + resource + ", expected it in the program");
    }
    return in;
  }

  /** The font, or the machine's own where the text has signs that the font lacks. */
  static Font covering(String text, Font font) {
    return font.canDisplayUpTo(text) < 0
        ? font
        : new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(font.getSize2D());
  }

  /** The width of a text in pixels, rounded up. */
  static int width(String text, Font font) {
    return (int) Math.ceil(covering(text, font).getStringBounds(text, MEASURE).getWidth());
  }

  /** The text, or its beginning with an ellipsis, at most so many pixels wide. */
  static String fitted(String text, Font font, int width) {
    if (width(text, font) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 0 && width(text.substring(0, end).strip() + "…", font) > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).strip() + "…";
  }
}
