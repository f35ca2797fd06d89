package glassbox.nn;

import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import java.util.List;

/**
 * Batch normalisation (Ioffe and Szegedy 2015): each unit's numbers are brought to mean 0 and
 * variance 1, over the batch in training and by running statistics in evaluation, then scaled and
 * shifted by what is learned. Constants as in PyTorch's BatchNorm1d.
 */
public final class BatchNorm implements Layer {
  public static final double EPSILON = 1e-5;

  /** Share of each new batch in the running statistics. */
  public static final float MOMENTUM = 0.1f;

  private final Compute compute;
  private final int index;
  private final int width;
  private final Parameter gamma; // [1 x H]
  private final Parameter beta; // [1 x H]
  private final float[] runningMean; // [H]
  private final float[] runningVariance; // [H]
  private final float[] batchesSeen = new float[1];
  private final float[] mean; // [H], of the last pass
  private final float[] inverseDeviation; // [H], of the last pass
  private final double[] averages; // [H], of the last training pass
  private final double[] squares; // [H], of the last training pass
  private final Matrix normalised; // [N x H]
  private final Matrix y; // [N x H]
  private final Matrix dx; // [N x H]

  BatchNorm(int index, int width, LayerContext context) {
    this.index = index;
    this.width = width;
    gamma = Parameter.vector(index + ".weight", width);
    gamma.value().fill(1f);
    beta = Parameter.vector(index + ".bias", width);
    runningMean = new float[width];
    runningVariance = new float[width];
    java.util.Arrays.fill(runningVariance, 1f);
    mean = new float[width];
    inverseDeviation = new float[width];
    averages = new double[width];
    squares = new double[width];
    normalised = new Matrix(context.largestBatch(), width);
    compute = context.compute();
    y = new Matrix(context.largestBatch(), width);
    dx = new Matrix(context.largestBatch(), width);
  }

  /** x̂ = (x - μ) / √(σ² + ε), y = γ x̂ + β. */
  @Override
  public Matrix forward(Matrix x, Pass pass) {
    Shapes.require(x, width, index + " batchnorm");
    if (pass.isTraining()) {
      takeStatisticsOf(x);
    } else {
      for (int h = 0; h < width; h++) {
        mean[h] = runningMean[h];
        inverseDeviation[h] = (float) (1 / Math.sqrt(runningVariance[h] + EPSILON));
      }
    }
    float[] in = x.values();
    float[] hat = normalised.withRows(x.rows()).values();
    float[] out = y.withRows(x.rows()).values();
    float[] scale = gamma.value().values();
    float[] shift = beta.value().values();
    for (int n = 0, row = 0; n < x.rows(); n++, row += width) {
      for (int h = 0; h < width; h++) {
        hat[row + h] = (in[row + h] - mean[h]) * inverseDeviation[h];
      }
      for (int h = 0; h < width; h++) {
        out[row + h] = scale[h] * hat[row + h] + shift[h];
      }
    }
    return y;
  }

  /**
   * μ and σ² over the batch (σ² divided by N), and the running statistics moved towards them (there
   * σ² is divided by N - 1, so a batch of one image leaves the running variance as it is).
   */
  private void takeStatisticsOf(Matrix x) {
    int count = x.rows();
    addUp(x);
    for (int h = 0; h < width; h++) {
      mean[h] = (float) averages[h];
      inverseDeviation[h] = (float) (1 / Math.sqrt(squares[h] / count + EPSILON));
      runningMean[h] += MOMENTUM * (mean[h] - runningMean[h]);
      if (count > 1) {
        runningVariance[h] += MOMENTUM * ((float) (squares[h] / (count - 1)) - runningVariance[h]);
      }
    }
    batchesSeen[0]++;
  }

  /** Each unit's average and squared distances from it, row by row as they stand in the memory. */
  private void addUp(Matrix x) {
    float[] in = x.values();
    java.util.Arrays.fill(averages, 0);
    java.util.Arrays.fill(squares, 0);
    for (int n = 0, row = 0; n < x.rows(); n++, row += width) {
      for (int h = 0; h < width; h++) {
        averages[h] += in[row + h];
      }
    }
    for (int h = 0; h < width; h++) {
      averages[h] /= x.rows();
    }
    for (int n = 0, row = 0; n < x.rows(); n++, row += width) {
      for (int h = 0; h < width; h++) {
        double distance = in[row + h] - averages[h];
        squares[h] += distance * distance;
      }
    }
  }

  /**
   * dL/dβ = Σ dL/dy, dL/dγ = Σ dL/dy x̂, and dL/dx = γ / √(σ² + ε) (dL/dy - (dL/dβ + x̂ dL/dγ) /
   * N), because μ and σ² depend on x too.
   */
  @Override
  public Matrix backward(Matrix dy, boolean inputGradientNeeded) {
    Shapes.require(dy, width, index + " batchnorm");
    float[] out = dy.values();
    float[] hat = normalised.values();
    float[] dGamma = gamma.gradient().values();
    float[] dBeta = beta.gradient().values();
    compute.columnSums(dy, dBeta);
    java.util.Arrays.fill(dGamma, 0f);
    for (int n = 0, row = 0; n < dy.rows(); n++, row += width) {
      for (int h = 0; h < width; h++) {
        dGamma[h] += out[row + h] * hat[row + h];
      }
    }
    float share = 1f / dy.rows();
    float[] scale = gamma.value().values();
    float[] in = dx.withRows(dy.rows()).values();
    for (int n = 0, row = 0; n < dy.rows(); n++, row += width) {
      for (int h = 0; h < width; h++) {
        float common = (dBeta[h] + hat[row + h] * dGamma[h]) * share;
        in[row + h] = scale[h] * inverseDeviation[h] * (out[row + h] - common);
      }
    }
    return dx;
  }

  @Override
  public int inputs() {
    return width;
  }

  @Override
  public int outputs() {
    return width;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(gamma, beta);
  }

  @Override
  public List<Statistic> statistics() {
    return List.of(
        new Statistic(index + ".running_mean", runningMean, false),
        new Statistic(index + ".running_var", runningVariance, false),
        new Statistic(index + ".num_batches_tracked", batchesSeen, true));
  }
}
