package glassbox.ui.curves;

import java.util.Arrays;
import java.util.function.DoublePredicate;

/**
 * A picture of pixels, 0xAARRGGBB with the colours multiplied by alpha, on which lines over time
 * are drawn column by column. A chart's general path renderer takes a hundred times as long for a
 * noisy line of a thousand points, which is what training draws. Columns lie one after the other:
 * strokes go along them, and a vector of pixels is mixed at a time.
 */
final class Raster {
  /** Square tiles of so many pixels a side fit into the fastest cache, by rows and by columns. */
  private static final int TILE = 16;

  private final int width;
  private final int height;
  private final int[] pixels;

  Raster(int width, int height) {
    this.width = width;
    this.height = height;
    pixels = new int[width * height];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Gives the pixels row by row from the top, as a screen wants them. */
  void copyRowsTo(int[] rows) {
    for (int x0 = 0; x0 < width; x0 += TILE) {
      for (int y0 = 0; y0 < height; y0 += TILE) {
        copyTile(x0, y0, rows);
      }
    }
  }

  private void copyTile(int x0, int y0, int[] rows) {
    int behindX = Math.min(width, x0 + TILE);
    int behindY = Math.min(height, y0 + TILE);
    for (int y = y0; y < behindY; y++) {
      for (int x = x0; x < behindX; x++) {
        rows[y * width + x] = pixels[x * height + y];
      }
    }
  }

  /** Becomes the same picture as another one of the same size. */
  void copyFrom(Raster other) {
    System.arraycopy(other.pixels, 0, pixels, 0, pixels.length);
  }

  void clear() {
    Arrays.fill(pixels, 0);
  }

  /** Covers a column from one height to another, softly at both ends. */
  void span(int x, double top, double bottom, int argb) {
    double from = Math.max(0, top);
    double to = Math.min(height, bottom);
    if (from >= to) {
      return;
    }
    int first = (int) Math.ceil(from);
    int last = (int) to;
    if (first > last) { // within one pixel
      cover(x, last, to - from, argb);
      return;
    }
    if (first > from) {
      cover(x, first - 1, first - from, argb);
    }
    fill(x, first, last, argb);
    if (last < to) {
      cover(x, last, to - last, argb);
    }
  }

  /** Covers whole pixels; noisy lines are mostly made of them. */
  private void fill(int x, int first, int last, int argb) {
    int alpha = weight(argb >>> 24);
    int even = (argb & 0xff00ff) * alpha >>> 8 & 0xff00ff;
    int odd = (0xff0000 | argb >> 8 & 0xff) * alpha & 0xff00ff00;
    int over = even | odd;
    int rest = 256 - alpha;
    int end = x * height + last;
    for (int i = x * height + first; i < end; i++) {
      pixels[i] = over + faded(pixels[i], rest);
    }
  }

  /**
   * Draws a straight line of a thickness through one column. The share of the column that the line
   * covers at a height is a trapezoid over that height, so steep lines are as smooth as flat ones.
   *
   * @param left height at the column's left edge
   * @param right height at its right edge
   * @param drawn whether there is a dash so many pixels along the line after the left edge
   */
  void line(int x, double left, double right, double thickness, int argb, DoublePredicate drawn) {
    double rise = Math.abs(right - left);
    double length = Math.hypot(1, rise);
    double half = thickness / 2 * Math.sqrt(1 + rise * rise);
    double ramp = Math.max(1, rise);
    double most = Math.min(1, 2 * half / ramp);
    double middle = (left + right) / 2;
    double reach = half + ramp / 2;
    int last = (int) Math.min(height, Math.ceil(middle + reach));
    for (int y = (int) Math.max(0, Math.floor(middle - reach)); y < last; y++) {
      double part = rise < 1 ? 0.5 : (y + 0.5 - left) / (right - left);
      if (drawn.test(part * length)) {
        cover(x, y, Math.min(most, (reach - Math.abs(y + 0.5 - middle)) / ramp), argb);
      }
    }
  }

  /** A filled diamond around a point. */
  void diamond(double x, double y, double radius, int argb) {
    for (int row = (int) Math.floor(y - radius); row <= y + radius; row++) {
      for (int column = (int) Math.floor(x - radius); column <= x + radius; column++) {
        double distance = Math.abs(column + 0.5 - x) + Math.abs(row + 0.5 - y);
        if (row >= 0 && row < height && column >= 0 && column < width) {
          cover(column, row, Math.min(1, radius + 0.5 - distance), argb);
        }
      }
    }
  }

  /** Lays a colour over a pixel, as much of it as the share says. */
  private void cover(int x, int y, double share, int argb) {
    int alpha = (int) ((argb >>> 24) * share + 0.5);
    if (alpha <= 0) {
      return;
    }
    int weight = weight(alpha);
    int even = (argb & 0xff00ff) * weight >>> 8 & 0xff00ff;
    int odd = (0xff0000 | argb >> 8 & 0xff) * weight & 0xff00ff00;
    int i = x * height + y;
    pixels[i] = (even | odd) + faded(pixels[i], 256 - weight);
  }

  /** An alpha from 0 to 255 as a share of 256, so that a shift divides. */
  private static int weight(int alpha) {
    return alpha + (alpha >> 7);
  }

  /** A pixel of which a share of 256 is left; two of its four bytes at a time. */
  private static int faded(int pixel, int rest) {
    return ((pixel & 0xff00ff) * rest >>> 8 & 0xff00ff)
        | ((pixel >>> 8 & 0xff00ff) * rest & 0xff00ff00);
  }
}
