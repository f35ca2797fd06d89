package glassbox.optim;

import glassbox.nn.Parameter;
import java.util.List;

/**
 * Keeps the weights that lead into each unit of a dense layer from growing longer than a given norm
 * (Srivastava et al. 2014, section 5.1). Applied after every update.
 */
public final class MaxNorm {
  private MaxNorm() {}

  /** Scales each column of every weight matrix [D x H] to norm c where it is longer. */
  public static void apply(List<Parameter> parameters, double c) {
    for (Parameter parameter : parameters) {
      if (!parameter.isVector()) {
        shorten(parameter, c);
      }
    }
  }

  private static void shorten(Parameter weights, double c) {
    int inputs = weights.value().rows();
    int units = weights.value().columns();
    float[] w = weights.value().values();
    double[] squares = new double[units];
    for (int d = 0, row = 0; d < inputs; d++, row += units) {
      for (int h = 0; h < units; h++) {
        squares[h] += (double) w[row + h] * w[row + h];
      }
    }
    for (int h = 0; h < units; h++) {
      double norm = Math.sqrt(squares[h]);
      if (norm > c) {
        float scale = (float) (c / norm);
        for (int at = h; at < w.length; at += units) {
          w[at] *= scale;
        }
      }
    }
  }
}
