package glassbox.data;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** The gray levels of a decoded picture. */
final class GrayLevels {
  private static final int WHITE = 255;

  private GrayLevels() {}

  static Picture of(BufferedImage image) {
    return new Picture(
        isGray(image.getColorModel(), image.getRaster()) ? stored(image) : luminances(image),
        image.getHeight(),
        image.getWidth());
  }

  private static boolean isGray(ColorModel colours, Raster raster) {
    boolean whole =
        raster.getTransferType() == DataBuffer.TYPE_BYTE
            || raster.getTransferType() == DataBuffer.TYPE_USHORT;
    return whole
        && !(colours instanceof IndexColorModel)
        && colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  /**
   * The numbers as they stand in the file. Asked for colours, Java takes them for linear light and
   * brightens them.
   */
  private static byte[] stored(BufferedImage image) {
    Raster raster = image.getRaster();
    int largest = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
    boolean hasAlpha = raster.getNumBands() > 1;
    byte[] gray = new byte[image.getHeight() * image.getWidth()];
    for (int i = 0; i < gray.length; i++) {
      int x = i % image.getWidth();
      int y = i / image.getWidth();
      float level = (float) raster.getSample(x, y, 0) / largest;
      float alpha = hasAlpha ? (float) raster.getSample(x, y, 1) / largest : 1;
      gray[i] = (byte) Math.round(WHITE * (alpha * level + 1 - alpha));
    }
    return gray;
  }

  private static byte[] luminances(BufferedImage image) {
    int width = image.getWidth();
    byte[] gray = new byte[image.getHeight() * width];
    int[] row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        gray[y * width + x] = (byte) Picture.luminance(row[x]);
      }
    }
    return gray;
  }
}
