package glassbox.data;

import glassbox.linalg.Matrix;
import glassbox.linalg.RandomStream;
import java.util.random.RandomGenerator;

/**
 * Cuts a training set into mini-batches, in file order or in a new order for each epoch that
 * depends on the seed and the epoch alone. The last batch of an epoch may be smaller.
 */
public final class Batches {
  private final ImageSet images;
  private final int batchSize;
  private final boolean shuffle;
  private final long seed;
  private final int[] order;
  private long orderedEpoch = -1;

  public Batches(ImageSet images, int batchSize, boolean shuffle, long seed) {
    if (batchSize < 1) {
      throw new IllegalArgumentException("batchSize must be at least 1, got " + batchSize);
    }
    this.images = images;
    this.batchSize = batchSize;
    this.shuffle = shuffle;
    this.seed = seed;
    order = new int[images.count()];
  }

  /** How many batches an epoch has. */
  public int perEpoch() {
    return Math.ceilDiv(images.count(), batchSize);
  }

  /** How many images the largest batch has. */
  public int largest() {
    return Math.min(batchSize, images.count());
  }

  /** A matrix for the largest batch. */
  public Matrix matrix() {
    return images.batchMatrix(largest());
  }

  /**
   * Fills x [N x D], made by {@link #matrix}, and labels[0..N) with the batch of an epoch that
   * begins at an image, both counted from 0.
   *
   * @return N
   */
  public int fill(long epoch, int from, Matrix x, int[] labels) {
    orderFor(epoch);
    int n = Math.min(batchSize, images.count() - from);
    images.fill(x, order, from, n);
    for (int i = 0; i < n; i++) {
      labels[i] = images.label(order[from + i]);
    }
    return n;
  }

  /** Fisher and Yates' shuffle, as Durstenfeld (1964) wrote it for computers. */
  private void orderFor(long epoch) {
    if (epoch == orderedEpoch) {
      return;
    }
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    if (shuffle) {
      RandomGenerator random = RandomStream.of(seed, "shuffle", epoch);
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int swapped = order[i];
        order[i] = order[j];
        order[j] = swapped;
      }
    }
    orderedEpoch = epoch;
  }
}
