package glassbox.ui.session;

import glassbox.analysis.NearestImages;
import glassbox.linalg.Compute;
import glassbox.nn.Network;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javafx.concurrent.Task;
import org.jspecify.annotations.Nullable;

/**
 * How the network of one step sees the training images: computed in the background, again for
 * another step when nothing trains, given up when that step is no longer looked at. For MNIST and
 * the seed network it takes 0.7 s of a processor and 27 MiB.
 */
final class NeighbourIndex {
  private static final long MOST_BYTES = 32L << 20;

  private final ExecutorService thread;
  private final Supplier<State> state;
  private final Runnable ready;
  private final AtomicLong wanted = new AtomicLong();
  private @Nullable Snapshot underWay;
  private volatile @Nullable Index index;

  /**
   * All that is known.
   *
   * @param network with buffers for one image, for the thread that answers
   */
  record Index(Snapshot moment, Network network, NearestImages images) {}

  /**
   * None yet.
   *
   * @param state what the session is doing
   * @param ready called on the JavaFX thread when there is a newer one
   */
  NeighbourIndex(ExecutorService thread, Supplier<State> state, Runnable ready) {
    this.thread = thread;
    this.state = state;
    this.ready = ready;
  }

  /** What there is; from any thread. */
  @Nullable Index get() {
    return index;
  }

  /** Somebody wants to know how this network sees them. */
  void want(@Nullable Snapshot moment) {
    Index now = index;
    if (now != null && (moment == null || now.moment().run() != moment.run())) {
      now = null;
      index = null;
    }
    boolean training = state.get() == State.RUNNING;
    boolean good = now != null && (training || now.moment() == moment);
    boolean coming = underWay == moment || training && underWay != null;
    if (moment == null) {
      cancel();
    } else if (!good && !coming) {
      build(moment);
    }
  }

  /** Gives up what is under way. */
  void cancel() {
    wanted.incrementAndGet();
    underWay = null;
  }

  private void build(Snapshot moment) {
    long ticket = wanted.incrementAndGet();
    underWay = moment;
    Task<@Nullable Index> task =
        new Task<>() {
          @Override
          protected @Nullable Index call() {
            return index(moment, ticket);
          }
        };
    task.setOnSucceeded(event -> done(ticket, task.getValue()));
    task.setOnFailed(event -> done(ticket, null)); // no memory for it: there are no neighbours
    if (!thread.isShutdown()) {
      thread.execute(task);
    }
  }

  private @Nullable Index index(Snapshot moment, long ticket) {
    if (wanted.get() != ticket) {
      return null;
    }
    NearestImages images =
        NearestImages.of(
            moment.network(),
            Part.TRAINING.of(moment.run()),
            MOST_BYTES,
            () -> wanted.get() == ticket);
    return images == null
        ? null
        : new Index(moment, moment.network().copy(1, Compute.single()), images);
  }

  private void done(long ticket, @Nullable Index found) {
    if (wanted.get() == ticket) {
      underWay = null;
      if (found != null) {
        index = found;
        ready.run();
      }
    }
  }
}
