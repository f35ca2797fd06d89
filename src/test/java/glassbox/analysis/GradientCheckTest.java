package glassbox.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.ImageDataset;
import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.nn.Network;
import glassbox.training.Recipe;
import glassbox.training.RecipeBuilder;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientCheckTest {
  private static final ImageDataset DATA = SyntheticData.patterns(5, 5, 60, 20);

  private static List<GradientCheck.Row> check(Recipe recipe) {
    try (Compute compute = Compute.of("plain", 1)) {
      return GradientCheck.run(recipe, DATA, compute);
    }
  }

  private static RecipeBuilder with(String... layers) {
    return new RecipeBuilder().network(layers).batchSize(12);
  }

  private static void assertRight(List<GradientCheck.Row> rows) {
    for (GradientCheck.Row row : rows) {
      assertTrue(row.isRight(), row.toString());
      assertTrue(row.worst() < 2e-4, "rounding alone: " + row);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"relu", "leaky-relu 0.1", "tanh", "sigmoid", "gelu", "batchnorm", "dropout 0.4"})
  void everyLayerCarriesTheGradientBack(String layer) {
    assertRight(check(with("dense 9", layer, "dense 7", "tanh", layer, "dense 5").build()));
  }

  @Test
  void aDeepStackOfAllLayersCarriesItBack() {
    String[] layers = {
      "batchnorm",
      "dense 11",
      "gelu",
      "dense 10",
      "batchnorm",
      "tanh",
      "dropout 0.2",
      "dense 9",
      "leaky-relu 0.2",
      "dense 8",
      "sigmoid",
      "dense 7",
      "batchnorm",
      "relu",
      "dense 5"
    };
    assertRight(check(with(layers).labelSmoothing(0.1).build()));
  }

  @Test
  void everyParameterIsNamedWithItsShape() {
    List<GradientCheck.Row> rows = check(with("dense 6", "batchnorm", "dense 5").build());
    assertEquals(
        List.of("0.weight", "0.bias", "1.weight", "1.bias", "2.weight", "2.bias"),
        rows.stream().map(GradientCheck.Row::parameter).toList());
    assertEquals("[6 x 5]", rows.get(4).shape());
    assertEquals(30, rows.get(4).checked());
  }

  @Test
  void anErrorOfAThousandthIsNotRight() {
    assertTrue(new GradientCheck.Row("w", "[1 x 1]", 1, 9e-4, 0, "[0, 0]").isRight());
    assertTrue(!new GradientCheck.Row("w", "[1 x 1]", 1, 2e-3, 0, "[0, 0]").isRight());
    assertTrue(!new GradientCheck.Row("w", "[1 x 1]", 1, Double.NaN, 0, "[0, 0]").isRight());
  }

  /** The check of a first step whose gradients somebody has changed. */
  private static List<GradientCheck.Row> doctored(
      Recipe recipe, Matrix x, Consumer<Network> doctor) {
    int[] labels = IntStream.range(0, x.rows()).map(n -> n % 5).toArray();
    try (Compute compute = Compute.of("plain", 1)) {
      Network network = new Network(recipe.network(), x.columns(), x.rows(), compute);
      recipe.initializer().initialize(network, recipe.seed());
      GradientCheck.backpropagate(network, x, labels, recipe);
      doctor.accept(network);
      return GradientCheck.compare(network, x, labels, recipe);
    }
  }

  private static Matrix images() {
    Matrix x = new Matrix(12, 6);
    for (int i = 0; i < x.size(); i++) {
      x.values()[i] = i * 37 % 101 / 101f;
    }
    return x;
  }

  private static float[] gradient(Network network, int parameter) {
    return network.parameters().get(parameter).gradient().values();
  }

  private static List<String> wrong(List<GradientCheck.Row> rows) {
    return rows.stream().filter(row -> !row.isRight()).map(row -> row.parameter()).toList();
  }

  /** In no row but its own, whether it is too large, too small, forgotten or turned around. */
  @ParameterizedTest
  @ValueSource(floats = {1.01f, 0.99f, 0, -1, 2, Float.NaN, Float.POSITIVE_INFINITY})
  void aWrongGradientIsFoundAndNoOther(float factor) {
    Recipe recipe = with("dense 8", "relu", "dense 7", "leaky-relu 0.1", "dense 5").build();
    assertEquals(List.of(), wrong(doctored(recipe, images(), network -> {})));
    List<String> names = List.of("0.weight", "0.bias", "2.weight", "2.bias", "4.weight", "4.bias");
    for (int p = 0; p < names.size(); p++) {
      int parameter = p;
      List<GradientCheck.Row> rows =
          doctored(recipe, images(), network -> scaleLargest(gradient(network, parameter), factor));
      if (Float.isFinite(factor)) {
        assertEquals(List.of(names.get(p)), wrong(rows));
      } else {
        assertTrue(wrong(rows).contains(names.get(p)), rows.toString());
      }
    }
  }

  private static void scaleLargest(float[] values, float factor) {
    int largest = 0;
    for (int i = 0; i < values.length; i++) {
      largest = Math.abs(values[i]) > Math.abs(values[largest]) ? i : largest;
    }
    values[largest] *= factor;
  }

  /** Of black images every unit of the first layer is 0, whose slope is that of either side. */
  @ParameterizedTest
  @ValueSource(strings = {"relu", "leaky-relu 0.1"})
  void atAKinkEverySlopeBetweenBothSidesIsRight(String layer) {
    Recipe recipe = with("dense 9", layer, "dense 5").build();
    Matrix black = new Matrix(12, 25);
    assertEquals(List.of(), wrong(doctored(recipe, black, network -> {})));
    assertEquals(
        List.of("0.bias"),
        wrong(doctored(recipe, black, network -> gradient(network, 1)[3] += 0.5f)));
    assertEquals(
        List.of("0.bias"),
        wrong(doctored(recipe, black, network -> gradient(network, 1)[3] -= 0.5f)));
    assertEquals(
        List.of("0.weight"),
        wrong(doctored(recipe, black, network -> gradient(network, 0)[3] = 1e-4f)));
  }

  /** Where all gradients cancel out, rounding is all that is left of them. */
  @Test
  void aGradientThatShouldBeZeroIsWrongAboveRounding() {
    Recipe recipe = with("dense 9", "tanh", "dense 5").build();
    assertEquals(List.of(), wrong(balanced(recipe, 1e-8f)));
    assertEquals(List.of("2.bias"), wrong(balanced(recipe, 1e-5f)));
  }

  private static List<GradientCheck.Row> balanced(Recipe recipe, float error) {
    Matrix twoOfEachClass = new Matrix(10, 25);
    return doctored(recipe, twoOfEachClass, network -> gradient(network, 3)[2] += error);
  }
}
