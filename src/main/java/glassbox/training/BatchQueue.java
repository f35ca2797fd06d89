package glassbox.training;

import glassbox.data.Batches;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;

/**
 * The batches of a run, each prepared by an idle thread while the one before it is learned. With
 * one thread a batch is prepared when it is asked for.
 */
final class BatchQueue {
  private final Compute compute;
  private final long steps;
  private Batch current;
  private Batch next;

  /** A batch of some step, counted from 0: images x [N x D] and their labels. */
  static final class Batch {
    final Matrix x;
    final int[] labels;
    private final Batches batches;
    private final Runnable preparation = this::prepare;
    private long step = -1;

    Batch(Batches batches) {
      this.batches = batches;
      x = batches.matrix();
      labels = new int[batches.largest()];
    }

    int size() {
      return x.rows();
    }

    private void prepare() {
      int perEpoch = batches.perEpoch();
      batches.fill(step / perEpoch, (int) (step % perEpoch), x, labels);
    }
  }

  /** The batches of a run of so many steps. */
  BatchQueue(Batches batches, long steps, Compute compute) {
    this.compute = compute;
    this.steps = steps;
    current = new Batch(batches);
    next = new Batch(batches);
  }

  /** The batch of a step, valid until the next one is asked for. */
  Batch at(long step) {
    compute.awaitAhead();
    if (next.step != step) {
      next.step = step;
      next.prepare();
    }
    Batch wanted = next;
    next = current;
    current = wanted;
    if (compute.threads() > 1 && step + 1 < steps) {
      next.step = step + 1;
      compute.ahead(next.preparation);
    }
    return wanted;
  }
}
