package glassbox.training;

/**
 * When to end a run before its last epoch.
 *
 * @param patience epochs without a better validation loss after which the run ends, at least 1
 * @param minDelta by how much a loss must be smaller to count as better, at least 0
 */
public record EarlyStopping(int patience, double minDelta) {
  public EarlyStopping {
    if (patience < 1) {
      throw new IllegalArgumentException(
          "earlyStopping.patience must be at least 1, got " + patience);
    }
    if (!(minDelta >= 0 && minDelta <= 1000)) {
      throw new IllegalArgumentException(
          "earlyStopping.minDelta must be in [0, 1000], got " + minDelta);
    }
  }
}
