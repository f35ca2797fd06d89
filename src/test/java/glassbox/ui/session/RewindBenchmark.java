package glassbox.ui.session;

import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import glassbox.format.RunAbout;
import glassbox.format.RunFolder;
import glassbox.format.RunRecorder;
import glassbox.linalg.Compute;
import glassbox.training.KeyframeMemory;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import glassbox.training.RunPlan;
import glassbox.training.Timeline;
import glassbox.training.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * Measures what holding a run in one's hands costs: how much slower it trains while it is kept, how
 * much memory the keyframes of a long run take, and how long one waits for a step that is over.
 */
final class RewindBenchmark {
  private static final int LONG_RUN = 200_000;

  /** Percent of the last run's time that went into keyframes, into saving. */
  private static final double[] share = new double[2];

  private RewindBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    ImageDataset data = Datasets.load("mnist");
    Recipe seed = Presets.seed();
    train(seed, data, false, false); // until everything is compiled
    double[] plain = new double[7];
    double[] keyframes = new double[7];
    double[] saving = new double[7];
    Recipe recipe = seed.withEpochs(30);
    for (int i = 0; i < plain.length; i++) {
      plain[i] = train(recipe, data, false, false);
      keyframes[i] = train(recipe, data, true, false);
      saving[i] = train(recipe, data, false, true);
    }
    Arrays.sort(plain);
    Arrays.sort(keyframes);
    Arrays.sort(saving);
    print("51,570 steps with keyframes, times those without: %.3f", keyframes[3] / plain[3]);
    print("51,570 steps with saving, times those without: %.3f", saving[3] / plain[3]);
    print("of that time, in keyframes %.2f %%, in saving %.2f %%", share[0], share[1]);
    rewind(seed, data);
  }

  /** Seconds of wall-clock time from the first step to the last. */
  private static double train(Recipe recipe, ImageDataset data, boolean keyframes, boolean saving)
      throws IOException {
    Path folder = Files.createTempDirectory("glassbox-rewind");
    try (Compute compute = Compute.of(Compute.defaultKernel(), 1)) {
      Trainer trainer = new Trainer(recipe, data, compute);
      Timeline timeline =
          new Timeline(new KeyframeMemory(KeyframeMemory.BYTES), Timeline.intervalFor(32));
      RunRecorder recorder = new RunRecorder(RunFolder.create(folder), trainer);
      long start = System.nanoTime();
      if (saving) {
        recorder.begin(RunAbout.of("benchmark", data.checksum()));
      }
      long spent = 0;
      while (!trainer.isFinished()) {
        trainer.step();
        long before = System.nanoTime();
        if (keyframes) {
          timeline.offer(trainer);
        }
        if (saving) {
          recorder.afterStep();
        }
        spent += System.nanoTime() - before;
      }
      if (keyframes || saving) {
        share[saving ? 1 : 0] = 100.0 * spent / (System.nanoTime() - start);
      }
      return (System.nanoTime() - start) / 1e9;
    }
  }

  private static void rewind(Recipe seed, ImageDataset data) {
    Recipe recipe = seed.withEpochs(1 + LONG_RUN / 1719);
    KeyframeMemory memory = new KeyframeMemory(KeyframeMemory.BYTES);
    Run run =
        new Run(
            0,
            "benchmark",
            new RunPlan(recipe),
            0,
            new glassbox.training.History(),
            Run.Origin.NONE);
    run.open(data, new Timeline(memory, Timeline.intervalFor(32)));
    long most = 0;
    try (Compute compute = Compute.of(Compute.defaultKernel(), 1)) {
      Trainer trainer = new Trainer(recipe, data, compute);
      run.setHistory(trainer.history());
      while (trainer.steps() < LONG_RUN) {
        trainer.step();
        run.timeline().offer(trainer);
        most = Math.max(most, memory.bytes());
        if (trainer.steps() == 3438) {
          wait("after 3,438 steps", run, 3438);
        }
      }
    }
    print(
        "keyframes of %,d steps: %d, at most %.1f MiB of %.0f",
        LONG_RUN, run.timeline().size(), most / 1048576.0, KeyframeMemory.BYTES / 1048576.0);
    wait("after 200,000 steps", run, LONG_RUN);
  }

  private static void wait(String when, Run run, int steps) {
    Past past = new Past(run);
    Random random = new Random(1);
    double[] near = new double[60];
    double[] exact = new double[60];
    for (int i = 0; i < near.length; i++) {
      int step = random.nextInt(steps);
      long start = System.nanoTime();
      past.near(step);
      near[i] = (System.nanoTime() - start) / 1e6;
      start = System.nanoTime();
      past.at(step, () -> true);
      exact[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(near);
    Arrays.sort(exact);
    print(
        "%s: nearest keyframe with the answers to 10,000 images %.0f ms (95th percentile %.0f),"
            + " the exact step %.0f ms (95th percentile %.0f)",
        when, near[30], near[57], exact[30], exact[57]);
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
