package glassbox.data;

import glassbox.linalg.Matrix;
import glassbox.linalg.RandomStream;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

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
  private @Nullable Augmenter augmenter;
  private int epochs;

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

  /** From now on images are changed, with strengths that depend on how many epochs a run has. */
  public Batches augmentedBy(Augmenter by, int ofSoManyEpochs) {
    augmenter = by;
    epochs = ofSoManyEpochs;
    return this;
  }

  /** Whether images are changed, which takes some 25 times as long as copying them. */
  public boolean areAugmented() {
    return augmenter != null;
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
    return augmenter == null ? images.batchMatrix(largest()) : augmenter.batchMatrix(largest());
  }

  /**
   * Fills x [N x D], made by {@link #matrix}, and labels[0..N) with the batch of an epoch that
   * begins at an image, both counted from 0. How images are changed depends on the step.
   *
   * @return N
   */
  public int fill(long epoch, int from, long step, Matrix x, int[] labels) {
    orderFor(epoch);
    int n = Math.min(batchSize, images.count() - from);
    if (augmenter == null) {
      images.fill(x, order, from, n);
    } else {
      double strength = augmenter.augmentation().strengthIn(epoch, epochs);
      augmenter.fill(x, order, from, n, step * Augmenter.PER_STEP, strength);
    }
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
