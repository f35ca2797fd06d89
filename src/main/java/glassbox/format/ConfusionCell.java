package glassbox.format;

import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;

/**
 * How a cell of the confusion matrix looks: the diagonal neutral, mistakes the more orange the more
 * frequent, nothing a faint dot. Small cells have no number, the smallest no gap.
 *
 * @param side of the cell and its gap to the next, in pixels
 * @param mostMistakes the largest count off the diagonal
 */
record ConfusionCell(Typeface type, int side, int mostMistakes) {
  private static final int SMALLEST_WITH_NUMBER = 26;
  private static final Color FEW = new Color(0xfbeadd);
  private static final Color MANY = new Color(0xe0711c);

  void draw(Picture picture, int x, int y, int count, boolean diagonal) {
    int size = side - gap();
    if (count > 0 || diagonal) {
      Color color = diagonal ? Palette.NEUTRAL : orange(count);
      picture.box(new Rectangle(x, y, size, size), color, side >= 20 ? 4 : 0);
    }
    if (side >= SMALLEST_WITH_NUMBER) {
      String text = count == 0 ? "·" : Integer.toString(count);
      Font font = narrowed(text, size - 4);
      Ink ink = new Ink(font, count == 0 || diagonal ? Palette.MUTED : Palette.TEXT);
      picture.textCentered(text, x + size / 2, y + baseline(font, size), ink);
    }
  }

  private int gap() {
    return side >= 20 ? 2 : side >= 8 ? 1 : 0;
  }

  /** By the root, so that a single mistake is seen beside a frequent one. */
  private Color orange(int count) {
    return Palette.between(FEW, MANY, Math.sqrt((double) count / mostMistakes));
  }

  private Font narrowed(String text, int width) {
    Font font = type.regular((float) Math.clamp(side * 0.32, 9, 14));
    int needed = Typeface.width(text, font);
    return needed <= width ? font : font.deriveFont(font.getSize2D() * width / needed);
  }

  /**
   * Where text stands to be in the middle of so many pixels: digits are 0.73 of their size high.
   */
  static int baseline(Font font, int height) {
    return Math.round((height + 0.73f * font.getSize2D()) / 2);
  }
}
