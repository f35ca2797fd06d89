package glassbox.ui.session;

import glassbox.linalg.Compute;
import glassbox.training.WarmUp;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The threads beside that of the window: one trains, one reads, writes and analyses, and one does
 * what may take long.
 */
final class SessionThreads implements AutoCloseable {
  private final ExecutorService analysis = thread("glassbox-analysis");
  private final ExecutorService training = thread("glassbox-training");
  private final ExecutorService files = thread("glassbox-files");
  private WarmUp warmUp = new WarmUp(Compute.defaultKernel());

  private static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).daemon().factory());
  }

  ExecutorService analysis() {
    return analysis;
  }

  ExecutorService training() {
    return training;
  }

  /** For work that takes longer than a user waits. */
  ExecutorService files() {
    return files;
  }

  /** Gets the code of a training step compiled; until it is done, analysis waits. */
  void warmUp() {
    warmUp = new WarmUp(Compute.defaultKernel());
    analysis.execute(warmUp);
  }

  /** There is something better to do. */
  void stopWarmUp() {
    warmUp.stop();
  }

  /** Waits for what is under way, such as a run that is being saved, but not forever. */
  @Override
  public void close() {
    training.shutdown();
    warmUp.stop();
    files.shutdown();
    analysis.shutdown(); // what was renamed or deleted just now still is
    try {
      training.awaitTermination(10, TimeUnit.SECONDS);
      files.awaitTermination(2, TimeUnit.SECONDS);
      analysis.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    files.shutdownNow();
    analysis.shutdownNow();
  }
}
