package glassbox.data;

import glassbox.linalg.Matrix;

/**
 * Gray images of one size with their labels, as unsigned bytes. Immutable; a slice shares its
 * parent's arrays.
 */
public final class ImageSet {
  /** value / 255 for every byte. */
  private static final float[] SHARE = new float[256];

  static {
    for (int b = 0; b < 256; b++) {
      SHARE[b] = b / 255f;
    }
  }

  private final byte[] pixels;
  private final byte[] labels;
  private final int height;
  private final int width;
  private final int from;
  private final int count;

  /**
   * Wraps arrays that nobody changes any more.
   *
   * @param pixels count * height * width bytes, image after image, row by row
   * @param labels count bytes
   */
  public ImageSet(byte[] pixels, byte[] labels, int height, int width) {
    this(pixels, labels, height, width, 0, labels.length);
    if ((long) labels.length * height * width != pixels.length) {
      throw new IllegalArgumentException(
          "%d images of %dx%d need %d pixels, got %d"
              .formatted(
                  labels.length,
                  height,
                  width,
                  (long) labels.length * height * width,
                  pixels.length));
    }
  }

  private ImageSet(byte[] pixels, byte[] labels, int height, int width, int from, int count) {
    this.pixels = pixels;
    this.labels = labels;
    this.height = height;
    this.width = width;
    this.from = from;
    this.count = count;
  }

  /** The images [start, end) of this set. */
  public ImageSet slice(int start, int end) {
    if (start < 0 || end < start || end > count) {
      throw new IllegalArgumentException(
          "slice [%d, %d) of %d images".formatted(start, end, count));
    }
    return new ImageSet(pixels, labels, height, width, from + start, end - start);
  }

  public int count() {
    return count;
  }

  public int height() {
    return height;
  }

  public int width() {
    return width;
  }

  /** D: height * width. */
  public int pixelsPerImage() {
    return height * width;
  }

  /** The class of an image, in [0, 255]. */
  public int label(int image) {
    return labels[from + image] & 0xff;
  }

  /** One pixel in [0, 255]. */
  public int pixel(int image, int row, int column) {
    return pixels[((from + image) * height + row) * width + column] & 0xff;
  }

  /** A copy of one image, row by row. */
  public byte[] image(int image) {
    int at = (from + image) * pixelsPerImage();
    return java.util.Arrays.copyOfRange(pixels, at, at + pixelsPerImage());
  }

  /** Writes an image as value/255 into a row of x [N x D]. */
  public void copyTo(int image, Matrix x, int row) {
    int size = pixelsPerImage();
    float[] target = x.values();
    int source = (from + image) * size;
    int at = row * size;
    for (int i = 0; i < size; i++) {
      target[at + i] = SHARE[pixels[source + i] & 0xff];
    }
  }
}
