package glassbox.optim;

import glassbox.linalg.Compute;
import glassbox.nn.Parameter;
import java.util.List;

/**
 * Stochastic gradient descent, with the momentum of Polyak (1964) or Nesterov (Sutskever et al.
 * 2013) and weight decay if asked for.
 */
final class Sgd extends Elementwise {
  private final OptimizerSpec.SgdSpec spec;
  private final List<float[]> velocities;
  private float rate;

  Sgd(OptimizerSpec.SgdSpec spec, List<Parameter> parameters, Compute compute) {
    super(parameters, compute);
    this.spec = spec;
    velocities = spec.momentum() == 0 ? List.of() : zerosLike(parameters);
  }

  /** g = dL/dw + decay w; v = momentum v + g; w = w - r v, or w - r (g + momentum v) (Nesterov). */
  @Override
  public void step(double learningRate) {
    rate = (float) learningRate;
    updateAll();
  }

  @Override
  void update(int p, int from, int to) {
    if (velocities.isEmpty()) {
      plain(values(p), gradients(p), from, to);
    } else {
      withMomentum(values(p), gradients(p), velocities.get(p), from, to);
    }
  }

  private void plain(float[] w, float[] g, int from, int to) {
    float r = rate;
    float decay = (float) spec.weightDecay();
    for (int i = from; i < to; i++) {
      w[i] -= r * (g[i] + decay * w[i]);
    }
  }

  private void withMomentum(float[] w, float[] g, float[] v, int from, int to) {
    float r = rate;
    float decay = (float) spec.weightDecay();
    float momentum = (float) spec.momentum();
    float now = spec.nesterov() ? 1f : 0f;
    float ahead = spec.nesterov() ? momentum : 1f;
    for (int i = from; i < to; i++) {
      float gradient = g[i] + decay * w[i];
      v[i] = momentum * v[i] + gradient;
      w[i] -= r * (now * gradient + ahead * v[i]);
    }
  }

  @Override
  public List<float[]> memory() {
    return velocities;
  }
}
