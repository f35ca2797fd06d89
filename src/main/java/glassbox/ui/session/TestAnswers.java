package glassbox.ui.session;

import glassbox.analysis.Predictions;
import glassbox.data.ImageSet;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.nn.Network;
import glassbox.training.Evaluator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A run's answers to the test set while it trains: a few times a second the training thread leaves
 * a copy of its weights, and the analysis thread answers all images with it. Never more than one is
 * under way, so the training thread never waits.
 */
final class TestAnswers {
  private static final long NANOS_BETWEEN = 350_000_000L;
  private static final long MOST_NANOS_BETWEEN = 2_000_000_000L;

  /** Answering takes one part in so many of a processor, which training may need. */
  private static final long SHARE = 12;

  private final Run run;
  private final ExecutorService analysis;
  private final AtomicBoolean busy = new AtomicBoolean();
  private @Nullable Evaluator evaluator;
  private volatile boolean wanted = true;
  private volatile boolean ended;
  private volatile long due = System.nanoTime();

  TestAnswers(Run run, ExecutorService analysis) {
    this.run = run;
    this.analysis = analysis;
  }

  /** Whether anybody looks at them; from any thread. */
  void setWanted(boolean areWanted) {
    wanted = areWanted;
  }

  /**
   * Called by the training thread between steps.
   *
   * @param step steps done
   * @param receiver takes the result, on the analysis thread
   */
  void offer(long step, Network live, Consumer<Snapshot> receiver) {
    if (wanted && !ended && System.nanoTime() - due >= 0 && busy.compareAndSet(false, true)) {
      Evaluator copy = evaluator == null ? new Evaluator(live, Compute.single()) : evaluator;
      evaluator = copy;
      copy.network().copyFrom(live);
      analysis.execute(() -> answer(step, copy, receiver));
    }
  }

  private void answer(long step, Evaluator copy, Consumer<Snapshot> receiver) {
    long began = System.nanoTime();
    try {
      ImageSet test = run.data().test();
      Matrix probabilities = copy.probabilities(test, () -> !ended && wanted);
      if (!ended && wanted) {
        receiver.accept(
            Snapshot.of(run, step, copy.network(), new Predictions(test, probabilities)));
      }
    } finally {
      long took = System.nanoTime() - began;
      due = began + Math.clamp(SHARE * took, NANOS_BETWEEN, MOST_NANOS_BETWEEN);
      busy.set(false);
    }
  }

  /** No result is given from now on. */
  void end() {
    ended = true;
  }
}
