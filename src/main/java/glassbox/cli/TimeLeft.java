package glassbox.cli;

import glassbox.training.Trainer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How long a run is going to take, by how fast it was within the last minute: what was slow at the
 * beginning, or was done another day, says nothing of what is to come.
 */
final class TimeLeft {
  private static final long NANOS = 30_000_000_000L;

  private final LongSupplier clock;
  private Mark before;
  private Mark since;
  private Mark now;

  /** How many images were learned at a moment. */
  private record Mark(long nanos, long images) {}

  /** From now on, by a clock in nanoseconds. */
  TimeLeft(Trainer trainer, LongSupplier clock) {
    this.clock = clock;
    before = new Mark(clock.getAsLong(), trainer.imagesLearned());
    since = before;
    now = before;
  }

  /** Looks at how far the run is. */
  void look(Trainer trainer) {
    now = new Mark(clock.getAsLong(), trainer.imagesLearned());
    if (now.nanos() - since.nanos() >= NANOS) {
      before = since;
      since = now;
    }
  }

  /** Until so many images are learned; empty where nobody knows yet. */
  Optional<Duration> until(long images) {
    long learned = now.images() - before.images();
    if (learned <= 0) {
      return Optional.empty();
    }
    double nanos = (double) (now.nanos() - before.nanos()) / learned;
    return Optional.of(Duration.ofNanos(Math.round(nanos * (images - now.images()))));
  }

  /** As many images as the run is going to learn. */
  static long planned(Trainer trainer) {
    return trainer.course().imagesLearned(trainer.totalSteps());
  }
}
