package glassbox.optim;

import glassbox.nn.Parameter;
import java.util.List;

/**
 * Stochastic gradient descent, with the momentum of Polyak (1964) or Nesterov (Sutskever et al.
 * 2013) and weight decay if asked for.
 */
final class Sgd implements Optimizer {
  private final OptimizerSpec.SgdSpec spec;
  private final List<Parameter> parameters;
  private final List<float[]> velocities;

  Sgd(OptimizerSpec.SgdSpec spec, List<Parameter> parameters) {
    this.spec = spec;
    this.parameters = parameters;
    velocities = spec.momentum() == 0 ? List.of() : Memory.zerosLike(parameters);
  }

  /** g = dL/dw + decay w; v = momentum v + g; w = w - r v, or w - r (g + momentum v) (Nesterov). */
  @Override
  public void step(double learningRate) {
    for (int p = 0; p < parameters.size(); p++) {
      float[] w = parameters.get(p).value().values();
      float[] g = parameters.get(p).gradient().values();
      if (velocities.isEmpty()) {
        plain(w, g, (float) learningRate);
      } else {
        withMomentum(w, g, velocities.get(p), (float) learningRate);
      }
    }
  }

  private void plain(float[] w, float[] g, float rate) {
    float decay = (float) spec.weightDecay();
    for (int i = 0; i < w.length; i++) {
      w[i] -= rate * (g[i] + decay * w[i]);
    }
  }

  private void withMomentum(float[] w, float[] g, float[] v, float rate) {
    float decay = (float) spec.weightDecay();
    float momentum = (float) spec.momentum();
    float now = spec.nesterov() ? 1f : 0f;
    float ahead = spec.nesterov() ? momentum : 1f;
    for (int i = 0; i < w.length; i++) {
      float gradient = g[i] + decay * w[i];
      v[i] = momentum * v[i] + gradient;
      w[i] -= rate * (now * gradient + ahead * v[i]);
    }
  }

  @Override
  public List<float[]> memory() {
    return velocities;
  }
}
