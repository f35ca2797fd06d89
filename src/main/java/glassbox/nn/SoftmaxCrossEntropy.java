package glassbox.nn;

import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;

/**
 * Softmax and categorical cross-entropy in one, because their gradient together is simple and
 * stable: the softmax of logits of ±10,000 neither overflows nor loses the answer.
 *
 * <p>With probabilities p = softmax(z) and targets q, the loss of an image is -Σ q log p, the loss
 * of a batch its mean. The target of the true class is 1 - s + s/C, of the others s/C, with the
 * label smoothing s (Szegedy et al. 2016, section 7), mostly 0.
 */
public final class SoftmaxCrossEntropy {
  /** A probability below this is reported as this: the largest loss of an image is 16.1. */
  public static final double SMALLEST_PROBABILITY = 1e-7;

  private final Compute compute;
  private final int classes;
  private final Matrix probabilities; // [N x C]
  private final Matrix gradient; // [N x C]
  private double labelSmoothing;
  private int correct;

  /**
   * A loss over so many classes for batches up to the largest.
   *
   * @param labelSmoothing in [0, 1)
   */
  public SoftmaxCrossEntropy(
      int largestBatch, int classes, double labelSmoothing, Compute compute) {
    this.compute = compute;
    this.classes = classes;
    this.labelSmoothing = labelSmoothing;
    probabilities = new Matrix(largestBatch, classes);
    gradient = new Matrix(largestBatch, classes);
  }

  /** The same on the default kernel. */
  public SoftmaxCrossEntropy(int largestBatch, int classes, double labelSmoothing) {
    this(largestBatch, classes, labelSmoothing, Compute.single());
  }

  /**
   * Computes the mean loss of logits [N x C] whose true classes are labels[0..N).
   *
   * @return the loss, at least 0; NaN where the network's answer is not finite
   */
  public double forward(Matrix logits, int[] labels) {
    Shapes.require(logits, classes, "loss");
    probabilities.withRows(logits.rows());
    correct = 0;
    float[] z = logits.values();
    float[] p = probabilities.values();
    compute.exponentials(logits, p);
    double sum = compute.allFinite(logits) ? 0 : Double.NaN;
    for (int n = 0; n < logits.rows(); n++) {
      normaliseRow(p, n * classes, classes);
      sum += lossOfRow(n, labels[n]);
      if (argMax(z, n * classes, classes) == labels[n]) {
        correct++;
      }
    }
    return sum / logits.rows();
  }

  private double lossOfRow(int n, int label) {
    double loss = (1 - labelSmoothing) * surprise(probabilities.get(n, label));
    if (labelSmoothing > 0) {
      for (int c = 0; c < classes; c++) {
        loss += labelSmoothing / classes * surprise(probabilities.get(n, c));
      }
    }
    return loss;
  }

  /** -log p, with p kept away from 0. */
  private static double surprise(float p) {
    return -Math.log(Math.max(p, SMALLEST_PROBABILITY));
  }

  /** dL/dz = (p - q) / N, of the last forward pass. */
  public Matrix backward(int[] labels) {
    int rows = probabilities.rows();
    gradient.withRows(rows);
    float[] p = probabilities.values();
    float[] g = gradient.values();
    float scale = 1f / rows;
    float other = (float) (labelSmoothing / classes);
    float truth = (float) (1 - labelSmoothing);
    for (int n = 0, at = 0; n < rows; n++, at += classes) {
      for (int c = 0; c < classes; c++) {
        g[at + c] = (p[at + c] - other) * scale;
      }
      g[at + labels[n]] = (p[at + labels[n]] - other - truth) * scale;
    }
    return gradient;
  }

  /** How many images of the last forward pass have their largest logit at their true class. */
  public int correct() {
    return correct;
  }

  /** The probabilities [N x C] of the last forward pass. */
  public Matrix probabilities() {
    return probabilities;
  }

  /** Takes effect at the next forward pass; in [0, 1). */
  public void setLabelSmoothing(double newSmoothing) {
    labelSmoothing = newSmoothing;
  }

  /** p = exp(z - max z) / Σ exp(z - max z), for a row of exponentials that starts at `at`. */
  private static void normaliseRow(float[] p, int at, int classes) {
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += p[at + c];
    }
    double share = 1 / sum;
    for (int c = 0; c < classes; c++) {
      p[at + c] = (float) (p[at + c] * share);
    }
  }

  /** The class with the largest value in a row that starts at `at`; the first of equals. */
  public static int argMax(float[] values, int at, int classes) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      if (values[at + c] > values[at + best]) {
        best = c;
      }
    }
    return best;
  }
}
