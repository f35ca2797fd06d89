package glassbox.optim;

/** An optimizer as a recipe names it, with its settings; their ranges are checked here. */
public sealed interface OptimizerSpec {
  /** The recipe's word: {@code sgd}. */
  String name();

  /** r, before the schedule; in (0, 1000]. */
  double learningRate();

  /** The same with another learning rate. */
  OptimizerSpec withLearningRate(double newRate);

  /** An optimizer with these settings at the start of its life. */
  Optimizer create();

  /** Stochastic gradient descent; momentum in [0, 1), weight decay in [0, 1000]. */
  record SgdSpec(double learningRate, double momentum, boolean nesterov, double weightDecay)
      implements OptimizerSpec {
    public SgdSpec {
      Ranges.learningRate(learningRate);
      Ranges.share("optimizer.momentum", momentum);
      Ranges.weightDecay(weightDecay);
      if (nesterov && momentum == 0) {
        throw new IllegalArgumentException(
            "optimizer.nesterov must be false where optimizer.momentum is 0, got true");
      }
    }

    @Override
    public String name() {
      return "sgd";
    }

    @Override
    public SgdSpec withLearningRate(double newRate) {
      return new SgdSpec(newRate, momentum, nesterov, weightDecay);
    }

    @Override
    public Optimizer create() {
      return new Sgd(this);
    }
  }
}
