package glassbox.training;

import glassbox.data.ImageSet;
import glassbox.linalg.Matrix;
import glassbox.nn.SoftmaxCrossEntropy;

/** How well a network answers a set of images: mean loss, share of correct answers. */
public record Evaluation(int images, double loss, double accuracy) {
  /** Compares probabilities [N x C] with the labels of N images. */
  public static Evaluation of(Matrix probabilities, ImageSet images) {
    int classes = probabilities.columns();
    double loss = 0;
    int correct = 0;
    for (int n = 0; n < images.count(); n++) {
      double p = probabilities.get(n, images.label(n));
      loss -= Math.log(Math.max(p, SoftmaxCrossEntropy.SMALLEST_PROBABILITY));
      int answer = SoftmaxCrossEntropy.argMax(probabilities.values(), n * classes, classes);
      if (answer == images.label(n)) {
        correct++;
      }
    }
    return new Evaluation(images.count(), loss / images.count(), (double) correct / images.count());
  }
}
