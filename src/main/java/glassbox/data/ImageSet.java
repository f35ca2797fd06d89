package glassbox.data;

import glassbox.linalg.Matrix;
import glassbox.linalg.NonZeros;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Gray images of one size with their labels, as unsigned bytes. Immutable; a slice shares its
 * parent's arrays.
 */
public final class ImageSet {
  /** value / 255 for every byte. */
  static final float[] SHARE = new float[256];

  static {
    for (int b = 0; b < 256; b++) {
      SHARE[b] = b / 255f;
    }
  }

  /** What slices share. */
  private static final class Pixels {
    final byte[] bytes;
    final int perImage;
    private boolean compacted;
    private @Nullable NonZeroPixels nonZero;
    private long checksum = -1;
    private int touched; // what was read for the sake of reading

    Pixels(byte[] bytes, int perImage) {
      this.bytes = bytes;
      this.perImage = perImage;
    }

    /** The compact form, made when first asked for; null where it is not worth it. */
    synchronized @Nullable NonZeroPixels nonZero() {
      if (!compacted) {
        nonZero = NonZeroPixels.of(bytes, perImage);
        compacted = true;
      }
      return nonZero;
    }
  }

  private final Pixels shared;
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
    this(new Pixels(pixels, height * width), labels, height, width, 0, labels.length);
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

  private ImageSet(Pixels shared, byte[] labels, int height, int width, int from, int count) {
    this.shared = shared;
    this.pixels = shared.bytes;
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
    return new ImageSet(shared, labels, height, width, from + start, end - start);
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

  /** The pixels of this set and of those beside it; not to be changed. */
  byte[] bytes() {
    return pixels;
  }

  /** Where an image begins in {@link #bytes}. */
  int firstByte(int image) {
    return (from + image) * pixelsPerImage();
  }

  /**
   * Reads a little of every image that is about to be needed: asked for at once they arrive
   * together from where they stand in the memory, one by one each would be waited for.
   */
  void touch(int[] which, int start, int n) {
    int seen = 0;
    for (int i = start; i < start + n; i++) {
      int end = firstByte(which[i]) + pixelsPerImage();
      for (int at = firstByte(which[i]); at < end; at += 64) { // a cache line
        seen += pixels[at];
      }
    }
    shared.touched = seen;
  }

  /** Makes now what the first {@link #batchMatrix} would otherwise have to make. */
  public void prepare() {
    shared.nonZero();
  }

  /** A matrix for batches of so many of these images; sparse where most pixels are black. */
  public Matrix batchMatrix(int mostImages) {
    return shared.nonZero() == null
        ? new Matrix(mostImages, pixelsPerImage())
        : Matrix.sparse(mostImages, pixelsPerImage());
  }

  /**
   * Fills a matrix made by {@link #batchMatrix} with images as value/255, one a row.
   *
   * @param which the images, in [start, start + n)
   */
  public void fill(Matrix x, int[] which, int start, int n) {
    x.withRows(n);
    NonZeros rows = x.refill();
    NonZeroPixels nonZero = rows == null ? null : shared.nonZero();
    if (nonZero != null) {
      nonZero.touch(which, start, n, from);
    }
    for (int i = 0; i < n; i++) {
      int image = which[start + i];
      if (rows != null && nonZero != null) {
        nonZero.addTo(rows, from + image, SHARE);
      } else {
        copyTo(image, x, i);
      }
    }
    if (rows != null) {
      rows.fillUp();
    }
  }

  /** Writes an image as value/255 into a row of a dense x [N x D]. */
  public void copyTo(int image, Matrix x, int row) {
    int size = pixelsPerImage();
    float[] target = x.values();
    int source = (from + image) * size;
    int at = row * size;
    for (int i = 0; i < size; i++) {
      target[at + i] = SHARE[pixels[source + i] & 0xff];
    }
  }

  /** How many images each of the C classes has. */
  public int[] countsOfClasses(int classes) {
    int[] counts = new int[classes];
    for (int i = 0; i < count; i++) {
      counts[label(i)]++;
    }
    return counts;
  }

  /** A checksum of all pixels and labels, also of those beside this slice. */
  long checksum() {
    synchronized (shared) {
      if (shared.checksum < 0) {
        CRC32C sum = new CRC32C();
        sum.update(shared.bytes);
        sum.update(labels);
        shared.checksum = sum.getValue();
      }
      return shared.checksum;
    }
  }
}
