package glassbox.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.linalg.RandomMatrices;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitializerTest {
  private static final int D = 400;
  private static final int H = 300;

  /** The first layer's D * H weights. */
  private static float[] weights(String initializer, long seed) {
    return network(initializer, seed, "dense " + H).parameters().getFirst().value().values();
  }

  private static Network network(String initializer, long seed, String... layers) {
    List<LayerSpec> specs = Stream.of(layers).map(LayerSpec::parse).toList();
    Network network = new Network(specs, D, 16, Compute.of("plain", 1));
    Initializer.parse(initializer).initialize(network, seed);
    return network;
  }

  /** 120,000 draws: the standard error of a variance is 0.4 %. */
  private static void assertMoments(double variance, float[] weights) {
    double sum = 0;
    double squares = 0;
    for (float w : weights) {
      sum += w;
      squares += (double) w * w;
    }
    assertEquals(0, sum / weights.length, 0.02 * Math.sqrt(variance));
    assertEquals(variance, squares / weights.length, 0.02 * variance);
  }

  @Test
  void heHasVarianceTwoOverInputs() {
    assertMoments(2.0 / D, weights("he", 1));
  }

  @Test
  void heSmallOutputDiffersInTheLastLayerAlone() {
    Network network = network("he-small-output", 1, "dense 300", "relu", "dense 300");
    assertMoments(2.0 / D, network.parameters().getFirst().value().values());
    assertMoments(1.0 / H, network.parameters().get(2).value().values());
    assertMoments(1.0 / D, weights("he-small-output", 1));
    Network he = network("he", 1, "dense 300", "relu", "dense 300");
    assertArrayEquals(
        he.parameters().getFirst().value().values(),
        network.parameters().getFirst().value().values());
  }

  @Test
  void glorotIsUniformWithinItsBounds() {
    double bound = Math.sqrt(6.0 / (D + H));
    float[] weights = weights("glorot", 1);
    double largest = 0;
    for (float w : weights) {
      largest = Math.max(largest, Math.abs(w));
    }
    assertTrue(largest <= bound * (1 + 1e-6) && largest > 0.99 * bound, "largest " + largest);
    assertMoments(bound * bound / 3, weights);
  }

  @Test
  void normalHasTheDeviationOfOnesOwn() {
    assertMoments(0.03 * 0.03, weights("normal 0.03", 1));
  }

  @Test
  void theSameSeedDrawsTheSameWeightsAndAnotherOneOthers() {
    assertArrayEquals(weights("he", 1), weights("he", 1));
    assertFalse(Arrays.equals(weights("he", 1), weights("he", 2)));
  }

  @Test
  void layersOfTheSameShapeStartDifferently() {
    List<Parameter> parameters = network("he", 1, "dense " + D, "relu", "dense " + D).parameters();
    assertFalse(
        Arrays.equals(parameters.get(0).value().values(), parameters.get(2).value().values()));
  }

  @Test
  void biasesStartAtZero() {
    Network network = network("he", 1, "dense 7");
    network.parameters().get(1).value().fill(3f);
    new Initializer.He().initialize(network, 1);
    assertArrayEquals(new float[7], network.parameters().get(1).value().values());
  }

  @Test
  void smallWeightsStartAtTheLossOfGuessing() {
    Network network =
        network("normal 0.01", 1, "dense 128", "relu", "dense 128", "relu", "dense 10");
    Matrix images = RandomMatrices.gaussian(16, D, 1);
    int[] labels = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5};
    double loss =
        new SoftmaxCrossEntropy(16, 10, 0)
            .forward(network.forward(images, Pass.EVALUATION), labels);
    assertEquals(Math.log(10), loss, 0.1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"he", "glorot", "normal 0.01", "normal 2"})
  void textAndParseAreInverse(String text) {
    assertEquals(text, Initializer.parse(text).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "He", "xavier", "he 2", "normal", "normal 1 2"})
  void unknownInitializersAreRefusedNamingTheRule(String text) {
    assertEquals(
        "initializer must be he, he-small-output, glorot or \"normal DEVIATION\", got \""
            + text
            + "\"",
        assertThrows(IllegalArgumentException.class, () -> Initializer.parse(text)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "101", "NaN", "Infinity", "small"})
  void impossibleDeviationsAreRefusedNamingTheRule(String deviation) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Initializer.parse("normal " + deviation))
            .getMessage();
    assertTrue(message.startsWith("initializer's normal deviation must be "), message);
    assertTrue(message.contains("got "), message);
  }
}
