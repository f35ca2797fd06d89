package glassbox.data;

import java.util.Arrays;

/**
 * How the images of a data set sit in their frame. In MNIST (LeCun et al. 1998) the ink is scaled
 * to a box of 20x20 pixels and placed with its centre of mass in the middle of 28x28; the clothes
 * of Fashion-MNIST fill the frame from side to side.
 *
 * @param height of an image, in pixels
 * @param width of an image, in pixels
 * @param boxHeight the ink is at most so high
 * @param boxWidth the ink is at most so wide
 * @param centred whether the centre of mass is in the middle
 */
public record Framing(int height, int width, int boxHeight, int boxWidth, boolean centred) {
  private static final int MOST_LOOKED_AT = 1000;
  private static final int MOST_PIXELS = 4_000_000;
  private static final double CENTRED_WITHIN = 0.75; // pixels: whole ones, diagonally

  public Framing {
    if (boxHeight < 1 || boxHeight > height || boxWidth < 1 || boxWidth > width) {
      throw new IllegalArgumentException(
          "box must be in a frame of %d x %d, got %d x %d"
              .formatted(height, width, boxHeight, boxWidth));
    }
  }

  /** That of MNIST, in proportion to an image's size. */
  public static Framing likeMnist(int height, int width) {
    return new Framing(height, width, share(height, 20 / 28.0), share(width, 20 / 28.0), true);
  }

  /**
   * What the first images show: how large the ink of most is, and whether nearly all are centred.
   */
  public static Framing of(ImageSet images) {
    int most = Math.clamp(MOST_PIXELS / images.pixelsPerImage(), 1, MOST_LOOKED_AT);
    int count = Math.min(images.count(), most);
    double[] extents = new double[count];
    double[] offsets = new double[count];
    int inked = 0;
    for (int i = 0; i < count; i++) {
      Picture image = new Picture(images.image(i), images.height(), images.width());
      Ink ink = Ink.of(image);
      if (!ink.isEmpty()) {
        extents[inked] = ink.extent(image);
        offsets[inked++] = ink.offset(image);
      }
    }
    return inked == 0
        ? likeMnist(images.height(), images.width())
        : of(images, quantile(0.5, extents, inked), quantile(0.9, offsets, inked));
  }

  private static Framing of(ImageSet images, double extent, double offset) {
    int height = images.height();
    int width = images.width();
    boolean centred = offset <= CENTRED_WITHIN;
    return new Framing(height, width, share(height, extent), share(width, extent), centred);
  }

  private static int share(int side, double share) {
    return Math.clamp(Math.round(side * share), 1, side);
  }

  private static double quantile(double share, double[] values, int count) {
    Arrays.sort(values, 0, count);
    return values[(int) (share * count)];
  }
}
