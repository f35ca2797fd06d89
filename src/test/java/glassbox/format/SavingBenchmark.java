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
 * Measures how much slower a run trains while it is saved: one run, short stretches of it with and
 * without, in turn. Two runs would lie in other places of the memory, which alone makes a
 * difference of some percent. What counts, for the figures and for when it is saved, is the time
 * that the thread computed: it knows nothing of what else the machine does. Prints figures; not a
 * test.
 */
final class SavingBenchmark {
  private static final int PAIRS = 120;
  private static final int WARM_UP = 10;
  private static final int STEPS = 1000;
  private static final int DRAWS = 10_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Trainer trainer;
  private final RunRecorder recorder;

  /** Seconds between the steps, in stretches without and with saving. */
  private final double[] between = new double[2];

  /** Computing time that the recorder has seen: that of the stretches in which it saves. */
  private long seen;

  private long seenUntil;
  private long idle;

  private SavingBenchmark(Trainer trainer, RunFolder folder) {
    this.trainer = trainer;
    recorder = new RunRecorder(folder, trainer, this::clock);
  }

  private long clock() {
    return seen + THREADS.getCurrentThreadCpuTime() - seenUntil;
  }

  public static void main(String[] arguments) throws IOException {
    ImageDataset data = Datasets.load("mnist");
    Recipe recipe = Presets.seed().withEpochs(1 + 2 * (PAIRS + WARM_UP) * STEPS / 1719);
    try (Compute compute = Compute.of(Compute.defaultKernel(), 1)) {
      Trainer trainer = new Trainer(recipe, data, compute);
      RunFolder folder = RunFolder.create(Files.createTempDirectory("glassbox-saving"));
      SavingBenchmark benchmark = new SavingBenchmark(trainer, folder);
      benchmark.seenUntil = THREADS.getCurrentThreadCpuTime();
      benchmark.recorder.begin(RunAbout.of("benchmark", data.checksum()));
      benchmark.measure();
      benchmark.recorder.close();
    }
  }

  private void measure() throws IOException {
    for (int i = 0; i < WARM_UP; i++) { // until everything is compiled
      stretch(false);
      stretch(true);
    }
    Arrays.fill(between, 0);
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

  /** Computing time of some steps, in seconds. Both kinds read the clock as often. */
  private double stretch(boolean saved) throws IOException {
    long start = THREADS.getCurrentThreadCpuTime();
    long last = start;
    for (int step = 0; step < STEPS; step++) {
      trainer.step();
      long before = THREADS.getCurrentThreadCpuTime();
      if (saved) {
        seen += before - last;
        seenUntil = before;
        recorder.afterStep();
      } else {
        idle += clock(); // the recorder reads it once a step
      }
      last = THREADS.getCurrentThreadCpuTime();
      if (saved) {
        seen += last - before;
        seenUntil = last;
      }
      between[saved ? 1 : 0] += (last - before) / 1e9;
    }
    return (last - start) / 1e9;
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
        "%d pairs of %,d steps, %.1f s of computing with saving, of it %.2f %% in saving itself%n",
        PAIRS,
        STEPS,
        seconds,
        100 * (between[1] - between[0]) / seconds);
  }
}
