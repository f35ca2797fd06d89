package glassbox.data;

import glassbox.linalg.Matrix;
import glassbox.linalg.NonZeros;
import glassbox.linalg.RandomStream;

/**
 * Fills batches with changed images. What becomes of an image depends on the seed, the purpose and
 * its number alone. For one thread at a time.
 */
public final class Augmenter {
  /** Numbers that a step has: the largest batch. */
  public static final long PER_STEP = 65_536;

  /** Images looked at to measure how much of them is black. */
  private static final int SAMPLE = 200;

  private final Augmentation augmentation;
  private final ImageSet images;
  private final RandomStream random;
  private final Distortion distortion;
  private final Resampler resampler;
  private final boolean sparse;

  /**
   * An augmenter of square images.
   *
   * @param purpose what for, such as {@code "augmentation"}: others draw other numbers
   */
  public Augmenter(Augmentation augmentation, ImageSet images, long seed, String purpose) {
    augmentation.requireFits(images);
    this.augmentation = augmentation;
    this.images = images;
    random = RandomStream.of(seed, purpose, 0);
    int side = images.width();
    ElasticFields fields = new ElasticFields(seed, side);
    distortion = new Distortion(augmentation, side, fields.count());
    resampler = new Resampler(side, fields);
    sparse =
        images.pixelsPerImage() % NonZeros.GROUP == 0 && share() <= NonZeroPixels.WORTH_SKIPPING;
  }

  public Augmentation augmentation() {
    return augmentation;
  }

  /** A matrix for batches of so many changed images; sparse where most pixels are black. */
  public Matrix batchMatrix(int mostImages) {
    int pixels = images.pixelsPerImage();
    return sparse ? Matrix.sparse(mostImages, pixels) : new Matrix(mostImages, pixels);
  }

  /** Which share of the groups of four pixels is not black, in a sample of changed images. */
  private double share() {
    int step = Math.max(1, images.count() / SAMPLE);
    long kept = 0;
    long all = 0;
    for (int image = 0; image < images.count(); image += step) {
      draw(image, image, 1);
      float[] picture = resampler.picture();
      for (int p = 0; p < picture.length; p += NonZeros.GROUP) {
        kept += picture[p] + picture[p + 1] + picture[p + 2] + picture[p + 3] > 0 ? 1 : 0;
        all++;
      }
    }
    return (double) kept / all;
  }

  /**
   * Fills a matrix with changed images as value/255, one a row.
   *
   * @param which the images, in [start, start + n)
   * @param firstNumber of the first row; the others count on
   * @param strength by what the strengths are multiplied, in [0, 1]
   */
  public void fill(Matrix x, int[] which, int start, int n, long firstNumber, double strength) {
    x.withRows(n);
    NonZeros rows = x.refill();
    images.touch(which, start, n);
    for (int i = 0; i < n; i++) {
      draw(which[start + i], firstNumber + i, strength);
      if (rows != null) {
        rows.addRow(resampler.picture(), resampler.start(), resampler.end());
      } else {
        int size = images.pixelsPerImage();
        System.arraycopy(resampler.picture(), 0, x.values(), i * size, size);
      }
    }
    if (rows != null) {
      rows.fillUp();
    }
  }

  /** One changed image as value/255, row by row. */
  public float[] picture(int image, long number, double strength) {
    draw(image, number, strength);
    return resampler.picture().clone();
  }

  private void draw(int image, long number, double strength) {
    random.restart(number);
    distortion.draw(random, strength);
    resampler.draw(images.bytes(), images.firstByte(image), distortion);
  }
}
