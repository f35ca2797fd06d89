package glassbox.analysis;

import glassbox.data.ImageSet;
import glassbox.linalg.Matrix;
import glassbox.nn.SoftmaxCrossEntropy;
import glassbox.training.Evaluation;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A network's answers to a set of images: for each one the probability of every class. */
public final class Predictions {
  private final ImageSet images;
  private final Matrix probabilities; // [N x C]
  private final int[] answers;
  private final int correct;
  private final List<Integer> surestCorrect;
  private final List<Integer> surestIncorrect;

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
    surestCorrect = sorted(true);
    surestIncorrect = sorted(false);
  }

  /** The class that every image is given, where all are given the same one. */
  public OptionalInt onlyAnswer() {
    boolean alike = answers.length > 1 && IntStream.of(answers).allMatch(a -> a == answers[0]);
    return alike ? OptionalInt.of(answers[0]) : OptionalInt.empty();
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

  /** Loss and accuracy over all images. */
  public Evaluation evaluation() {
    return Evaluation.of(probabilities, images);
  }

  /** The probability that the network gives its answer. */
  public float confidence(int image) {
    return probabilities.get(image, answers[image]);
  }

  /** The probability that the network gives a class. */
  public float probability(int image, int classIndex) {
    return probabilities.get(image, classIndex);
  }

  /** The probabilities that the network gives all classes. */
  public float[] probabilities(int image) {
    int from = image * classes();
    return Arrays.copyOfRange(probabilities.values(), from, from + classes());
  }

  /** The cross-entropy of one image, -ln of its class's probability; infinite where that is 0. */
  public double loss(int image) {
    return -Math.log(probabilities.get(image, truth(image)));
  }

  /** How much more probable the answer is than the next class, in [0, 1]. */
  public float margin(int image) {
    float next = 0;
    for (int c = 0; c < classes(); c++) {
      next = c == answers[image] ? next : Math.max(next, probabilities.get(image, c));
    }
    return confidence(image) - next;
  }

  /** The images answered correctly, or those answered incorrectly, the surest first. */
  public List<Integer> surestFirst(boolean answeredCorrectly) {
    return answeredCorrectly ? surestCorrect : surestIncorrect;
  }

  /** Sorts once, where the answers are made, so that whoever shows them need not. */
  private List<Integer> sorted(boolean answeredCorrectly) {
    long[] keys = new long[answeredCorrectly ? correct : count() - correct];
    int found = 0;
    for (int image = 0; image < count(); image++) {
      if (isCorrect(image) == answeredCorrectly) {
        keys[found++] = (long) Float.floatToIntBits(1 - confidence(image)) << 32 | image;
      }
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToObj(key -> (int) key).toList();
  }
}
