package glassbox.format;

import glassbox.analysis.Predictions;
import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.nn.LayerSpec;
import glassbox.training.Course;
import glassbox.training.History;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import glassbox.training.Trainer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Small runs and made-up answers to report on. */
final class ReportSamples {
  /** Five steps an epoch, as the histories here have them. */
  private static final Course COURSE =
      Course.of(50, Presets.seed().withBatchSize(10).withEpochs(1000));

  private ReportSamples() {}

  /** The history of a real run on noise: 10 classes, 50 learned images, 10 held out. */
  static History history(int steps, int validation) {
    ImageSet train = noise(60, 10, 6, 6);
    ImageDataset data = new ImageDataset("noise", train, train, names(10, "class "));
    Recipe seed = Presets.seed();
    Recipe recipe =
        seed.with(draft -> {
          draft.dataset = "noise";
          draft.network = Stream.of("dense 8", "relu", "dense 10").map(LayerSpec::parse).toList();
          draft.epochs = 1000;
          draft.batchSize = 10;
          draft.validation = validation;
        });
    Trainer trainer = new Trainer(recipe, data, Compute.of("plain", 1));
    for (int step = 0; step < steps; step++) {
      trainer.step();
    }
    return trainer.history();
  }

  /** Answers to noise of which about such a share is right. */
  static Predictions predictions(int images, int classes, int side, double right) {
    ImageSet set = noise(images, classes, side, side);
    Random random = new Random(2);
    Matrix probabilities = new Matrix(images, classes);
    for (int i = 0; i < images; i++) {
      int other = (set.label(i) + 1 + random.nextInt(Math.max(1, classes - 1))) % classes;
      int answer = random.nextDouble() < right ? set.label(i) : other;
      probabilities.values()[i * classes + answer] = 0.5f + random.nextFloat() / 2;
    }
    return new Predictions(set, probabilities);
  }

  private static ImageSet noise(int images, int classes, int height, int width) {
    Random random = new Random(1);
    byte[] pixels = new byte[images * height * width];
    random.nextBytes(pixels);
    byte[] labels = new byte[images];
    for (int i = 0; i < images; i++) {
      labels[i] = (byte) random.nextInt(classes);
    }
    return new ImageSet(pixels, labels, height, width);
  }

  static List<String> names(int classes, String prefix) {
    return IntStream.range(0, classes).mapToObj(c -> prefix + c).toList();
  }

  static ReportData data(History history, Predictions predictions, String namePrefix) {
    LinkedHashMap<String, String> figures = new LinkedHashMap<>();
    figures.put("Test accuracy", "96.4%");
    figures.put("Speed", "41,000 images per second");
    return new ReportData(
        "seed on MNIST",
        history,
        COURSE,
        predictions,
        names(predictions.classes(), namePrefix),
        "{\n  \"dataset\": \"mnist\"\n}\n",
        "",
        figures);
  }

  /** A report on a short run with so many classes. */
  static ReportData data(int classes) {
    return data(history(12, 10), predictions(200, classes, 28, 0.7), "");
  }
}
