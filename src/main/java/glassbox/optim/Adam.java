package glassbox.optim;

import glassbox.linalg.Compute;
import glassbox.linalg.GradientBlock;
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

  /** Rate over (1 - β1ᵗ), coupled decay, 1 over √(1 - β2ᵗ), share of w kept, and the constants. */
  private final float[] factors;

  private final float[] withoutDecay; // the same for what does not decay

  Adam(OptimizerSpec.AdamSpec spec, List<Parameter> parameters, Compute compute) {
    super(parameters, compute);
    this.spec = spec;
    means = zerosLike(parameters);
    squares = zerosLike(parameters);
    factors =
        new float[] {
          0,
          (float) (spec.decoupled() ? 0 : spec.weightDecay()),
          0,
          1,
          (float) spec.beta1(),
          (float) (1 - spec.beta1()),
          (float) spec.beta2(),
          (float) (1 - spec.beta2()),
          (float) spec.epsilon()
        };
    withoutDecay = factors.clone();
    withoutDecay[1] = 0;
  }

  /**
   * g = dL/dw + decay w (Adam), or w = w - r decay w (AdamW); m = β1 m + (1 - β1) g; v = β2 v + (1
   * - β2) g²; w = w - r m̂ / (√v̂ + ε), with m̂ = m / (1 - β1ᵗ) and v̂ = v / (1 - β2ᵗ).
   */
  @Override
  void update(int p, GradientBlock gradient) {
    float[] f = decays(p, spec) ? factors : withoutDecay;
    compute.adam(value(p), means.get(p), squares.get(p), gradient, f);
  }

  @Override
  public void begin(double learningRate) {
    updates++;
    factors[0] = (float) (learningRate / (1 - Math.pow(spec.beta1(), updates)));
    factors[2] = (float) (1 / Math.sqrt(1 - Math.pow(spec.beta2(), updates)));
    withoutDecay[0] = factors[0];
    withoutDecay[2] = factors[2];
    factors[3] = (float) (spec.decoupled() ? 1 - learningRate * spec.weightDecay() : 1);
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
