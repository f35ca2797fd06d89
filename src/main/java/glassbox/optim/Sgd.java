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
  private final OptimizerSpec.SgdSpec spec;
  private final float[] factors; // rate, decay, momentum, share of g, share of v
  private final float[] withoutDecay; // the same for what does not decay

  Sgd(OptimizerSpec.SgdSpec spec, List<Parameter> parameters, Compute compute) {
    super(parameters, compute);
    this.spec = spec;
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
    withoutDecay = factors.clone();
    withoutDecay[1] = 0;
  }

  /** g = dL/dw + decay w; v = momentum v + g; w = w - r v, or w - r (g + momentum v) (Nesterov). */
  @Override
  void update(int p, GradientBlock gradient) {
    float[] f = decays(p, spec) ? factors : withoutDecay;
    if (velocities.isEmpty()) {
      compute.descend(value(p), gradient, f[0], f[1]);
    } else {
      compute.descendWithMomentum(value(p), velocities.get(p), gradient, f);
    }
  }

  @Override
  boolean remembers() {
    return !velocities.isEmpty();
  }

  @Override
  boolean keepsAtZero(int p) {
    return !remembers() && (spec.weightDecay() == 0 || !decays(p, spec));
  }

  @Override
  public void begin(double learningRate) {
    factors[0] = (float) learningRate;
    withoutDecay[0] = factors[0];
  }

  @Override
  public List<float[]> memory() {
    return velocities;
  }
}
