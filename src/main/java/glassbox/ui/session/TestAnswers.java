package glassbox.ui.session;

import glassbox.analysis.Predictions;
import glassbox.data.ImageDataset;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.nn.Network;
import glassbox.training.Evaluator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The network's answers to the test set while it trains: a few times a second the training thread
 * leaves a copy of its weights, and the analysis thread answers all images with it. Never more than
 * one is under way, so the training thread never waits.
 */
final class TestAnswers {
  private static final long NANOS_BETWEEN = 350_000_000L;

  private final ImageDataset dataset;
  private final Evaluator evaluator;
  private final ExecutorService analysis;
  private final Consumer<Predictions> receiver;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile boolean ended;
  private long last = System.nanoTime() - NANOS_BETWEEN;

  /**
   * Answers for one run.
   *
   * @param receiver takes each result, on the analysis thread
   */
  TestAnswers(
      Network like,
      ImageDataset dataset,
      ExecutorService analysis,
      Consumer<Predictions> receiver) {
    this.dataset = dataset;
    this.analysis = analysis;
    this.receiver = receiver;
    evaluator = new Evaluator(like, Compute.single());
  }

  /** Called by the training thread between steps. */
  void offer(Network live) {
    if (System.nanoTime() - last >= NANOS_BETWEEN && busy.compareAndSet(false, true)) {
      last = System.nanoTime();
      evaluator.network().copyFrom(live);
      analysis.execute(this::answer);
    }
  }

  private void answer() {
    try {
      Matrix probabilities = evaluator.probabilities(dataset.test(), () -> !ended);
      if (!ended) {
        receiver.accept(new Predictions(dataset.test(), probabilities));
      }
    } finally {
      busy.set(false);
    }
  }

  /** No result is given from now on. */
  void end() {
    ended = true;
  }
}
