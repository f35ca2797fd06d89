package glassbox.cli;

import java.util.Map;

/**
 * A run that a sweep has started ends with the sweep, however that ends: a sweep that is killed
 * would else leave runs behind that nobody waits for. They can be resumed.
 */
final class SweepParent {
  private static final String VARIABLE = "GLASSBOX_SWEEP";

  private SweepParent() {}

  /** Lets a process that is about to start know this one. */
  static void introduceTo(Map<String, String> environment) {
    environment.put(VARIABLE, Long.toString(ProcessHandle.current().pid()));
  }

  /** Ends this process as soon as the sweep that has started it has ended. */
  static void endWithIt() {
    String pid = System.getenv(VARIABLE);
    if (pid != null && pid.matches("\\d{1,18}")) {
      ProcessHandle.of(Long.parseLong(pid))
          .ifPresentOrElse(sweep -> sweep.onExit().thenRun(SweepParent::end), SweepParent::end);
    }
  }

  private static void end() {
    Runtime.getRuntime().halt(Errors.FAILED);
  }
}
