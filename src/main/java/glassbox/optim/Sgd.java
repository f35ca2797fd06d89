package glassbox.optim;

import glassbox.nn.Parameter;
import java.util.List;

/**
 * Stochastic gradient descent, with the momentum of Polyak (1964) or Nesterov (Sutskever et al.
 * 2013) and weight decay if asked for.
 */
final class Sgd implements Optimizer {
  private final OptimizerSpec.SgdSpec spec;
  private final Slots velocities = new Slots();

  Sgd(OptimizerSpec.SgdSpec spec) {
    this.spec = spec;
  }

  /** g = dL/dw + decay w; v = momentum v + g; w = w - r v, or w - r (g + momentum v) (Nesterov). */
  @Override
  public void step(List<Parameter> parameters, double learningRate) {
    for (int p = 0; p < parameters.size(); p++) {
      float[] w = parameters.get(p).value().values();
      float[] g = parameters.get(p).gradient().values();
      if (spec.momentum() == 0) {
        plain(w, g, (float) learningRate);
      } else {
        withMomentum(w, g, velocities.of(p, w.length), (float) learningRate);
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
    float ahead = spec.nesterov() ? momentum : 0f;
    float now = spec.nesterov() ? 1f : 0f;
    float past = spec.nesterov() ? 0f : 1f;
    for (int i = 0; i < w.length; i++) {
      float gradient = g[i] + decay * w[i];
      v[i] = momentum * v[i] + gradient;
      w[i] -= rate * (now * gradient + (ahead + past) * v[i]);
    }
  }
}
