package glassbox.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.linalg.RandomMatrices;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EnsembleTest {
  private static final int IMAGES = 7;
  private static final int PIXELS = 6;
  private static final int CLASSES = 3;

  private final Compute compute = Compute.of("plain", 1);

  /** A network all of whose numbers are random, the statistics too. */
  private Network network(long seed, String... layers) {
    List<LayerSpec> specs = Stream.of(layers).map(LayerSpec::parse).toList();
    Network network = new Network(specs, PIXELS, IMAGES, compute);
    Random random = new Random(seed);
    for (Parameter parameter : network.parameters()) {
      fill(parameter.value().values(), random, -1);
    }
    for (Statistic statistic : network.statistics()) {
      fill(statistic.values(), random, statistic.name().endsWith("var") ? 0.1f : -1);
    }
    return network;
  }

  private static void fill(float[] values, Random random, float least) {
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat(least, 1);
    }
  }

  private float[] logits(Network network) {
    Matrix x = RandomMatrices.gaussian(IMAGES, PIXELS, 9);
    Matrix logits = network.copy(IMAGES, compute).forward(x, Pass.EVALUATION);
    return Arrays.copyOf(logits.values(), IMAGES * CLASSES);
  }

  private void assertMeanOfLogits(Network... members) {
    float[] mean = new float[IMAGES * CLASSES];
    for (Network member : members) {
      float[] own = logits(member);
      IntStream.range(0, mean.length).forEach(i -> mean[i] += own[i] / members.length);
    }
    assertArrayEquals(mean, logits(Ensemble.of(List.of(members), compute)), 1e-5f);
  }

  @Test
  void itsLogitsAreTheMeanOfItsMembers() {
    String[] layers = {"dense 5", "batchnorm", "relu", "dense 4", "batchnorm", "tanh", "dense 3"};
    assertMeanOfLogits(network(1, layers), network(2, layers), network(3, layers));
  }

  @Test
  void membersMayDifferInWidthAndDropout() {
    assertMeanOfLogits(
        network(1, "dense 5", "batchnorm", "relu", "dropout 0.5", "dense 3"),
        network(2, "dense 9", "batchnorm", "relu", "dense 3"));
  }

  @Test
  void networksOfOneLayerAreTheirMean() {
    assertMeanOfLogits(network(1, "dense 3"), network(2, "dense 3"));
  }

  @Test
  void oneMemberAnswersAsItself() {
    Network alone = network(4, "dense 5", "batchnorm", "gelu", "dense 3");
    assertArrayEquals(logits(alone), logits(Ensemble.of(List.of(alone), compute)));
  }

  @Test
  void unitsOfTwoMembersKnowNothingOfEachOther() {
    String[] layers = {"dense 2", "relu", "dense 2", "relu", "dense 3"};
    Network joined = Ensemble.of(List.of(network(1, layers), network(2, layers)), compute);
    Matrix between = joined.parameters().get(2).value();
    assertEquals(4, between.rows());
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 4; column++) {
        assertEquals(row / 2 == column / 2, between.get(row, column) != 0);
      }
    }
  }

  private void assertRefused(String wanted, Network... members) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Ensemble.of(List.of(members), compute))
            .getMessage();
    assertEquals(wanted, message);
  }

  @Test
  void whatIsBuiltInAnotherWayIsRefusedByItsNumber() {
    Network relu = network(1, "dense 5", "relu", "dense 3");
    assertRefused(
        "expected network 3 to be built like the first (6 pixels, dense, relu, dense, 3 classes),"
            + " got 6 pixels, dense, tanh, dense, 3 classes",
        relu,
        relu,
        network(2, "dense 5", "tanh", "dense 3"));
    assertRefused(
        "expected network 2 to be built like the first (6 pixels, dense, relu, dense, 3 classes),"
            + " got 6 pixels, dense, relu, dense, 4 classes",
        relu,
        network(2, "dense 5", "relu", "dense 4"));
  }

  @Test
  void layersBeforeTheFirstDenseOneCannotStandSideBySide() {
    Network network = network(1, "batchnorm", "dense 3");
    assertRefused("expected networks that begin with a dense layer, got batchnorm", network);
  }
}
