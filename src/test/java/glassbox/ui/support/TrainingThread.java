package glassbox.ui.support;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Where the thread that trains is. What a test reads after this does not depend on how quick the
 * machine is: no step is on its way.
 */
public final class TrainingThread {
  private TrainingThread() {}

  /** Waits until it waits for the moment of its next step; the pace has to be a slow one. */
  public static void awaitPace() {
    Fx.awaitAnywhere("the next step waits for the pace", () -> isIn("awaitNext"));
  }

  /** Waits until it has nothing to do, which it has once what was paused or stopped is at rest. */
  public static void awaitRest() {
    Fx.awaitAnywhere("the training thread rests", () -> isIn("getTask"));
  }

  private static boolean isIn(String method) {
    Predicate<StackTraceElement> there = frame -> frame.getMethodName().equals(method);
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey().getName().equals("glassbox-training"))
        .map(Map.Entry::getValue)
        .allMatch(frames -> Arrays.stream(frames).anyMatch(there));
  }
}
