package glassbox.ui.support;

import java.util.List;

/** The threads that the program has made and that still live. */
public final class GlassboxThreads {
  private GlassboxThreads() {}

  /** Their names, sorted. */
  public static List<String> living() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("glassbox-"))
        .sorted()
        .toList();
  }

  /** Waits until none is left. */
  public static void awaitNone() {
    Fx.awaitAnywhere("no thread of Glassbox lives", () -> living().isEmpty());
  }
}
