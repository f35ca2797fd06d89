package glassbox.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.linalg.RandomMatrices;
import glassbox.linalg.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole stacks of layers with their loss against central differences. */
class NetworkGradientTest {
  private static final int BATCH = 3;
  private static final int INPUTS = 5;
  private static final int CLASSES = 4;
  private static final int[] LABELS = {1, 3, 0};

  /** A change of EPSILON in one number moves no input of a ReLU by as much as this. */
  private static final double MARGIN = 6 * NumericalGradients.EPSILON;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everyGradientOfARandomStackIsTheSlopeOfTheLoss(long seed) {
    Network network = network(randomStack(seed));
    Matrix x = awayFromKinks(network, seed);
    SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy(BATCH, CLASSES, seed % 2 == 0 ? 0.1 : 0);
    loss.forward(network.forward(x, Pass.EVALUATION), LABELS);
    network.backward(loss.backward(LABELS));
    for (Parameter parameter : network.parameters()) {
      NumericalGradients.assertEqual(
          network.specs().stream().map(LayerSpec::text).toList() + " " + parameter.name(),
          parameter.value(),
          parameter.gradient(),
          () -> loss.forward(network.forward(x, Pass.EVALUATION), LABELS));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theGradientReachesTheInputsOfTheNetwork(long seed) {
    List<LayerSpec> specs = new ArrayList<>(List.of(new LayerSpec.ReluSpec()));
    specs.addAll(randomStack(seed));
    Network network = network(specs);
    Matrix x = awayFromKinks(network, seed);
    SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy(BATCH, CLASSES, 0);
    loss.forward(network.forward(x, Pass.EVALUATION), LABELS);
    network.backward(loss.backward(LABELS));
    NumericalGradients.assertEqual(
        "dL/dx",
        x,
        ((Activation) network.layers().getFirst()).dx,
        () -> loss.forward(network.forward(x, Pass.EVALUATION), LABELS));
  }

  /** One to four dense layers of one to seven units, with a ReLU after most of them. */
  private static List<LayerSpec> randomStack(long seed) {
    RandomGenerator random = RandomStream.of(seed, "stack", 0);
    List<LayerSpec> specs = new ArrayList<>();
    for (int hidden = random.nextInt(4); hidden > 0; hidden--) {
      specs.add(new LayerSpec.DenseSpec(1 + random.nextInt(7)));
      if (random.nextInt(4) > 0) {
        specs.add(new LayerSpec.ReluSpec());
      }
    }
    specs.add(new LayerSpec.DenseSpec(CLASSES));
    return specs;
  }

  private static Network network(List<LayerSpec> specs) {
    return new Network(specs, INPUTS, BATCH, Compute.of("plain", 1));
  }

  /** Draws parameters and images until no input of a ReLU is near 0, where it has no slope. */
  private static Matrix awayFromKinks(Network network, long seed) {
    for (long attempt = 1000 * seed; attempt < 1000 * (seed + 1); attempt++) {
      for (Parameter parameter : network.parameters()) {
        Matrix value = parameter.value();
        value.copyFrom(RandomMatrices.gaussian(value.rows(), value.columns(), attempt));
        halve(value); // so that no probability is as small as the loss is clipped at
      }
      Matrix x = RandomMatrices.gaussian(BATCH, INPUTS, attempt + 500_000);
      if (nearestToKink(network, x) > MARGIN) {
        return x;
      }
    }
    throw new AssertionError("no draw is away from the kinks");
  }

  private static void halve(Matrix matrix) {
    for (int i = 0; i < matrix.size(); i++) {
      matrix.values()[i] /= 2;
    }
  }

  private static double nearestToKink(Network network, Matrix x) {
    double nearest = Double.MAX_VALUE;
    Matrix signal = x;
    for (Layer layer : network.layers()) {
      if (layer instanceof ReLU) {
        for (int i = 0; i < signal.size(); i++) {
          nearest = Math.min(nearest, Math.abs(signal.values()[i]));
        }
      }
      signal = layer.forward(signal, Pass.EVALUATION);
    }
    assertEquals(CLASSES, signal.columns());
    return nearest;
  }
}
