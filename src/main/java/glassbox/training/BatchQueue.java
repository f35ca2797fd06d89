package glassbox.training;

import glassbox.data.Batches;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;

/**
 * The batches of a run, each prepared by an idle thread while the one before it is learned. With
 * one thread a batch is prepared when it is asked for; unless a preparer is there and it is worth
 * waking it, for images that are augmented.
 */
final class BatchQueue {
  private final Compute compute;
  private final Course course;
  private final boolean ahead;
  private Batch current;
  private Batch next;

  /** A batch of some step, counted from 0: images x [N x D] and their labels. */
  static final class Batch {
    final Matrix x;
    final int[] labels;
    private final Batches batches;
    private final Course course;
    private final Runnable preparation = this::prepare;
    private long step = -1;

    Batch(Batches batches, Course course) {
      this.batches = batches;
      this.course = course;
      x = batches.matrix();
      labels = new int[batches.largest()];
    }

    int size() {
      return x.rows();
    }

    private void prepare() {
      batches.fill(course.epochOf(step), course.imageOf(step), step, x, labels);
    }
  }

  /** The batches that a run takes on its course. */
  BatchQueue(Batches batches, Course course, Compute compute) {
    this.compute = compute;
    this.course = course;
    ahead = compute.threads() > 1 || compute.hasPreparer() && batches.areAugmented();
    current = new Batch(batches, course);
    next = new Batch(batches, course);
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
    if (ahead && step + 1 < course.totalSteps()) {
      next.step = step + 1;
      compute.aheadBehindProduct(next.preparation);
    }
    return wanted;
  }

  /** Prepares nothing any more. */
  void close() {
    compute.awaitAhead();
  }
}
