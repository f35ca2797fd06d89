package glassbox.optim;

import glassbox.nn.Parameter;
import java.util.List;
import java.util.stream.Stream;

/**
 * Adam (Kingma and Ba 2015, algorithm 1), and AdamW, which decays the weights by themselves instead
 * of through the gradient (Loshchilov and Hutter 2019, algorithm 2).
 */
final class Adam implements Optimizer {
  private final OptimizerSpec.AdamSpec spec;
  private final List<Parameter> parameters;
  private final List<float[]> means;
  private final List<float[]> squares;
  private long updates;

  Adam(OptimizerSpec.AdamSpec spec, List<Parameter> parameters) {
    this.spec = spec;
    this.parameters = parameters;
    means = Memory.zerosLike(parameters);
    squares = Memory.zerosLike(parameters);
  }

  /**
   * g = dL/dw + decay w (Adam), or w = w - r decay w (AdamW); m = β1 m + (1 - β1) g; v = β2 v + (1
   * - β2) g²; w = w - r m̂ / (√v̂ + ε), with m̂ = m / (1 - β1ᵗ) and v̂ = v / (1 - β2ᵗ).
   */
  @Override
  public void step(double learningRate) {
    updates++;
    float size = (float) (learningRate / (1 - Math.pow(spec.beta1(), updates)));
    float root = (float) (1 / Math.sqrt(1 - Math.pow(spec.beta2(), updates)));
    float kept = (float) (spec.decoupled() ? 1 - learningRate * spec.weightDecay() : 1);
    float coupled = (float) (spec.decoupled() ? 0 : spec.weightDecay());
    for (int p = 0; p < parameters.size(); p++) {
      float[] w = parameters.get(p).value().values();
      float[] gradients = parameters.get(p).gradient().values();
      update(w, gradients, means.get(p), squares.get(p), new Factors(size, root, kept, coupled));
    }
  }

  /** What is the same for all numbers of a step. */
  private record Factors(float size, float root, float kept, float coupled) {}

  private void update(float[] w, float[] gradients, float[] m, float[] v, Factors factors) {
    float size = factors.size();
    float root = factors.root();
    float kept = factors.kept();
    float coupled = factors.coupled();
    float beta1 = (float) spec.beta1();
    float beta2 = (float) spec.beta2();
    float fresh1 = (float) (1 - spec.beta1());
    float fresh2 = (float) (1 - spec.beta2());
    float epsilon = (float) spec.epsilon();
    for (int i = 0; i < w.length; i++) {
      float g = gradients[i] + coupled * w[i];
      m[i] = beta1 * m[i] + fresh1 * g;
      v[i] = beta2 * v[i] + fresh2 * g * g;
      w[i] = kept * w[i] - size * m[i] / ((float) Math.sqrt(v[i]) * root + epsilon);
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
