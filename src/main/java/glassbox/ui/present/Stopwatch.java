package glassbox.ui.present;

import java.util.Locale;
import java.util.function.LongSupplier;

/** Counts the seconds of a talk. */
final class Stopwatch {
  private static final long SECOND = 1_000_000_000L;

  private final LongSupplier nanos;
  private long counted;
  private long begun;
  private boolean running;

  /**
   * At 0, standing.
   *
   * @param nanos the time, as {@link System#nanoTime} gives it
   */
  Stopwatch(LongSupplier nanos) {
    this.nanos = nanos;
  }

  boolean isRunning() {
    return running;
  }

  /** Starts, or stops where it runs. */
  void toggle() {
    counted = elapsed();
    begun = nanos.getAsLong();
    running = !running;
  }

  /** Back to 0; goes on where it runs. */
  void reset() {
    counted = 0;
    begun = nanos.getAsLong();
  }

  private long elapsed() {
    return counted + (running ? nanos.getAsLong() - begun : 0);
  }

  /** Minutes and seconds, with hours where there are some. */
  String text() {
    long seconds = elapsed() / SECOND;
    long minutes = seconds / 60;
    return minutes < 60
        ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", minutes / 60, minutes % 60, seconds % 60);
  }
}
