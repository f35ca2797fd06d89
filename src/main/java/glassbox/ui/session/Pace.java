package glassbox.ui.session;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Holds a training loop to so many steps a second, so that eyes can follow. */
final class Pace {
  /** The seed recipe, and anything as short, takes about this long unless told otherwise. */
  private static final double SECONDS_TO_WATCH = 20;

  private static final long SHORT_RUN_STEPS = 5_000;

  /** Nobody waits longer than this to be seen to. */
  private static final long LONGEST_NAP = 10_000_000L;

  private volatile double stepsPerSecond = Double.POSITIVE_INFINITY;
  private long lastStep = System.nanoTime();

  /** A pace that eyes can follow for a short run, full speed for a long one. */
  static double comfortable(long totalSteps) {
    return totalSteps <= SHORT_RUN_STEPS
        ? Math.max(1, totalSteps / SECONDS_TO_WATCH)
        : Double.POSITIVE_INFINITY;
  }

  /** Takes effect within a step, from any thread. */
  void set(double newStepsPerSecond) {
    stepsPerSecond = newStepsPerSecond;
  }

  /** Waits until the next step is due, or until there is something else to do. */
  void awaitNext(BooleanSupplier somethingElse) {
    while (!somethingElse.getAsBoolean()) {
      double pace = stepsPerSecond; // may change while we wait
      long due = pace == Double.POSITIVE_INFINITY ? 0 : lastStep + (long) (1e9 / pace);
      long wait = due - System.nanoTime();
      if (due == 0 || wait <= 0) {
        lastStep = Math.max(due, System.nanoTime() - 50_000_000L); // catches up 50 ms at most
        return;
      }
      LockSupport.parkNanos(Math.min(wait, LONGEST_NAP));
    }
  }
}
