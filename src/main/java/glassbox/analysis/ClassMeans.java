package glassbox.analysis;

import glassbox.data.ImageSet;

/**
 * The mean image of each class: every pixel the rounded mean of that pixel in all images of the
 * class; black where a class has none.
 *
 * @param pixels [C x height * width] unsigned bytes; not to be changed
 */
public record ClassMeans(byte[][] pixels, int height, int width) {
  /** Adds up all images, once. */
  public static ClassMeans of(ImageSet images, int classes) {
    int perImage = images.pixelsPerImage();
    long[][] sums = new long[classes][perImage];
    for (int i = 0; i < images.count(); i++) {
      byte[] image = images.image(i);
      long[] sum = sums[images.label(i)];
      for (int p = 0; p < perImage; p++) {
        sum[p] += image[p] & 0xff;
      }
    }
    int[] counts = images.countsOfClasses(classes);
    byte[][] means = new byte[classes][perImage];
    for (int c = 0; c < classes; c++) {
      for (int p = 0; p < perImage && counts[c] > 0; p++) {
        means[c][p] = (byte) ((sums[c][p] + counts[c] / 2) / counts[c]);
      }
    }
    return new ClassMeans(means, images.height(), images.width());
  }
}
