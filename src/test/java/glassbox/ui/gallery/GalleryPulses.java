package glassbox.ui.gallery;

import glassbox.analysis.ConfusionMatrix;
import glassbox.analysis.Predictions;
import glassbox.data.ImageSet;
import glassbox.linalg.Matrix;
import glassbox.ui.session.Filter;
import glassbox.ui.support.Fx;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.StackPane;

/**
 * Measures how long the JavaFX thread computes to open a pair of classes, and to scroll through all
 * images; started by hand. Processor time, so that a busy machine measures the same.
 */
final class GalleryPulses {
  private static final List<String> NAMES =
      IntStream.range(0, 10).mapToObj(Integer::toString).toList();

  private GalleryPulses() {}

  public static void main(String[] args) {
    Fx.start();
    for (int count : new int[] {10_000, 55_000}) {
      Predictions answers = answers(count);
      Fx.run(() -> measure(answers));
    }
    System.exit(0);
  }

  private static Predictions answers(int count) {
    Random random = new Random(1);
    byte[] pixels = new byte[count * 784];
    byte[] labels = new byte[count];
    random.nextBytes(pixels);
    Matrix probabilities = new Matrix(count, 10);
    for (int n = 0; n < count; n++) {
      labels[n] = (byte) random.nextInt(10);
      for (int c = 0; c < 10; c++) {
        probabilities.set(n, c, random.nextFloat());
      }
    }
    return new Predictions(new ImageSet(pixels, labels, 28, 28), probabilities);
  }

  private static void measure(Predictions answers) {
    ImagesGrid grid = new ImagesGrid(image -> {});
    new Scene(new StackPane(grid), 1200, 800);
    grid.resize(1200, 800);
    double[] opened = new double[200];
    for (int i = 0; i < opened.length; i++) {
      Filter pair = Filter.pair(i % 10, i / 10 % 10);
      opened[i] =
          milliseconds(() -> {
            int[] images = Sorting.CONFIDENCE.sorted(answers, pair, true, null);
            grid.show(answers, images, NAMES, "test");
            grid.layout();
          });
    }
    report(answers.count(), "a pair is filtered, sorted and painted", opened);
    int[] all = Sorting.LOSS.sorted(answers, Filter.ALL, true, null);
    report(
        answers.count(),
        "all are sorted by margin",
        repeat(50, () -> Sorting.MARGIN.sorted(answers, Filter.ALL, true, null)));
    report(
        answers.count(), "all are counted", repeat(50, () -> new ConfusionMatrix(answers).total()));
    grid.show(answers, all, NAMES, "test");
    grid.layout();
    ScrollBar bar = (ScrollBar) grid.lookup(".scroll-bar");
    double[] pulses = new double[600];
    for (int i = 0; i < pulses.length; i++) {
      double to = bar.getMax() * i / pulses.length;
      pulses[i] =
          milliseconds(() -> {
            bar.setValue(to);
            grid.layout();
          });
    }
    report(answers.count(), "a page further (%d tiles)".formatted(grid.painted()), pulses);
  }

  private static double[] repeat(int times, Runnable work) {
    return IntStream.range(0, times).mapToDouble(i -> milliseconds(work)).toArray();
  }

  private static double milliseconds(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    work.run();
    return (threads.getCurrentThreadCpuTime() - start) / 1e6;
  }

  private static void report(int images, String what, double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%,d images: %s: median %.2f ms, 99th percentile %.2f ms, longest %.2f ms%n",
        images,
        what,
        sorted[sorted.length / 2],
        sorted[sorted.length * 99 / 100],
        sorted[sorted.length - 1]);
  }
}
