package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.nn.Initializer;
import glassbox.nn.LayerSpec;
import glassbox.nn.Network;
import glassbox.nn.Pass;
import glassbox.nn.SoftmaxCrossEntropy;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
  /** More than two of the evaluator's batches of 500. */
  private final ImageDataset data = SyntheticData.patterns(5, 4, 1203, 7);

  private final Compute compute = Compute.of("plain", 1);

  private Network network() {
    Network network = new Network(List.of(LayerSpec.parse("dense 5")), 16, 2, compute);
    new Initializer.He().initialize(network, 1);
    return network;
  }

  @Test
  void answersEachImageAsTheNetworkDoes() {
    Network network = network();
    Matrix all = new Evaluator(network, compute).probabilities(data.train());
    assertEquals("[1203 x 5]", all.shape());
    SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy(1, 5, 0);
    Matrix x = new Matrix(1, 16);
    for (int image : new int[] {0, 1, 499, 500, 999, 1000, 1202}) {
      data.train().copyTo(image, x, 0);
      softmax.forward(network.forward(x, Pass.EVALUATION), new int[1]);
      assertArrayEquals(
          softmax.probabilities().values(),
          Arrays.copyOfRange(all.values(), 5 * image, 5 * image + 5),
          "image " + image);
    }
  }

  @Test
  void lossAndAccuracyAreMeansOverAllImages() {
    ImageSet images = data.train();
    Evaluator evaluator = new Evaluator(network(), compute);
    Matrix probabilities = evaluator.probabilities(images);
    double loss = 0;
    int correct = 0;
    for (int n = 0; n < images.count(); n++) {
      loss -= Math.log(probabilities.get(n, images.label(n)));
      correct +=
          SoftmaxCrossEntropy.argMax(probabilities.values(), 5 * n, 5) == images.label(n) ? 1 : 0;
    }
    Evaluation evaluation = evaluator.evaluate(images);
    assertEquals(1203, evaluation.images());
    assertEquals(loss / 1203, evaluation.loss(), 1e-9);
    assertEquals(correct / 1203.0, evaluation.accuracy());
  }

  @Test
  void theNetworkItselfIsLeftAlone() {
    Network network = network();
    Matrix x = new Matrix(1, 16);
    data.train().copyTo(0, x, 0);
    Matrix logits = network.forward(x, Pass.EVALUATION);
    float[] before = logits.values().clone();
    Evaluator evaluator = new Evaluator(network, compute);
    evaluator.network().parameters().getFirst().value().fill(1f);
    evaluator.evaluate(data.train());
    assertArrayEquals(before, logits.values());
    assertArrayEquals(before, network.forward(x, Pass.EVALUATION).values());
  }

  @Test
  void workThatIsNoLongerWantedEnds() {
    AtomicInteger asked = new AtomicInteger();
    Matrix all =
        new Evaluator(network(), compute)
            .probabilities(data.train(), () -> asked.incrementAndGet() <= 1);
    assertFalse(all.get(499, 0) == 0, "the first batch is answered");
    assertEquals(0, all.get(500, 0), "the second is not");
    assertEquals(2, asked.get());
  }

  @Test
  void aCertainWrongAnswerCostsNoMoreThanTheClippedLoss() {
    Matrix probabilities = Matrix.of(2, 2, 1, 0, 0, 1);
    ImageSet images = new ImageSet(new byte[2], new byte[] {1, 1}, 1, 1);
    Evaluation evaluation = Evaluation.of(probabilities, images);
    assertEquals(-Math.log(1e-7) / 2, evaluation.loss(), 1e-9);
    assertEquals(0.5, evaluation.accuracy());
  }
}
