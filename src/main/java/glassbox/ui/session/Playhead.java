package glassbox.ui.session;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.concurrent.Task;
import org.jspecify.annotations.Nullable;

/**
 * Which step of the run is looked at. Live, it moves with the newest step; moved back, it stays,
 * and the network of exactly that step is made again in the background while training may go on.
 */
public final class Playhead {
  private final Executor analysis;
  private final Consumer<@Nullable Snapshot> show;
  private final ReadOnlyLongWrapper step = new ReadOnlyLongWrapper(-1);
  private final ReadOnlyLongWrapper pictured = new ReadOnlyLongWrapper(-1);
  private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(true);
  private final AtomicLong wanted = new AtomicLong();
  private @Nullable Run run;
  private @Nullable Past past;

  Playhead(Executor analysis, Consumer<@Nullable Snapshot> show) {
    this.analysis = analysis;
    this.show = show;
  }

  /** Looks at the newest step of another run, or of none. */
  void lookAt(@Nullable Run other) {
    wanted.incrementAndGet();
    run = other;
    past = other == null || !other.isOpen() ? null : new Past(other);
    live.set(true);
    pictured.set(-1);
    follow();
  }

  /** Moves with the newest step; once a frame. */
  void follow() {
    if (live.get()) {
      step.set(run == null ? -1 : run.history().size());
    }
  }

  /** Training has answered at the newest step: what was asked for before would come too late. */
  void answered() {
    wanted.incrementAndGet();
    pictured.set(-1);
  }

  /** Moves to a step and shows the network of exactly that step. */
  public void moveTo(long target) {
    go(target, true);
  }

  /** Moves to a step on the way to another: shows at once what is kept nearest to it. */
  public void dragTo(long target) {
    go(target, false);
  }

  /** Moves by so many steps; beyond the newest one it is live again. */
  public void moveBy(long steps) {
    follow(); // frames may be a second apart, and steps are counted from the newest one
    if (run != null && step.get() + steps >= run.history().size()) {
      toLive();
    } else {
      moveTo(step.get() + steps);
    }
  }

  /** Returns to the newest step. */
  public void toLive() {
    if (!live.get()) {
      showEnd();
    }
  }

  /** Makes the pictures of the newest step, which nobody else does where the run is at rest. */
  void showEnd() {
    if (run != null) {
      picture(run.history().size(), true);
      live.set(true);
      follow();
    }
  }

  private void go(long target, boolean exact) {
    if (run == null || past == null) {
      return;
    }
    long within = Math.clamp(target, 0, run.history().size());
    live.set(false);
    if (within != step.get() || exact && pictured.get() != within) {
      step.set(within);
      picture(within, exact);
    }
  }

  /** Answers the test set in the background; what is asked for next makes it stale. */
  private void picture(long target, boolean exact) {
    Past of = past;
    if (of == null) {
      return;
    }
    long ticket = wanted.incrementAndGet();
    Task<@Nullable Snapshot> task =
        new Task<>() {
          @Override
          protected @Nullable Snapshot call() {
            if (wanted.get() != ticket) {
              return null;
            }
            return exact ? of.at(target, () -> wanted.get() == ticket) : of.near(target);
          }
        };
    task.setOnSucceeded(event -> {
      Snapshot picture = task.getValue();
      if (picture != null && wanted.get() == ticket) {
        pictured.set(live.get() ? -1 : picture.step());
        show.accept(picture);
      }
    });
    analysis.execute(task);
  }

  /** The step that is looked at: how many are done. Before the first run -1. */
  public ReadOnlyLongProperty stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** The step that the pictures show while they are on their way to another; -1 for the newest. */
  public ReadOnlyLongProperty picturedProperty() {
    return pictured.getReadOnlyProperty();
  }

  /** Whether it moves with the newest step. */
  public ReadOnlyBooleanProperty liveProperty() {
    return live.getReadOnlyProperty();
  }

  public boolean isLive() {
    return live.get();
  }
}
