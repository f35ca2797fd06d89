package glassbox.ui.session;

import glassbox.linalg.Compute;
import glassbox.training.WarmUp;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The threads beside that of the window: one trains, one reads, writes and analyses. Others, made
 * when they are needed, do what takes longer and is called off by whoever has given it: look at
 * whole data sets, read many pictures, place images on the map, answer what is drawn and look for
 * images like it, look back over whole runs, read and write files.
 */
final class SessionThreads implements AutoCloseable {
  private final ExecutorService analysis = thread("glassbox-analysis");
  private final ExecutorService training = thread("glassbox-training");
  private final ExecutorService files = thread("glassbox-files");
  private final ExecutorService drawing = thread("glassbox-drawing");
  private final ExecutorService neighbours = thread("glassbox-neighbours");
  private final ExecutorService data = thread("glassbox-data");
  private final ExecutorService importing = thread("glassbox-import");
  private final ExecutorService map = thread("glassbox-map");
  private final ExecutorService lookingBack = thread("glassbox-looking-back");
  private WarmUp warmUp = WarmUp.beside(Compute.defaultKernel());

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

  /** For answers that are to come within a frame. */
  ExecutorService drawing() {
    return drawing;
  }

  /** For work that takes a second and may be given up. */
  ExecutorService neighbours() {
    return neighbours;
  }

  ExecutorService data() {
    return data;
  }

  ExecutorService importing() {
    return importing;
  }

  /** Places images on the map. */
  ExecutorService map() {
    return map;
  }

  ExecutorService lookingBack() {
    return lookingBack;
  }

  /** Gets the code of a training step compiled. */
  void warmUp() {
    warmUp = WarmUp.beside(Compute.defaultKernel());
    Thread.ofPlatform().name("glassbox-warm-up").daemon().start(warmUp);
  }

  /** There is something better to do. */
  void stopWarmUp() {
    warmUp.stop();
  }

  /** Waits for what is under way, such as a run that is being saved, but not forever. */
  @Override
  public void close() {
    lookingBack.shutdownNow();
    training.shutdown();
    data.shutdownNow();
    importing.shutdownNow();
    warmUp.stop();
    files.shutdown(); // what was renamed or deleted just now still is
    neighbours.shutdownNow();
    drawing.shutdown(); // what was kept just now is written
    map.shutdown();
    analysis.shutdown();
    try {
      training.awaitTermination(10, TimeUnit.SECONDS);
      files.awaitTermination(4, TimeUnit.SECONDS);
      analysis.awaitTermination(2, TimeUnit.SECONDS);
      drawing.awaitTermination(2, TimeUnit.SECONDS);
      map.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    files.shutdownNow();
    analysis.shutdownNow();
    drawing.shutdownNow();
  }
}
