package glassbox.ui.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** Runs that wait to be trained, one after the other. */
public final class RunQueue {
  private final Deque<BooleanSupplier> waiting = new ArrayDeque<>();
  private final ReadOnlyIntegerWrapper done = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();

  /**
   * Adds jobs.
   *
   * @param jobs each starts a run and says whether it could
   */
  void add(List<BooleanSupplier> jobs) {
    if (!isActive()) {
      done.set(0);
      total.set(0);
    }
    waiting.addAll(jobs);
    total.set(total.get() + jobs.size());
  }

  /** Whether a run of the queue trains or waits. */
  public boolean isActive() {
    return done.get() < total.get();
  }

  /** Starts the next job, after the first has {@link #ended}. */
  boolean startNext() {
    while (!waiting.isEmpty()) {
      if (waiting.poll().getAsBoolean()) {
        return true;
      }
      done.set(done.get() + 1); // it had nothing to do, or said what is wrong
    }
    return false;
  }

  /** The job under way has come to its end. */
  void ended() {
    if (isActive()) {
      done.set(done.get() + 1);
    }
  }

  /** The job under way, if there is one, makes room for the next. */
  void next() {
    if (isActive()) {
      ended();
      startNext();
    }
  }

  /** Gives up what waits. */
  void clear() {
    waiting.clear();
    done.set(0);
    total.set(0);
  }

  /** How many jobs have come to their end. */
  public ReadOnlyIntegerProperty doneProperty() {
    return done.getReadOnlyProperty();
  }

  /** How many jobs there are; 0 where nothing was queued. */
  public ReadOnlyIntegerProperty totalProperty() {
    return total.getReadOnlyProperty();
  }
}
