package glassbox.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.ImageDataset;
import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import glassbox.training.Recipe;
import glassbox.training.RecipeBuilder;
import java.util.List;
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
}
