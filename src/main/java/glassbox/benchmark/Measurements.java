package glassbox.benchmark;

import glassbox.linalg.KernelBenchmark.Speed;
import java.util.List;

/**
 * What a benchmark found.
 *
 * @param kernel the kernel that was measured
 * @param threads what "all" means
 * @param fmaGflops1 the limit of one core for multiply-adds, 10⁹ flop/s
 * @param fmaGflopsAll the same of all threads together
 * @param kernels the dense products, on one thread
 * @param seedFlopPerImage what the seed job's dense products cost an image
 * @param seedImagesPerSecond1 the seed job on one thread
 * @param seedImagesPerSecondAll the seed job on all
 * @param wideFlopPerImage the same of the wide network
 * @param wideImagesPerSecond1 a network of 1024-1024 units on one thread
 * @param wideImagesPerSecondAll the same on all
 * @param evaluationImagesPerSecondAll answering the test set on all threads
 * @param loadSeconds reading both bundled data sets
 * @param allocatedBytesPerStep by all threads together, within an epoch of the seed job
 * @param peakMemoryMiB the most resident memory of the process; NaN where the system does not say
 */
public record Measurements(
    String kernel,
    int threads,
    double fmaGflops1,
    double fmaGflopsAll,
    List<Speed> kernels,
    double seedFlopPerImage,
    double seedImagesPerSecond1,
    double seedImagesPerSecondAll,
    double wideFlopPerImage,
    double wideImagesPerSecond1,
    double wideImagesPerSecondAll,
    double evaluationImagesPerSecondAll,
    double loadSeconds,
    double allocatedBytesPerStep,
    double peakMemoryMiB) {
  /** The seed job's dense-equivalent flop/s on one thread, as a share of one core's limit. */
  public double seedShareOfLimit1() {
    return seedGflops1() / fmaGflops1;
  }

  /** What a dense program would have to compute to be as fast, 10⁹ flop/s. */
  public double seedGflops1() {
    return seedImagesPerSecond1 * seedFlopPerImage / 1e9;
  }

  /** The wide network's dense-equivalent flop/s on all threads, as a share of their limit. */
  public double wideShareOfLimitAll() {
    return wideImagesPerSecondAll * wideFlopPerImage / 1e9 / fmaGflopsAll;
  }
}
