package glassbox.optim;

import glassbox.linalg.Compute;
import glassbox.nn.Parameter;
import java.util.List;

/** An optimizer as a recipe names it, with its settings; their ranges are checked here. */
public sealed interface OptimizerSpec {
  /** The recipe's word, such as {@code sgd}. */
  String name();

  /** r, before the schedule; in (0, 1000]. */
  double learningRate();

  /** Whether biases, scales and shifts decay like weights where a recipe says nothing of it. */
  boolean DECAY_BIAS_AND_NORM = true;

  /** λ, in [0, 1000]. */
  double weightDecay();

  /**
   * Whether the biases, and the scales and shifts of batch norm, decay too, as in PyTorch; or the
   * weights of dense layers alone.
   */
  boolean decayBiasAndNorm();

  /** The same with another learning rate. */
  OptimizerSpec withLearningRate(double newRate);

  /** An optimizer with these settings at the start of its life, on the threads of a compute. */
  Optimizer create(List<Parameter> parameters, Compute compute);

  /** Stochastic gradient descent; momentum in [0, 1), weight decay in [0, 1000]. */
  record SgdSpec(
      double learningRate,
      double momentum,
      boolean nesterov,
      double weightDecay,
      boolean decayBiasAndNorm)
      implements OptimizerSpec {
    public SgdSpec(double learningRate, double momentum, boolean nesterov, double weightDecay) {
      this(learningRate, momentum, nesterov, weightDecay, DECAY_BIAS_AND_NORM);
    }

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
      return new SgdSpec(newRate, momentum, nesterov, weightDecay, decayBiasAndNorm);
    }

    @Override
    public Optimizer create(List<Parameter> parameters, Compute compute) {
      return new Sgd(this, parameters, compute);
    }
  }

  /** RMSprop; decay and momentum in [0, 1), epsilon in (0, 1]. */
  record RmsPropSpec(
      double learningRate,
      double decay,
      double epsilon,
      double momentum,
      double weightDecay,
      boolean decayBiasAndNorm)
      implements OptimizerSpec {
    public static final double DECAY = 0.99;
    public static final double EPSILON = 1e-8;

    public RmsPropSpec(
        double learningRate, double decay, double epsilon, double momentum, double weightDecay) {
      this(learningRate, decay, epsilon, momentum, weightDecay, DECAY_BIAS_AND_NORM);
    }

    public RmsPropSpec {
      Ranges.learningRate(learningRate);
      Ranges.share("optimizer.decay", decay);
      Ranges.epsilon(epsilon);
      Ranges.share("optimizer.momentum", momentum);
      Ranges.weightDecay(weightDecay);
    }

    @Override
    public String name() {
      return "rmsprop";
    }

    @Override
    public RmsPropSpec withLearningRate(double newRate) {
      return new RmsPropSpec(newRate, decay, epsilon, momentum, weightDecay, decayBiasAndNorm);
    }

    @Override
    public Optimizer create(List<Parameter> parameters, Compute compute) {
      return new RmsProp(this, parameters, compute);
    }
  }

  /**
   * Adam, or AdamW; both betas in [0, 1), epsilon in (0, 1].
   *
   * @param decoupled whether the weights decay by themselves (AdamW) or through the gradient (Adam)
   */
  record AdamSpec(
      double learningRate,
      double beta1,
      double beta2,
      double epsilon,
      double weightDecay,
      boolean decoupled,
      boolean decayBiasAndNorm)
      implements OptimizerSpec {
    public static final double BETA1 = 0.9;
    public static final double BETA2 = 0.999;
    public static final double EPSILON = 1e-8;

    public AdamSpec(
        double learningRate,
        double beta1,
        double beta2,
        double epsilon,
        double weightDecay,
        boolean decoupled) {
      this(learningRate, beta1, beta2, epsilon, weightDecay, decoupled, DECAY_BIAS_AND_NORM);
    }

    public AdamSpec {
      Ranges.learningRate(learningRate);
      Ranges.share("optimizer.beta1", beta1);
      Ranges.share("optimizer.beta2", beta2);
      Ranges.epsilon(epsilon);
      Ranges.weightDecay(weightDecay);
    }

    @Override
    public String name() {
      return decoupled ? "adamw" : "adam";
    }

    @Override
    public AdamSpec withLearningRate(double newRate) {
      return new AdamSpec(newRate, beta1, beta2, epsilon, weightDecay, decoupled, decayBiasAndNorm);
    }

    @Override
    public Optimizer create(List<Parameter> parameters, Compute compute) {
      return new Adam(this, parameters, compute);
    }
  }
}
