package glassbox.training;

/** The loss is no longer a number: the run ends here, what was measured before stays. */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A run that went wrong.
   *
   * @param step at which it was seen, counted from 1
   */
  public DivergedException(long step, double loss, double learningRate) {
    super(
        "training diverged, step %d, expected a finite loss, got %s with learning rate %s: try a smaller one"
            .formatted(step, loss, learningRate));
  }
}
