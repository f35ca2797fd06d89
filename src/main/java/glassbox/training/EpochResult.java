package glassbox.training;

/**
 * One epoch as {@code epochs.csv} keeps it.
 *
 * @param epoch counted from 1
 * @param trainLoss mean over the epoch's images, each measured before its own step
 * @param validationLoss NaN where no images are held out
 * @param seconds of the training steps alone
 */
public record EpochResult(
    int epoch,
    double trainLoss,
    double trainAccuracy,
    double validationLoss,
    double validationAccuracy,
    double seconds) {}
