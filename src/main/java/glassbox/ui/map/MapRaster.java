package glassbox.ui.map;

import glassbox.data.ImageSet;
import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * The map's dots and images as the screen's own pixels: ten thousand marks cost a millisecond or
 * two, as shapes they would cost a frame.
 */
final class MapRaster {
  private final int width;
  private final int height;
  private final int[] pixels;
  private final PixelBuffer<IntBuffer> buffer;
  private final Image image;

  MapRaster(int width, int height) {
    this.width = width;
    this.height = height;
    pixels = new int[width * height];
    buffer =
        new PixelBuffer<>(
            width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
    image = new WritableImage(buffer);
  }

  boolean is(int wantedWidth, int wantedHeight) {
    return width == wantedWidth && height == wantedHeight;
  }

  /** Begins anew. */
  void clear(Color background) {
    Arrays.fill(pixels, argb(background));
  }

  static int argb(Color colour) {
    return 0xff000000
        | (int) Math.round(255 * colour.getRed()) << 16
        | (int) Math.round(255 * colour.getGreen()) << 8
        | (int) Math.round(255 * colour.getBlue());
  }

  /**
   * Lays a mark over what is there.
   *
   * @param x its middle
   * @param opacity in [0, 256]
   */
  void mark(Stamp stamp, double x, double y, int argb, int opacity) {
    int left = (int) Math.floor(x) - stamp.side / 2;
    int top = (int) Math.floor(y) - stamp.side / 2;
    if (left < 0 || top < 0 || left + stamp.side > width || top + stamp.side > height) {
      return;
    }
    for (int row = 0, from = 0; row < stamp.side; row++) {
      int at = (top + row) * width + left;
      for (int column = 0; column < stamp.side; column++, from++, at++) {
        int cover = stamp.cover[from] * opacity >> 8;
        if (cover > 0) {
          pixels[at] = between(pixels[at], argb, cover);
        }
      }
    }
  }

  private static int between(int below, int above, int cover) {
    int rest = 255 - cover;
    int red = (below >> 16 & 0xff) * rest + (above >> 16 & 0xff) * cover;
    int green = (below >> 8 & 0xff) * rest + (above >> 8 & 0xff) * cover;
    int blue = (below & 0xff) * rest + (above & 0xff) * cover;
    return 0xff000000 | red / 255 << 16 | green / 255 << 8 | blue / 255;
  }

  /** A filled box, as far as it is in the picture. */
  void box(int left, int top, int boxWidth, int boxHeight, int argb) {
    int from = Math.clamp(left, 0, width);
    int to = Math.clamp(left + boxWidth, 0, width);
    for (int y = Math.max(0, top); y < Math.min(height, top + boxHeight); y++) {
      Arrays.fill(pixels, y * width + from, y * width + Math.max(from, to), argb);
    }
  }

  /** An image by a whole multiple, as far as it is in the picture. */
  void picture(ImageSet set, int number, int left, int top, int multiple) {
    for (int row = 0; row < set.height() * multiple; row++) {
      int y = top + row;
      for (int column = 0; y >= 0 && y < height && column < set.width() * multiple; column++) {
        int x = left + column;
        if (x >= 0 && x < width) {
          int gray = set.pixel(number, row / multiple, column / multiple);
          pixels[y * width + x] = 0xff000000 | gray << 16 | gray << 8 | gray;
        }
      }
    }
  }

  /** The finished picture. */
  Image image() {
    buffer.updateBuffer(all -> null);
    return image;
  }
}
