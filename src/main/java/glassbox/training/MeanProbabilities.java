package glassbox.training;

import glassbox.linalg.Matrix;
import org.jspecify.annotations.Nullable;

/** The mean of several answers to the same images, changed or not. */
public final class MeanProbabilities {
  private @Nullable Matrix sum;
  private int count;

  /** Adds the probabilities [N x C] of one answer. */
  public void add(Matrix probabilities) {
    if (sum == null) {
      sum = new Matrix(probabilities.rows(), probabilities.columns());
    }
    float[] total = sum.values();
    float[] more = probabilities.values();
    for (int i = 0; i < sum.size(); i++) {
      total[i] += more[i];
    }
    count++;
  }

  /**
   * The mean [N x C] of what was added.
   *
   * @throws IllegalStateException where that is nothing
   */
  public Matrix mean() {
    if (sum == null) {
      throw new IllegalStateException("the mean of nothing");
    }
    Matrix mean = new Matrix(sum.rows(), sum.columns());
    for (int i = 0; i < sum.size(); i++) {
      mean.values()[i] = sum.values()[i] / count;
    }
    return mean;
  }
}
