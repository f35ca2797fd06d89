package glassbox.ui.session;

/**
 * What a run has come to. Accuracies are NaN where they were not measured.
 *
 * @param steps done
 * @param testAccuracy of the network as it is now
 * @param bestValidation the best accuracy on the images held out, of any epoch
 * @param seconds spent in training steps
 */
public record RunFigures(long steps, double testAccuracy, double bestValidation, double seconds) {
  static final RunFigures NONE = new RunFigures(0, Double.NaN, Double.NaN, 0);

  RunFigures withSteps(long other) {
    return new RunFigures(other, testAccuracy, bestValidation, seconds);
  }
}
