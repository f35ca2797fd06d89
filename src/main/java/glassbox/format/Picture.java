package glassbox.format;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture in the making: a page with cards on it, and text placed by its left, middle or right.
 */
final class Picture {
  /** From the picture's edge to a card, and from a card's edge to what is in it. */
  static final int MARGIN = 16;

  private static final int RADIUS = 12;

  private final BufferedImage image;
  private final Graphics2D graphics;

  Picture(int width, int height) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    hint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    hint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    hint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    hint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Palette.BACKGROUND);
    graphics.fillRect(0, 0, width, height);
  }

  private void hint(RenderingHints.Key key, Object value) {
    graphics.setRenderingHint(key, value);
  }

  /** Draws on this picture. */
  Graphics2D graphics() {
    return graphics;
  }

  BufferedImage image() {
    return image;
  }

  int width() {
    return image.getWidth();
  }

  int height() {
    return image.getHeight();
  }

  /** A white card with a thin border. */
  void card(Rectangle place) {
    box(place, Palette.LINE, RADIUS);
    Rectangle inside = new Rectangle(place);
    inside.grow(-1, -1);
    box(inside, Palette.CARD, RADIUS - 1);
  }

  /** A card that leaves only the margin free. */
  void card() {
    card(new Rectangle(MARGIN, MARGIN, width() - 2 * MARGIN, height() - 2 * MARGIN));
  }

  /** A filled box with round corners. */
  void box(Rectangle place, Color color, int radius) {
    graphics.setColor(color);
    graphics.fillRoundRect(place.x, place.y, place.width, place.height, 2 * radius, 2 * radius);
  }

  /** Text that starts at x; returns where it ends. */
  int text(String text, int x, int baseline, Ink ink) {
    write(text, x, baseline, ink);
    return x + Typeface.width(text, ink.font());
  }

  /** Text that ends at x. */
  void textRight(String text, int x, int baseline, Ink ink) {
    write(text, x - Typeface.width(text, ink.font()), baseline, ink);
  }

  /** Text around x. */
  void textCentered(String text, int x, int baseline, Ink ink) {
    write(text, x - Typeface.width(text, ink.font()) / 2f, baseline, ink);
  }

  /** Text that starts at x and rises by 45 degrees. */
  void textRising(String text, int x, int baseline, Ink ink) {
    AffineTransform level = graphics.getTransform();
    graphics.rotate(-Math.PI / 4, x, baseline);
    write(text, x, baseline, ink);
    graphics.setTransform(level);
  }

  private void write(String text, float x, float baseline, Ink ink) {
    graphics.setFont(Typeface.covering(text, ink.font()));
    graphics.setColor(ink.color());
    graphics.drawString(text, x, baseline);
  }

  /** Writes the finished picture as PNG. */
  void write(Path file) throws IOException {
    graphics.dispose();
    AtomicFiles.write(
        file,
        out -> {
          try (MemoryCacheImageOutputStream png = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(image, "png", png)) {
              throw new IOException("cannot write %s, this Java has no PNG writer".formatted(file));
            }
          }
        });
  }
}
