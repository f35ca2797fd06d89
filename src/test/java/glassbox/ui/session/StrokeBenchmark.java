package glassbox.ui.session;

import glassbox.analysis.NearestImages;
import glassbox.data.Datasets;
import glassbox.data.Framing;
import glassbox.data.ImageSet;
import glassbox.data.Picture;
import glassbox.data.Preparation;
import glassbox.linalg.Compute;
import glassbox.training.Presets;
import glassbox.training.RunPlan;
import glassbox.training.Trainer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/**
 * Measures what an answer to a drawing costs, and looking for the training images like it, in time
 * of the processor: what else the machine does is not counted.
 */
final class StrokeBenchmark {
  private static final int TIMES = 2000;

  private StrokeBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    var data = Datasets.load("mnist");
    Trainer trainer = new Trainer(new RunPlan(Presets.seed()), data, Compute.single());
    Snapshot moment = Snapshot.of(null, 0, trainer.answering(), null);
    ImageSet images = data.train();
    Picture drawn = new Picture(images.image(3), 28, 28).fitted(280, 280);
    Drawn question = new Drawn(drawn, Preparation.like(Framing.of(images)));
    StageAnswers answers = new StageAnswers(moment);
    print("five stages and their answers", () -> answers.answer(question));
    long start = cpu();
    NearestImages index = NearestImages.of(moment.network(), images, 32L << 20, () -> true);
    System.out.printf("index of %,d: %,d ms%n", images.count(), (cpu() - start) / 1_000_000);
    float[] hidden = new float[128];
    print("five nearest", () -> index.nearest(hidden, 5));
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void print(String what, Runnable work) {
    long[] nanos = new long[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long start = cpu();
      work.run();
      nanos[i] = cpu() - start;
    }
    long[] warm = Arrays.copyOfRange(nanos, TIMES / 2, TIMES);
    Arrays.sort(warm);
    System.out.printf(
        Locale.ROOT,
        "%s: median %.2f ms, 99th percentile %.2f ms%n",
        what,
        warm[warm.length / 2] / 1e6,
        warm[warm.length * 99 / 100] / 1e6);
  }
}
