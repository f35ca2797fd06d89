package glassbox.analysis;

import glassbox.data.ImageSet;
import glassbox.linalg.Matrix;
import glassbox.nn.SoftmaxCrossEntropy;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A network's answers to a set of images: for each one the probability of every class. */
public final class Predictions {
  private final ImageSet images;
  private final Matrix probabilities; // [N x C]
  private final int[] answers;
  private final int correct;

  /**
   * Looks at probabilities that nobody changes any more.
   *
   * @param probabilities [N x C], a row for each of the N images
   */
  public Predictions(ImageSet images, Matrix probabilities) {
    if (probabilities.rows() != images.count()) {
      throw new IllegalArgumentException(
          "%d images need as many rows, got %s".formatted(images.count(), probabilities.shape()));
    }
    this.images = images;
    this.probabilities = probabilities;
    answers = new int[images.count()];
    int right = 0;
    for (int n = 0; n < answers.length; n++) {
      answers[n] =
          SoftmaxCrossEntropy.argMax(
              probabilities.values(), n * probabilities.columns(), probabilities.columns());
      right += answers[n] == images.label(n) ? 1 : 0;
    }
    correct = right;
  }

  public ImageSet images() {
    return images;
  }

  public int count() {
    return answers.length;
  }

  public int classes() {
    return probabilities.columns();
  }

  /** The class that an image belongs to. */
  public int truth(int image) {
    return images.label(image);
  }

  /** The class that the network takes an image for. */
  public int answer(int image) {
    return answers[image];
  }

  public boolean isCorrect(int image) {
    return answers[image] == images.label(image);
  }

  /** How many images are answered correctly. */
  public int correctCount() {
    return correct;
  }

  /** The share of images that are answered correctly. */
  public double accuracy() {
    return (double) correct / count();
  }

  /** The probability that the network gives its answer. */
  public float confidence(int image) {
    return probabilities.get(image, answers[image]);
  }

  /** The probability that the network gives a class. */
  public float probability(int image, int classIndex) {
    return probabilities.get(image, classIndex);
  }

  /** The images answered correctly, or those answered incorrectly, the surest first. */
  public List<Integer> surestFirst(boolean answeredCorrectly) {
    return IntStream.range(0, count())
        .filter(image -> isCorrect(image) == answeredCorrectly)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer image) -> -confidence(image)))
        .toList();
  }
}
