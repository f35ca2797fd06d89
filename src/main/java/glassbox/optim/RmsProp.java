package glassbox.optim;

import glassbox.linalg.Compute;
import glassbox.nn.Parameter;
import java.util.List;
import java.util.stream.Stream;

/**
 * RMSprop (Tieleman and Hinton 2012, lecture 6.5): each number's step is divided by the root of the
 * moving average of its squared gradient.
 */
final class RmsProp extends Elementwise {
  private final OptimizerSpec.RmsPropSpec spec;
  private final List<float[]> squares;
  private final List<float[]> velocities;
  private float rate;

  RmsProp(OptimizerSpec.RmsPropSpec spec, List<Parameter> parameters, Compute compute) {
    super(parameters, compute);
    this.spec = spec;
    squares = zerosLike(parameters);
    velocities = zerosLike(spec.momentum() == 0 ? List.of() : parameters);
  }

  /**
   * g = dL/dw + weightDecay w; s = decay s + (1 - decay) g²; u = g / (√s + ε); w = w - r u, or with
   * momentum v = momentum v + u; w = w - r v.
   */
  @Override
  public void step(double learningRate) {
    rate = (float) learningRate;
    updateAll();
  }

  @Override
  void update(int p, int from, int to) {
    if (velocities.isEmpty()) {
      plain(values(p), gradients(p), squares.get(p), from, to);
    } else {
      withMomentum(values(p), gradients(p), squares.get(p), velocities.get(p), from, to);
    }
  }

  private void plain(float[] w, float[] gradients, float[] s, int from, int to) {
    float r = rate;
    float weightDecay = (float) spec.weightDecay();
    float past = (float) spec.decay();
    float fresh = (float) (1 - spec.decay());
    float epsilon = (float) spec.epsilon();
    for (int i = from; i < to; i++) {
      float g = gradients[i] + weightDecay * w[i];
      s[i] = past * s[i] + fresh * g * g;
      w[i] -= r * (g / ((float) Math.sqrt(s[i]) + epsilon));
    }
  }

  private void withMomentum(float[] w, float[] gradients, float[] s, float[] v, int from, int to) {
    float r = rate;
    float weightDecay = (float) spec.weightDecay();
    float past = (float) spec.decay();
    float fresh = (float) (1 - spec.decay());
    float epsilon = (float) spec.epsilon();
    float momentum = (float) spec.momentum();
    for (int i = from; i < to; i++) {
      float g = gradients[i] + weightDecay * w[i];
      s[i] = past * s[i] + fresh * g * g;
      v[i] = momentum * v[i] + g / ((float) Math.sqrt(s[i]) + epsilon);
      w[i] -= r * v[i];
    }
  }

  @Override
  public List<float[]> memory() {
    return Stream.concat(squares.stream(), velocities.stream()).toList();
  }
}
