package glassbox.optim;

import glassbox.nn.Parameter;
import java.util.List;
import java.util.stream.Stream;

/**
 * RMSprop (Tieleman and Hinton 2012, lecture 6.5): each number's step is divided by the root of the
 * moving average of its squared gradient.
 */
final class RmsProp implements Optimizer {
  private final OptimizerSpec.RmsPropSpec spec;
  private final List<Parameter> parameters;
  private final List<float[]> squares;
  private final List<float[]> velocities;

  RmsProp(OptimizerSpec.RmsPropSpec spec, List<Parameter> parameters) {
    this.spec = spec;
    this.parameters = parameters;
    squares = Memory.zerosLike(parameters);
    velocities = Memory.zerosLike(spec.momentum() == 0 ? List.of() : parameters);
  }

  /**
   * g = dL/dw + weightDecay w; s = decay s + (1 - decay) g²; u = g / (√s + ε); w = w - r u, or with
   * momentum v = momentum v + u; w = w - r v.
   */
  @Override
  public void step(double learningRate) {
    float rate = (float) learningRate;
    float weightDecay = (float) spec.weightDecay();
    float past = (float) spec.decay();
    float fresh = (float) (1 - spec.decay());
    float epsilon = (float) spec.epsilon();
    float momentum = (float) spec.momentum();
    for (int p = 0; p < parameters.size(); p++) {
      float[] w = parameters.get(p).value().values();
      float[] gradients = parameters.get(p).gradient().values();
      float[] s = squares.get(p);
      for (int i = 0; i < w.length; i++) {
        float g = gradients[i] + weightDecay * w[i];
        s[i] = past * s[i] + fresh * g * g;
        float u = g / ((float) Math.sqrt(s[i]) + epsilon);
        if (!velocities.isEmpty()) {
          float[] v = velocities.get(p);
          v[i] = momentum * v[i] + u;
          u = v[i];
        }
        w[i] -= rate * u;
      }
    }
  }

  @Override
  public List<float[]> memory() {
    return Stream.concat(squares.stream(), velocities.stream()).toList();
  }
}
