package glassbox.training;

import glassbox.nn.Network;

/**
 * Watches the validation loss at the end of each epoch, remembers the best weights, and says when
 * the patience is over (Prechelt 1998, Early stopping - but when?).
 */
final class EarlyStopper {
  private final EarlyStopping rule;
  private final Network best;
  private double bestLoss = Double.POSITIVE_INFINITY;
  private int epochsWithoutBetter;

  /**
   * A stopper at the start of a run.
   *
   * @param best a network of the same build, to hold the best weights
   */
  EarlyStopper(EarlyStopping rule, Network best) {
    this.rule = rule;
    this.best = best;
  }

  void epochEnded(double validationLoss, Network now) {
    if (validationLoss < bestLoss - rule.minDelta()) {
      bestLoss = validationLoss;
      best.copyFrom(now);
      epochsWithoutBetter = 0;
    } else {
      epochsWithoutBetter++;
    }
  }

  boolean isOver() {
    return epochsWithoutBetter >= rule.patience();
  }

  void restoreBest(Network target) {
    target.copyFrom(best);
  }

  Network best() {
    return best;
  }

  double bestLoss() {
    return bestLoss;
  }

  int epochsWithoutBetter() {
    return epochsWithoutBetter;
  }

  /** Enters the run again where it was. */
  void resume(double loss, int epochs) {
    bestLoss = loss;
    epochsWithoutBetter = epochs;
  }
}
