package glassbox.training;

import glassbox.data.ImageSet;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.nn.Network;
import glassbox.nn.Pass;
import glassbox.nn.SoftmaxCrossEntropy;
import org.jspecify.annotations.Nullable;

/**
 * Answers whole sets of images with a copy of a network, so that the network itself, its buffers
 * and its run are left alone.
 */
public final class Evaluator {
  static final int BATCH = 500;

  private final Network network;
  private final SoftmaxCrossEntropy softmax;
  private final int[] which = new int[BATCH];
  private final int[] labels = new int[BATCH];

  /** Some megabytes, kept for the next time that the same images are to be answered. */
  private @Nullable Matrix batch;

  private @Nullable ImageSet batchOf;

  /** An evaluator for networks built like this one. */
  public Evaluator(Network like, Compute compute) {
    network = like.copy(BATCH, compute);
    softmax = new SoftmaxCrossEntropy(BATCH, like.outputs(), 0, compute);
  }

  /** The copy: its parameters may be set from another network of the same build. */
  public Network network() {
    return network;
  }

  /** Puts n images, the first of which, into a batch x [n x D]. */
  interface Filling {
    void fill(Matrix x, int[] which, int n);
  }

  /** Called between batches; false ends the work. */
  public interface Going {
    boolean on();
  }

  /** The probabilities [N x C] of all images, by the copy's present parameters. */
  public Matrix probabilities(ImageSet images) {
    return probabilities(images, () -> true);
  }

  /** The same, ended early (rows of zeros are left) when it is no longer wanted. */
  public Matrix probabilities(ImageSet images, Going going) {
    return probabilities(
        images, batchFor(images), (x, which, n) -> images.fill(x, which, 0, n), going);
  }

  private Matrix batchFor(ImageSet images) {
    Matrix x = images == batchOf ? batch : null;
    if (x == null) {
      x = images.batchMatrix(Math.min(BATCH, images.count()));
      batch = x;
      batchOf = images;
    }
    return x;
  }

  /** The same of images that are filled into a batch in another way. */
  Matrix probabilities(ImageSet images, Matrix x, Filling filling, Going going) {
    int classes = network.outputs();
    Matrix all = new Matrix(images.count(), classes);
    for (int from = 0; from < images.count() && going.on(); from += BATCH) {
      int n = Math.min(BATCH, images.count() - from);
      for (int i = 0; i < n; i++) {
        which[i] = from + i;
        labels[i] = images.label(from + i);
      }
      filling.fill(x, which, n);
      softmax.forward(network.forward(x, Pass.EVALUATION), labels);
      System.arraycopy(
          softmax.probabilities().values(), 0, all.values(), from * classes, n * classes);
    }
    return all;
  }

  /** Loss and accuracy of all images, by the copy's present parameters. */
  public Evaluation evaluate(ImageSet images) {
    return Evaluation.of(probabilities(images), images);
  }
}
