package glassbox.format;

import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import glassbox.linalg.Compute;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import glassbox.training.Trainer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * Measures how much slower a run trains while it is saved: the same run twice in one process, with
 * and without, in turn for short stretches. What counts, for the figures and for when it is saved,
 * is the time that the thread computed: it knows nothing of what else the machine does. Prints
 * figures; not a test.
 */
final class SavingBenchmark {
  private static final int PAIRS = 120;
  private static final int STEPS = 2000;
  private static final int DRAWS = 10_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Trainer plain;
  private final Trainer kept;
  private final RunRecorder recorder;
  private long saving;

  private SavingBenchmark(Trainer plain, Trainer kept, RunRecorder recorder) {
    this.plain = plain;
    this.kept = kept;
    this.recorder = recorder;
  }

  public static void main(String[] arguments) throws IOException {
    ImageDataset data = Datasets.load("mnist");
    Recipe recipe = Presets.seed().withEpochs(1 + (PAIRS + 10) * STEPS / 1719);
    try (Compute compute = Compute.of(Compute.defaultKernel(), 1)) {
      Trainer kept = new Trainer(recipe, data, compute);
      RunFolder folder = RunFolder.create(Files.createTempDirectory("glassbox-saving"));
      try (RunRecorder recorder = new RunRecorder(folder, kept, THREADS::getCurrentThreadCpuTime)) {
        recorder.begin(RunAbout.of("benchmark", data.checksum()));
        new SavingBenchmark(new Trainer(recipe, data, compute), kept, recorder).measure();
      }
    }
  }

  private void measure() throws IOException {
    for (int i = 0; i < 10; i++) { // until everything is compiled
      stretch(false);
      stretch(true);
    }
    saving = 0;
    double[] without = new double[PAIRS];
    double[] with = new double[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      if (i % 2 == 0) {
        without[i] = stretch(false);
        with[i] = stretch(true);
      } else {
        with[i] = stretch(true);
        without[i] = stretch(false);
      }
    }
    print(without, with);
  }

  /** Computing time of some steps, in seconds. */
  private double stretch(boolean saved) throws IOException {
    Trainer trainer = saved ? kept : plain;
    long start = THREADS.getCurrentThreadCpuTime();
    for (int step = 0; step < STEPS; step++) {
      trainer.step();
      if (saved) {
        long before = System.nanoTime();
        recorder.afterStep();
        long spent = System.nanoTime() - before;
        saving += spent;
      }
    }
    return (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
  }

  private void print(double[] without, double[] with) {
    Random random = new Random(1);
    double[] ratios = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double a = 0;
      double b = 0;
      for (int i = 0; i < PAIRS; i++) {
        int pair = random.nextInt(PAIRS);
        a += with[pair];
        b += without[pair];
      }
      ratios[draw] = a / b;
    }
    Arrays.sort(ratios);
    double seconds = Arrays.stream(with).sum();
    System.out.printf(
        Locale.ROOT,
        "with saving, times without: %.4f (95 %% of %,d bootstrap draws: %.4f to %.4f)%n",
        seconds / Arrays.stream(without).sum(),
        DRAWS,
        ratios[DRAWS / 40],
        ratios[DRAWS - DRAWS / 40]);
    System.out.printf(
        Locale.ROOT,
        "%d pairs of %,d steps, %.1f s of computing with saving; by the clock %.2f s in saving%n",
        PAIRS,
        STEPS,
        seconds,
        saving / 1e9);
  }
}
