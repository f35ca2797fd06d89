package glassbox.optim;

import glassbox.linalg.Compute;
import glassbox.linalg.GradientBlock;
import glassbox.nn.Parameter;
import java.util.List;
import java.util.stream.Stream;

/**
 * RMSprop (Tieleman and Hinton 2012, lecture 6.5): each number's step is divided by the root of the
 * moving average of its squared gradient.
 */
final class RmsProp extends Elementwise {
  private final List<float[]> squares;
  private final List<float[]> velocities;
  private final OptimizerSpec.RmsPropSpec spec;
  private final float[] factors; // rate, weight decay, decay, 1 - decay, epsilon, momentum
  private final float[] withoutDecay; // the same for what does not decay

  RmsProp(OptimizerSpec.RmsPropSpec spec, List<Parameter> parameters, Compute compute) {
    super(parameters, compute);
    this.spec = spec;
    squares = zerosLike(parameters);
    velocities = zerosLike(spec.momentum() == 0 ? List.of() : parameters);
    factors =
        new float[] {
          0,
          (float) spec.weightDecay(),
          (float) spec.decay(),
          (float) (1 - spec.decay()),
          (float) spec.epsilon(),
          (float) spec.momentum()
        };
    withoutDecay = factors.clone();
    withoutDecay[1] = 0;
  }

  /**
   * g = dL/dw + weightDecay w; s = decay s + (1 - decay) g²; u = g / (√s + ε); w = w - r u, or with
   * momentum v = momentum v + u; w = w - r v.
   */
  @Override
  void update(int p, GradientBlock gradient) {
    float[] f = decays(p, spec) ? factors : withoutDecay;
    if (velocities.isEmpty()) {
      compute.rmsProp(value(p), squares.get(p), gradient, f);
    } else {
      compute.rmsPropWithMomentum(value(p), squares.get(p), velocities.get(p), gradient, f);
    }
  }

  @Override
  public void begin(double learningRate) {
    factors[0] = (float) learningRate;
    withoutDecay[0] = factors[0];
  }

  @Override
  public List<float[]> memory() {
    return Stream.concat(squares.stream(), velocities.stream()).toList();
  }
}
