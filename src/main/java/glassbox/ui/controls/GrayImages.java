package glassbox.ui.controls;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * Gray pixels as crisp pictures: every pixel a square of whole size, never blurred or recoloured.
 */
public final class GrayImages {
  private GrayImages() {}

  /** Pixels (0 black to 255 white, row by row) enlarged by a whole multiple. */
  public static Image enlarged(byte[] pixels, int height, int width, int multiple) {
    int wide = width * multiple;
    int[] colours = new int[wide * height * multiple];
    for (int row = 0; row < height * multiple; row++) {
      for (int column = 0; column < wide; column++) {
        int gray = pixels[row / multiple * width + column / multiple] & 0xff;
        colours[row * wide + column] = 0xff000000 | gray << 16 | gray << 8 | gray;
      }
    }
    WritableImage image = new WritableImage(wide, height * multiple);
    image
        .getPixelWriter()
        .setPixels(
            0, 0, wide, height * multiple, PixelFormat.getIntArgbInstance(), colours, 0, wide);
    return image;
  }
}
