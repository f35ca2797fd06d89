package glassbox.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The images that a network finds hardest to call what they are labelled: among those that it has
 * learned these are unusual, or labelled wrongly.
 *
 * @param images their numbers, the highest loss first
 * @param losses −ln of the probability of the label, in the same order
 */
public record HighestLoss(List<Integer> images, List<Double> losses) {
  /** A probability of 0 has this one's loss. */
  private static final double LEAST = Float.MIN_VALUE;

  public HighestLoss {
    images = List.copyOf(images);
    losses = List.copyOf(losses);
  }

  /**
   * Orders the images of answers.
   *
   * @param most how many are wanted
   */
  public static HighestLoss of(Predictions answers, int most) {
    long[] keys =
        IntStream.range(0, answers.count())
            .mapToLong(i ->
                (long) Float.floatToIntBits(answers.probability(i, answers.truth(i))) << 32 | i)
            .sorted()
            .limit(most)
            .toArray();
    List<Integer> images = Arrays.stream(keys).mapToObj(key -> (int) key).toList();
    return new HighestLoss(images, images.stream().map(i -> loss(answers, i)).toList());
  }

  private static double loss(Predictions answers, int image) {
    return -Math.log(Math.max(LEAST, answers.probability(image, answers.truth(image))));
  }
}
