package glassbox.analysis;

import glassbox.linalg.Matrix;
import glassbox.nn.BatchNorm;
import glassbox.nn.Dense;
import glassbox.nn.Dropout;
import glassbox.nn.Layer;
import glassbox.nn.LayerSpec;
import glassbox.nn.LayerSpec.BatchNormSpec;
import glassbox.nn.LayerSpec.DenseSpec;
import glassbox.nn.LayerSpec.DropoutSpec;
import glassbox.nn.LayerSpec.GeluSpec;
import glassbox.nn.LayerSpec.LeakyReluSpec;
import glassbox.nn.LayerSpec.ReluSpec;
import glassbox.nn.LayerSpec.SigmoidSpec;
import glassbox.nn.LayerSpec.TanhSpec;
import glassbox.nn.Network;
import glassbox.nn.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * The training loss of a batch, computed a second time: in double precision and independently of
 * the layers' own code. Slow, and exact enough that differences of it show the true gradient.
 * Dropout is held to what the network dropped in its last training pass.
 */
final class DoubleForward {
  private final Network network;
  private final double labelSmoothing;
  private final double[][] images; // [N x D]
  private final int[] labels;
  private final Map<String, double[]> values = new HashMap<>();

  DoubleForward(Network network, Matrix x, int[] labels, double labelSmoothing) {
    this.network = network;
    this.labelSmoothing = labelSmoothing;
    this.labels = labels;
    images = new double[x.rows()][x.columns()];
    for (int n = 0; n < x.rows(); n++) {
      for (int d = 0; d < x.columns(); d++) {
        images[n][d] = x.get(n, d);
      }
    }
    for (Parameter parameter : network.parameters()) {
      double[] copy = new double[parameter.size()];
      for (int i = 0; i < copy.length; i++) {
        copy[i] = parameter.value().values()[i];
      }
      values.put(parameter.name(), copy);
    }
  }

  /** The numbers of a parameter, which may be changed between calls of {@link #loss}. */
  double[] valuesOf(Parameter parameter) {
    double[] found = values.get(parameter.name());
    if (found == null) {
      throw new IllegalArgumentException("no parameter " + parameter.name());
    }
    return found;
  }

  /** The mean loss of the batch by the present numbers. */
  double loss() {
    double[][] signal = images;
    List<LayerSpec> specs = network.specs();
    for (int i = 0; i < specs.size(); i++) {
      signal = forward(specs.get(i), network.layers().get(i), signal);
    }
    double sum = 0;
    for (int n = 0; n < signal.length; n++) {
      sum += crossEntropy(signal[n], labels[n]);
    }
    return sum / signal.length;
  }

  private double[][] forward(LayerSpec spec, Layer layer, double[][] x) {
    return switch (spec) {
      case DenseSpec dense -> dense((Dense) layer, x);
      case BatchNormSpec norm -> batchNorm((BatchNorm) layer, x);
      case DropoutSpec drop -> dropout((Dropout) layer, x);
      case ReluSpec relu -> each(x, v -> Math.max(0, v));
      case LeakyReluSpec leaky -> each(x, v -> v > 0 ? v : (float) leaky.slope() * v);
      case TanhSpec tanh -> each(x, Math::tanh);
      case SigmoidSpec sigmoid -> each(x, v -> 1 / (1 + Math.exp(-v)));
      case GeluSpec gelu -> each(x, v -> v * NormalDistribution.below(v));
    };
  }

  private static double[][] each(double[][] x, DoubleUnaryOperator function) {
    double[][] y = new double[x.length][];
    for (int n = 0; n < x.length; n++) {
      y[n] = java.util.Arrays.stream(x[n]).map(function).toArray();
    }
    return y;
  }

  private double[][] dense(Dense layer, double[][] x) {
    double[] w = valuesOf(layer.weight());
    double[] b = valuesOf(layer.bias());
    double[][] y = new double[x.length][];
    for (int n = 0; n < x.length; n++) {
      y[n] = b.clone();
      for (int d = 0; d < x[n].length; d++) {
        if (x[n][d] != 0) {
          for (int h = 0; h < b.length; h++) {
            y[n][h] += x[n][d] * w[d * b.length + h];
          }
        }
      }
    }
    return y;
  }

  private double[][] batchNorm(BatchNorm layer, double[][] x) {
    double[] gamma = valuesOf(layer.parameters().getFirst());
    double[] beta = valuesOf(layer.parameters().getLast());
    double[][] y = new double[x.length][gamma.length];
    for (int h = 0; h < gamma.length; h++) {
      double mean = 0;
      double variance = 0;
      for (double[] row : x) {
        mean += row[h] / x.length;
      }
      for (double[] row : x) {
        variance += (row[h] - mean) * (row[h] - mean) / x.length;
      }
      for (int n = 0; n < x.length; n++) {
        y[n][h] = gamma[h] * (x[n][h] - mean) / Math.sqrt(variance + BatchNorm.EPSILON) + beta[h];
      }
    }
    return y;
  }

  private static double[][] dropout(Dropout layer, double[][] x) {
    double[][] y = new double[x.length][x[0].length];
    for (int n = 0; n < x.length; n++) {
      for (int h = 0; h < x[n].length; h++) {
        y[n][h] = x[n][h] * layer.scaleOf(n, h);
      }
    }
    return y;
  }

  /** log Σ exp z - Σ q z, with smoothed targets q. */
  private double crossEntropy(double[] logits, int label) {
    double max = java.util.Arrays.stream(logits).max().orElseThrow();
    double sum = 0;
    double mean = 0;
    for (double z : logits) {
      sum += Math.exp(z - max);
      mean += z / logits.length;
    }
    return max + Math.log(sum) - (1 - labelSmoothing) * logits[label] - labelSmoothing * mean;
  }
}
