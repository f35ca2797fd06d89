package glassbox.training;

import java.util.List;

/**
 * All that a run has become: what a checkpoint keeps. With the recipe and the data it decides every
 * later step, bit for bit; random numbers need no state, since they depend on the step alone.
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
 * @param steps a row for each step: loss, accuracy, learning rate
 * @param validations measurements on the images held out
 * @param epochs finished epochs
 */
public record RunState(
    long step,
    List<float[]> arrays,
    long optimizerUpdates,
    boolean averageBegun,
    double bestLoss,
    int epochsWithoutBetter,
    double[] epochSums,
    long trainingNanos,
    List<double[]> steps,
    List<History.ValidationPoint> validations,
    List<EpochResult> epochs) {}
