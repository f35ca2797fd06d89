package glassbox.optim;

import glassbox.linalg.Compute;
import glassbox.nn.Parameter;
import java.util.List;
import java.util.stream.Stream;

/**
 * Adam (Kingma and Ba 2015, algorithm 1), and AdamW, which decays the weights by themselves instead
 * of through the gradient (Loshchilov and Hutter 2019, algorithm 2).
 */
final class Adam extends Elementwise {
  private final OptimizerSpec.AdamSpec spec;
  private final List<float[]> means;
  private final List<float[]> squares;
  private long updates;

  // What is the same for all numbers of a step.
  private float size;
  private float root;
  private float kept;
  private float coupled;

  Adam(OptimizerSpec.AdamSpec spec, List<Parameter> parameters, Compute compute) {
    super(parameters, compute);
    this.spec = spec;
    means = zerosLike(parameters);
    squares = zerosLike(parameters);
  }

  /**
   * g = dL/dw + decay w (Adam), or w = w - r decay w (AdamW); m = β1 m + (1 - β1) g; v = β2 v + (1
   * - β2) g²; w = w - r m̂ / (√v̂ + ε), with m̂ = m / (1 - β1ᵗ) and v̂ = v / (1 - β2ᵗ).
   */
  @Override
  public void step(double learningRate) {
    updates++;
    size = (float) (learningRate / (1 - Math.pow(spec.beta1(), updates)));
    root = (float) (1 / Math.sqrt(1 - Math.pow(spec.beta2(), updates)));
    kept = (float) (spec.decoupled() ? 1 - learningRate * spec.weightDecay() : 1);
    coupled = (float) (spec.decoupled() ? 0 : spec.weightDecay());
    updateAll();
  }

  @Override
  void update(int p, int from, int to) {
    update(values(p), gradients(p), means.get(p), squares.get(p), from, to);
  }

  private void update(float[] w, float[] gradients, float[] m, float[] v, int from, int to) {
    float rate = size;
    float rootFactor = root;
    float keptShare = kept;
    float decay = coupled;
    float beta1 = (float) spec.beta1();
    float beta2 = (float) spec.beta2();
    float fresh1 = (float) (1 - spec.beta1());
    float fresh2 = (float) (1 - spec.beta2());
    float epsilon = (float) spec.epsilon();
    for (int i = from; i < to; i++) {
      float g = gradients[i] + decay * w[i];
      m[i] = beta1 * m[i] + fresh1 * g;
      v[i] = beta2 * v[i] + fresh2 * g * g;
      w[i] = keptShare * w[i] - rate * m[i] / ((float) Math.sqrt(v[i]) * rootFactor + epsilon);
    }
  }

  @Override
  public List<float[]> memory() {
    return Stream.concat(means.stream(), squares.stream()).toList();
  }

  @Override
  public long updates() {
    return updates;
  }

  @Override
  public void setUpdates(long count) {
    updates = count;
  }
}
