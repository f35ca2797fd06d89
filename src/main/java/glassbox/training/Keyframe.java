package glassbox.training;

import java.util.List;

/**
 * All that a run has become after some step, except what was measured on the way. With the plan and
 * the data it decides every later step, bit for bit; random numbers need no state, since they
 * depend on the step alone.
 *
 * @param step steps done
 * @param arrays the numbers of the network, the optimizer, the average and the best weights, in the
 *     order of {@link Trainer}
 * @param optimizerUpdates the optimizer's count of steps
 * @param averageBegun whether the moving average of the weights has begun
 * @param bestLoss of early stopping
 * @param epochsWithoutBetter of early stopping
 * @param epochSums loss, correct answers, images and nanoseconds of the epoch under way
 * @param trainingNanos time spent in steps
 */
public record Keyframe(
    long step,
    List<float[]> arrays,
    long optimizerUpdates,
    boolean averageBegun,
    double bestLoss,
    int epochsWithoutBetter,
    double[] epochSums,
    long trainingNanos) {

  /** How much memory it takes. */
  public long bytes() {
    return 4 * arrays.stream().mapToLong(array -> array.length).sum();
  }

  /** The same with other arrays. */
  Keyframe withArrays(List<float[]> others) {
    return new Keyframe(
        step,
        others,
        optimizerUpdates,
        averageBegun,
        bestLoss,
        epochsWithoutBetter,
        epochSums,
        trainingNanos);
  }
}
