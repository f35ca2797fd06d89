package glassbox.training;

import glassbox.data.Augmenter;
import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import glassbox.linalg.Compute;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Measures how much slower a step of {@code modern} is with augmentation, on one thread with and
 * without another that prepares the next batch. Beside the images as they are, which have more
 * black pixels to skip, the step is compared with one on images that were augmented once, before:
 * what is left is the cost of augmenting. The three take turns in one process. Prints figures; not
 * a test.
 */
final class AugmentationCost {
  private static final int ROUNDS = 60;
  private static final int WARM_UP = 6;
  private static final int STEPS = 12;

  private AugmentationCost() {}

  public static void main(String[] arguments) throws IOException {
    for (String name : List.of("mnist", "fashion-mnist")) {
      ImageDataset data = Datasets.load(name);
      Recipe modern = Presets.named("modern", name);
      ImageDataset augmented = augmentedOnce(data, modern);
      for (boolean prepares : new boolean[] {false, true}) {
        try (Compute compute = compute(prepares)) {
          measure(name + (prepares ? ", prepared ahead" : ""), modern, data, augmented, compute);
        }
      }
    }
  }

  private static Compute compute(boolean prepares) {
    return prepares
        ? Compute.withPreparer(Compute.defaultKernel(), 1)
        : Compute.of(Compute.defaultKernel(), 1);
  }

  private static ImageDataset augmentedOnce(ImageDataset data, Recipe modern) {
    ImageSet train = data.train();
    Augmenter augmenter =
        new Augmenter(Objects.requireNonNull(modern.augmentation()), train, 1, "benchmark");
    int size = train.pixelsPerImage();
    byte[] pixels = new byte[train.count() * size];
    byte[] labels = new byte[train.count()];
    for (int image = 0; image < train.count(); image++) {
      float[] picture = augmenter.picture(image, image, 1);
      for (int i = 0; i < size; i++) {
        pixels[image * size + i] = (byte) Math.round(255 * picture[i]);
      }
      labels[image] = (byte) train.label(image);
    }
    ImageSet changed = new ImageSet(pixels, labels, train.height(), train.width());
    return new ImageDataset(data.name(), changed, data.test(), data.classNames());
  }

  private static void measure(
      String what, Recipe modern, ImageDataset data, ImageDataset augmented, Compute compute) {
    Recipe plain = modern.withAugmentation(null);
    List<Trainer> trainers =
        List.of(
            new Trainer(modern, data, compute),
            new Trainer(plain, augmented, compute),
            new Trainer(plain, data, compute));
    List<List<Double>> millis = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      for (int i = 0; i < trainers.size(); i++) {
        trainers.get(i).step(); // the first prepares its batch by itself
        for (int step = 0; step < STEPS; step++) {
          long before = System.nanoTime();
          trainers.get(i).step();
          if (round >= WARM_UP) {
            millis.get(i).add((System.nanoTime() - before) / 1e6);
          }
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: augmented %s, augmented before %s, as they are %s%n",
        what,
        figures(millis.get(0)),
        figures(millis.get(1)),
        figures(millis.get(2)));
  }

  /** The fifth percentile and the median, in milliseconds. */
  private static String figures(List<Double> millis) {
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return String.format(
        Locale.ROOT, "%.2f (%.2f)", sorted[sorted.length / 20], sorted[sorted.length / 2]);
  }
}
