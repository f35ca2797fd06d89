package glassbox.data;

import glassbox.linalg.RandomStream;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Small data sets that are the same in every run. */
public final class SyntheticData {
  private SyntheticData() {}

  /**
   * Images of one random pattern for each class under noise of half its strength: easy to learn.
   * Image i is of class i mod classes.
   */
  public static ImageDataset patterns(int classes, int side, int trainImages, int testImages) {
    byte[][] patterns = new byte[classes][side * side];
    for (int c = 0; c < classes; c++) {
      random("pattern", c).nextBytes(patterns[c]);
    }
    List<String> names = IntStream.range(0, classes).mapToObj(c -> "class " + c).toList();
    return new ImageDataset(
        "patterns",
        noisy(patterns, side, trainImages, "train"),
        noisy(patterns, side, testImages, "test"),
        names);
  }

  private static ImageSet noisy(byte[][] patterns, int side, int count, String purpose) {
    RandomGenerator random = random(purpose, count);
    byte[] pixels = new byte[count * side * side];
    byte[] labels = new byte[count];
    for (int i = 0; i < pixels.length; i++) {
      int image = i / (side * side);
      int value = patterns[image % patterns.length][i % (side * side)] & 0xff;
      pixels[i] = (byte) ((2 * value + random.nextInt(256)) / 3);
    }
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % patterns.length);
    }
    return new ImageSet(pixels, labels, side, side);
  }

  /**
   * The same on black: of every four neighbouring pixels about two in three are black in all images
   * of a class.
   */
  public static ImageDataset strokes(int classes, int side, int trainImages, int testImages) {
    ImageDataset bright = patterns(classes, side, trainImages, testImages);
    return new ImageDataset(
        "strokes",
        blackened(bright.train(), classes),
        blackened(bright.test(), classes),
        bright.classNames());
  }

  private static ImageSet blackened(ImageSet images, int classes) {
    int perImage = images.pixelsPerImage();
    byte[] pixels = new byte[images.count() * perImage];
    byte[] labels = new byte[images.count()];
    for (int i = 0; i < images.count(); i++) {
      labels[i] = (byte) images.label(i);
      byte[] image = images.image(i);
      for (int p = 0; p < perImage; p++) {
        boolean kept = (p / 4 * 7 + images.label(i) * 5) % (classes * 3) < classes;
        pixels[i * perImage + p] = kept ? image[p] : 0;
      }
    }
    return new ImageSet(pixels, labels, images.height(), images.width());
  }

  /** Images of noise with labels that mean nothing; the test set is the training set. */
  public static ImageDataset noise(int classes, int side, int images) {
    byte[] pixels = new byte[images * side * side];
    byte[] labels = new byte[images];
    random("noise", images).nextBytes(pixels);
    RandomGenerator random = random("labels", images);
    for (int i = 0; i < images; i++) {
      labels[i] = (byte) random.nextInt(classes);
    }
    ImageSet set = new ImageSet(pixels, labels, side, side);
    List<String> names = IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    return new ImageDataset("noise", set, set, names);
  }

  /** One row of pixels for each image: its own number in every pixel, modulo 256. */
  public static ImageSet counting(int images, int width) {
    byte[] pixels = new byte[images * width];
    byte[] labels = new byte[images];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i / width);
    }
    for (int i = 0; i < images; i++) {
      labels[i] = (byte) (i % 7);
    }
    return new ImageSet(pixels, labels, 1, width);
  }

  private static RandomGenerator random(String purpose, long counter) {
    return RandomStream.of(1, purpose, counter);
  }
}
