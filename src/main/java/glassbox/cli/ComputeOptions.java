package glassbox.cli;

import glassbox.linalg.Compute;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On what the arithmetic is done. */
final class ComputeOptions {
  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that share each step; the result does not depend on it.")
  private @Nullable Integer threads;

  @Option(
      names = "--kernel",
      paramLabel = "K",
      description = "simd (vector registers) or plain (loops); the result does not depend on it.")
  private @Nullable String kernel;

  /** The chosen kernel and threads; all processors and the fastest kernel where none is named. */
  Compute open() throws BadInputException {
    return open(kernel(), threads());
  }

  private static Compute open(String kernel, int threads) throws BadInputException {
    try {
      return Compute.of(kernel, threads);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "cannot compute", "--kernel, --threads", String.valueOf(e.getMessage()));
    }
  }

  /** The threads that were asked for; null where that is left to the program. */
  @Nullable Integer givenThreads() {
    return threads;
  }

  /** The kernel that was asked for; null where that is left to the program. */
  @Nullable String givenKernel() {
    return kernel;
  }

  /** The name that {@link #open} takes; refuses what it refuses. */
  String kernel() throws BadInputException {
    String chosen = kernel == null ? Compute.defaultKernel() : kernel;
    open(chosen, 1).close();
    return chosen;
  }

  /** The threads that {@link #open} takes; refuses what it refuses. */
  int threads() throws BadInputException {
    int chosen = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    open("plain", chosen).close();
    return chosen;
  }
}
