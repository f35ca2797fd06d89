package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.ImageDataset;
import glassbox.data.SyntheticData;
import glassbox.nn.LayerSpec;
import glassbox.optim.LearningRateSchedule.InverseTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeTest {
  private final ImageDataset data = SyntheticData.patterns(5, 4, 40, 10);

  private static void assertRefused(String message, RecipeBuilder recipe) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, recipe::build).getMessage());
  }

  private void assertDoesNotFit(String message, RecipeBuilder builder) {
    Recipe recipe = builder.build();
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> recipe.requireFits(data)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 100_001})
  void epochsOutOfRangeAreRefused(int epochs) {
    assertRefused(
        "epochs must be in [1, 100000], got " + epochs, new RecipeBuilder().epochs(epochs));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 65_537})
  void batchSizesOutOfRangeAreRefused(int batchSize) {
    assertRefused(
        "batchSize must be in [1, 65536], got " + batchSize,
        new RecipeBuilder().batchSize(batchSize));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void labelSmoothingOutOfRangeIsRefused(double smoothing) {
    assertRefused(
        "loss.labelSmoothing must be in [0, 1), got " + smoothing,
        new RecipeBuilder().labelSmoothing(smoothing));
  }

  @Test
  void aNegativeValidationIsRefused() {
    assertRefused("validation must be at least 0, got -1", new RecipeBuilder().validation(-1));
  }

  @Test
  void aBlankDataSetIsRefused() {
    assertRefused(
        "dataset must be a name or a path, got nothing", new RecipeBuilder().dataset(" "));
  }

  @Test
  void aNetworkWithoutLayersIsRefused() {
    assertRefused("network must have at least one layer, got none", new RecipeBuilder().network());
  }

  @Test
  void aNetworkThatDoesNotEndWithDenseIsRefused() {
    assertRefused(
        "network must end with a dense layer, got \"relu\"",
        new RecipeBuilder().network("dense 5", "relu"));
  }

  @Test
  void theEndsOfAllRangesAreAllowed() {
    Recipe recipe =
        new RecipeBuilder().epochs(100_000).batchSize(65_536).labelSmoothing(0.999).build();
    assertEquals(100_000, recipe.epochs());
    assertEquals(1, new RecipeBuilder().epochs(1).batchSize(1).build().batchSize());
  }

  @Test
  void aLastLayerThatDoesNotFitTheClassesIsRefused() {
    assertDoesNotFit(
        "network must end with \"dense 5\", one unit for each class of patterns, got \"dense 10\"",
        new RecipeBuilder().network("dense 10"));
  }

  @Test
  void holdingOutAllImagesIsRefused() {
    assertDoesNotFit(
        "validation must leave images to learn: below 40, got 40",
        new RecipeBuilder().validation(40));
  }

  @Test
  void anAbsurdlyLargeNetworkIsRefused() {
    assertDoesNotFit(
        "network must have at most 268,435,456 parameters, got 4,296,474,629",
        new RecipeBuilder().network("dense 65536", "dense 65536", "dense 5"));
  }

  @Test
  void aRecipeThatFitsIsLeftInPeace() {
    new RecipeBuilder().validation(39).build().requireFits(data);
  }

  @ParameterizedTest
  @CsvSource({"100, 0, 32, 4", "96, 0, 32, 3", "100, 68, 32, 1", "100, 50, 65536, 1"})
  void anEpochHasAStepForEveryBatchBegun(int images, int validation, int batch, int steps) {
    Recipe recipe = new RecipeBuilder().validation(validation).batchSize(batch).build();
    assertEquals(steps, recipe.stepsPerEpoch(images));
  }

  @Test
  void hiddenLayersAreAllButTheLast() {
    assertEquals(
        List.of("dense 32", "relu"),
        new RecipeBuilder().build().hidden().stream().map(LayerSpec::text).toList());
    assertTrue(new RecipeBuilder().network("dense 5").build().hidden().isEmpty());
  }

  @Test
  void aRecipeWithOneChangeIsOtherwiseTheSame() {
    Recipe small = new RecipeBuilder().build();
    assertEquals(new RecipeBuilder().dataset("mine").build(), small.withDataset("mine"));
    assertEquals(
        new RecipeBuilder().network("dense 5").build(),
        small.withNetwork(List.of(new LayerSpec.DenseSpec(5))));
    assertEquals(
        new RecipeBuilder().learningRate(0.5).build(),
        small.withOptimizer(small.optimizer().withLearningRate(0.5)));
    assertEquals(
        new RecipeBuilder().schedule(new InverseTime(0.1)).build(),
        small.withSchedule(new InverseTime(0.1)));
    assertEquals(new RecipeBuilder().epochs(7).build(), small.withEpochs(7));
    assertEquals(new RecipeBuilder().batchSize(7).build(), small.withBatchSize(7));
    assertEquals(new RecipeBuilder().seed(7).build(), small.withSeed(7));
    assertEquals(new RecipeBuilder().validation(7).build(), small.withValidation(7));
  }
}
