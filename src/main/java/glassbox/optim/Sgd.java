package glassbox.optim;

import glassbox.linalg.Compute;
import glassbox.linalg.GradientBlock;
import glassbox.nn.Parameter;
import java.util.List;

/**
 * Stochastic gradient descent, with the momentum of Polyak (1964) or Nesterov (Sutskever et al.
 * 2013) and weight decay if asked for.
 */
final class Sgd extends Elementwise {
  private final List<float[]> velocities;
  private final float[] factors; // rate, decay, momentum, share of g, share of v

  Sgd(OptimizerSpec.SgdSpec spec, List<Parameter> parameters, Compute compute) {
    super(parameters, compute);
    velocities = spec.momentum() == 0 ? List.of() : zerosLike(parameters);
    float momentum = (float) spec.momentum();
    factors =
        new float[] {
          0,
          (float) spec.weightDecay(),
          momentum,
          spec.nesterov() ? 1 : 0,
          spec.nesterov() ? momentum : 1
        };
  }

  /** g = dL/dw + decay w; v = momentum v + g; w = w - r v, or w - r (g + momentum v) (Nesterov). */
  @Override
  void update(int p, GradientBlock gradient) {
    if (velocities.isEmpty()) {
      compute.descend(value(p), gradient, factors[0], factors[1]);
    } else {
      compute.descendWithMomentum(value(p), velocities.get(p), gradient, factors);
    }
  }

  @Override
  public void begin(double learningRate) {
    factors[0] = (float) learningRate;
  }

  @Override
  public List<float[]> memory() {
    return velocities;
  }
}
