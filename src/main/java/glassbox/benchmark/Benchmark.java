package glassbox.benchmark;

import com.sun.management.ThreadMXBean;
import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import glassbox.linalg.Compute;
import glassbox.linalg.KernelBenchmark;
import glassbox.nn.LayerSpec;
import glassbox.nn.Network;
import glassbox.optim.LearningRateSchedule;
import glassbox.optim.OptimizerSpec;
import glassbox.training.Evaluator;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import glassbox.training.Trainer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Measures the program on this machine, beside the limit of its processor and in the same run, so
 * that the ratios mean something.
 */
public final class Benchmark {
  private static final int RUNS = 5;
  private static final int WIDE_STEPS = 150;
  private static final int ALLOCATION_EPOCHS = 8;
  private static final int EVALUATIONS = 10;

  private final String kernel;
  private final int threads;
  private final Consumer<String> stage;

  /**
   * A benchmark of a kernel.
   *
   * @param threads what "all" means
   * @param stage is told what is measured next
   */
  public Benchmark(String kernel, int threads, Consumer<String> stage) {
    this.kernel = kernel;
    this.threads = threads;
    this.stage = stage;
  }

  /** Measures everything; takes some ten seconds. */
  public Measurements run(String dataset) throws IOException {
    stage.accept("loading both data sets");
    double loadSeconds = loadSeconds();
    ImageDataset data = Datasets.load(dataset);
    try (Compute one = Compute.of(kernel, 1);
        Compute all = Compute.of(kernel, threads)) {
      KernelBenchmark oneKernels = new KernelBenchmark(one);
      stage.accept("the processor's limit");
      double before = oneKernels.fmaGflops();
      double limitAll = new KernelBenchmark(all).fmaGflops();
      stage.accept("the kernels");
      List<KernelBenchmark.Speed> kernels = oneKernels.products();
      Recipe seed = seed(dataset, data);
      stage.accept("the seed job on one thread");
      double seedOne = imagesPerSecond(seed, data, one, Long.MAX_VALUE);
      stage.accept("the seed job on %d threads".formatted(threads));
      double seedAll = imagesPerSecond(seed, data, all, Long.MAX_VALUE);
      stage.accept("a wide network");
      Recipe wide = wide(seed, data);
      double wideOne = imagesPerSecond(wide, data, one, WIDE_STEPS);
      double wideAll = imagesPerSecond(wide, data, all, WIDE_STEPS);
      stage.accept("evaluation");
      double evaluation = evaluationsPerSecond(seed, data, all);
      stage.accept("memory");
      double allocated = allocatedBytesPerStep(seed, data, all);
      double limitOne = Math.max(before, oneKernels.fmaGflops());
      return new Measurements(
          kernel,
          threads,
          limitOne,
          limitAll,
          kernels,
          flopPerImage(seed, data),
          seedOne,
          seedAll,
          flopPerImage(wide, data),
          wideOne,
          wideAll,
          evaluation,
          loadSeconds,
          allocated,
          ResidentMemory.peakMebibytes());
    }
  }

  private static double loadSeconds() throws IOException {
    long start = System.nanoTime();
    for (Datasets.Bundled bundled : Datasets.BUNDLED) {
      Datasets.load(bundled.name());
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static Recipe seed(String dataset, ImageDataset data) {
    return Presets.seed()
        .withDataset(dataset)
        .withValidation(0)
        .withNetwork(network("dense 128", "relu", "dense 128", "relu", "dense " + data.classes()));
  }

  private static List<LayerSpec> network(String... layers) {
    return Stream.of(layers).map(LayerSpec::parse).toList();
  }

  private static Recipe wide(Recipe seed, ImageDataset data) {
    return seed.with(draft -> {
      draft.network =
          Stream.of("dense 1024", "relu", "dense 1024", "relu", "dense " + data.classes())
              .map(LayerSpec::parse)
              .toList();
      draft.optimizer = new OptimizerSpec.SgdSpec(0.05, 0.9, false, 0);
      draft.schedule = new LearningRateSchedule.Constant();
      draft.batchSize = 128;
    });
  }

  /**
   * Of the middle one of several runs; the first ones, while the program is compiled, are extra.
   */
  private static double imagesPerSecond(
      Recipe recipe, ImageDataset data, Compute compute, long mostSteps) {
    double[] speeds = new double[RUNS];
    for (int run = -2; run < RUNS; run++) {
      Trainer trainer = new Trainer(recipe, data, compute);
      while (!trainer.isFinished() && trainer.steps() < mostSteps) {
        trainer.step();
      }
      if (run >= 0) {
        speeds[run] = trainer.imagesLearned() / trainer.seconds();
      }
    }
    Arrays.sort(speeds);
    return speeds[RUNS / 2];
  }

  private static double evaluationsPerSecond(Recipe recipe, ImageDataset data, Compute compute) {
    Network network = new Trainer(recipe, data, compute).network();
    Evaluator evaluator = new Evaluator(network, compute);
    double best = Double.POSITIVE_INFINITY;
    for (int run = 0; run < EVALUATIONS; run++) {
      long start = System.nanoTime();
      evaluator.evaluate(data.test());
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    return data.test().count() / best;
  }

  /**
   * What all threads together allocate in a step within an epoch, once the virtual machine has
   * compiled it: the least of several epochs.
   */
  private static double allocatedBytesPerStep(Recipe recipe, ImageDataset data, Compute compute) {
    if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads)) {
      return Double.NaN;
    }
    Trainer trainer = new Trainer(recipe.withEpochs(ALLOCATION_EPOCHS), data, compute);
    double least = Double.POSITIVE_INFINITY;
    for (int epoch = 0; epoch < ALLOCATION_EPOCHS; epoch++) {
      int within = trainer.stepsPerEpoch() / 2;
      step(trainer, within / 2);
      threads.getTotalThreadAllocatedBytes(); // its own first allocations
      long before = threads.getTotalThreadAllocatedBytes();
      long itself = threads.getTotalThreadAllocatedBytes() - before;
      before = threads.getTotalThreadAllocatedBytes();
      step(trainer, within);
      long allocated = threads.getTotalThreadAllocatedBytes() - before - itself;
      least = Math.min(least, Math.max(0, (double) allocated / within));
      step(trainer, trainer.stepsPerEpoch() - within - within / 2);
    }
    return least;
  }

  private static void step(Trainer trainer, int steps) {
    for (int step = 0; step < steps; step++) {
      trainer.step();
    }
  }

  /** Multiplications and additions of the dense products for one image, forward and back. */
  private static double flopPerImage(Recipe recipe, ImageDataset data) {
    double forward = 0;
    double inputGradient = 0;
    int width = data.pixelsPerImage();
    for (LayerSpec spec : recipe.network()) {
      if (spec instanceof LayerSpec.DenseSpec) {
        double products = 2.0 * width * spec.outputs(width);
        inputGradient += forward == 0 ? 0 : products;
        forward += products;
      }
      width = spec.outputs(width);
    }
    return 2 * forward + inputGradient;
  }
}
