package glassbox.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.linalg.RandomMatrices;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private final Compute compute = Compute.of("plain", 1);

  private static List<LayerSpec> specs(String... layers) {
    return Stream.of(layers).map(LayerSpec::parse).toList();
  }

  private Network small() {
    Network network = new Network(specs("dense 4", "relu", "dense 3"), 5, 2, compute);
    new Initializer.He().initialize(network, 1);
    return network;
  }

  private static float[] answer(Network network) {
    Matrix logits = network.forward(RandomMatrices.gaussian(2, 5, 1), Pass.EVALUATION);
    return Arrays.copyOf(logits.values(), logits.size());
  }

  @Test
  void theSeedNetworkLearns118282Numbers() {
    List<LayerSpec> seed = specs("dense 128", "relu", "dense 128", "relu", "dense 10");
    Network network = new Network(seed, 784, 1, compute);
    assertEquals(118_282, Network.parameterCount(seed, 784));
    assertEquals(118_282, network.parameters().stream().mapToInt(Parameter::size).sum());
  }

  @Test
  void knowsItsShapeAndNamesItsParametersByLayer() {
    Network network = small();
    assertEquals(5, network.inputs());
    assertEquals(3, network.outputs());
    assertEquals(
        List.of("0.weight", "0.bias", "2.weight", "2.bias"),
        network.parameters().stream().map(Parameter::name).toList());
  }

  @Test
  void imagesOfAnotherSizeAreRefusedNamingLayerWantedAndGot() {
    assertEquals(
        "layer 0, the network's input: wanted [N x 5], got [2 x 6]",
        assertThrows(
                IllegalArgumentException.class,
                () -> small().forward(new Matrix(2, 6), Pass.EVALUATION))
            .getMessage());
  }

  @Test
  void gradientsOfAnotherSizeAreRefusedNamingTheLastLayer() {
    Network network = small();
    answer(network);
    assertEquals(
        "layer 2.weight: wanted [N x 3], got [2 x 4]",
        assertThrows(IllegalArgumentException.class, () -> network.backward(new Matrix(2, 4)))
            .getMessage());
  }

  @Test
  void aCopyGivesTheSameAnswers() {
    Network network = small();
    assertArrayEquals(answer(network), answer(network.copy(7, compute)));
  }

  @Test
  void aCopyIsIndependent() {
    Network network = small();
    float[] before = answer(network);
    Network copy = network.copy(2, compute);
    copy.parameters().getFirst().value().fill(1f);
    float[] changed = answer(copy);
    assertArrayEquals(before, answer(network));
    assertFalse(Arrays.equals(before, changed));
  }

  @Test
  void anAnswerStaysWhenACopyAnswersOtherImages() {
    Network network = small();
    Matrix logits = network.forward(RandomMatrices.gaussian(2, 5, 1), Pass.EVALUATION);
    float[] before = logits.values().clone();
    network.copy(2, compute).forward(RandomMatrices.gaussian(2, 5, 9), Pass.EVALUATION);
    assertArrayEquals(before, logits.values());
  }

  @Test
  void anImageIsAnsweredAlikeInAnyBatch() {
    Network network = small();
    Matrix both = RandomMatrices.gaussian(2, 5, 1);
    float[] together = network.forward(both, Pass.EVALUATION).values().clone();
    float[] alone = network.forward(both.withRows(1), Pass.EVALUATION).values();
    for (int c = 0; c < 3; c++) {
      assertEquals(together[c], alone[c]);
    }
  }

  @Test
  void anEmptyNetworkIsRefused() {
    assertEquals(
        "network must have at least one layer, got none",
        assertThrows(IllegalArgumentException.class, () -> new Network(List.of(), 5, 1, compute))
            .getMessage());
  }

  @Test
  void anAbsurdlyLargeNetworkIsRefusedBeforeItTakesMemory() {
    List<LayerSpec> huge = specs("dense 65536", "dense 65536", "dense 10");
    assertEquals(
        "network must have at most 268,435,456 parameters, got 4,347,133,962",
        assertThrows(IllegalArgumentException.class, () -> new Network(huge, 784, 1, compute))
            .getMessage());
  }
}
