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
    try {
      return Compute.of(
          kernel == null ? Compute.defaultKernel() : kernel,
          threads == null ? Runtime.getRuntime().availableProcessors() : threads);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "cannot compute", "--kernel, --threads", String.valueOf(e.getMessage()));
    }
  }
}
