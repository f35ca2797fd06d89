package glassbox.training;

import glassbox.data.Augmentation;
import glassbox.data.Augmenter;
import glassbox.data.ImageSet;
import glassbox.linalg.Matrix;

/**
 * An answer that is the mean of those to an image as it is and to several changed versions of it.
 * The versions are as strong as those that the network saw last. Every image has versions of its
 * own, which depend on the seed, its place in the set and the version's number alone.
 */
public final class TestTimeAugmentation {
  private final Augmentation augmentation;
  private final int versions;
  private final long seed;

  /**
   * Answers by so many changed versions beside the clean image.
   *
   * @param versions at least 1
   */
  public TestTimeAugmentation(Augmentation augmentation, int versions, long seed) {
    this.augmentation = augmentation;
    this.versions = versions;
    this.seed = seed;
  }

  /**
   * The mean probabilities [N x C] of all images, by the evaluator's network.
   *
   * @throws IllegalArgumentException where the augmentation does not fit the images
   */
  public Matrix probabilities(Evaluator evaluator, ImageSet images) {
    Augmenter augmenter = new Augmenter(augmentation, images, seed, "test-time augmentation");
    MeanProbabilities answers = new MeanProbabilities();
    answers.add(evaluator.probabilities(images));
    for (int version = 0; version < versions; version++) {
      long first = (long) version * images.count();
      Evaluator.Filling filling =
          (x, which, n) ->
              augmenter.fill(x, which, 0, n, first + which[0], augmentation.lastStrength());
      int batch = Math.min(Evaluator.BATCH, images.count());
      answers.add(
          evaluator.probabilities(images, augmenter.batchMatrix(batch), filling, () -> true));
    }
    return answers.mean();
  }
}
