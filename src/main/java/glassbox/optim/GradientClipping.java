package glassbox.optim;

import glassbox.nn.Parameter;
import java.util.List;

/** Shortens the gradient of all parameters together (Pascanu et al. 2013, algorithm 1). */
public final class GradientClipping {
  private GradientClipping() {}

  /** Scales all gradients to a common norm where they are longer, as PyTorch's clip_grad_norm_. */
  public static void apply(List<Parameter> parameters, double norm) {
    double squares = 0;
    for (Parameter parameter : parameters) {
      for (float g : parameter.gradient().values()) {
        squares += (double) g * g;
      }
    }
    float scale = (float) (norm / (Math.sqrt(squares) + 1e-6));
    if (scale < 1) {
      for (Parameter parameter : parameters) {
        float[] g = parameter.gradient().values();
        for (int i = 0; i < g.length; i++) {
          g[i] *= scale;
        }
      }
    }
  }
}
