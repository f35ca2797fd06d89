package glassbox.optim;

/** Ranges that several settings share; the messages start with the recipe's key. */
final class Ranges {
  private Ranges() {}

  static void learningRate(double value) {
    require(value > 0 && value <= 1000, "optimizer.learningRate", "in (0, 1000]", value);
  }

  static void weightDecay(double value) {
    require(value >= 0 && value <= 1000, "optimizer.weightDecay", "in [0, 1000]", value);
  }

  static void epsilon(double value) {
    require(value > 0 && value <= 1, "optimizer.epsilon", "in (0, 1]", value);
  }

  /** Something that is a share of the past, in [0, 1). */
  static void share(String key, double value) {
    require(value >= 0 && value < 1, key, "in [0, 1)", value);
  }

  static void require(boolean holds, String key, String rule, double value) {
    if (!holds) {
      throw new IllegalArgumentException("%s must be %s, got %s".formatted(key, rule, value));
    }
  }
}
