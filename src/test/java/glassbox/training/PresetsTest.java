package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.nn.Initializer;
import glassbox.nn.LayerSpec;
import glassbox.optim.LearningRateSchedule.Cosine;
import glassbox.optim.LearningRateSchedule.InverseTime;
import glassbox.optim.OptimizerSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresetsTest {
  @Test
  void seedIsTheRecipeOfTheContract() {
    Recipe seed = Presets.named("seed");
    assertEquals("mnist", seed.dataset());
    assertEquals(
        List.of("dense 128", "relu", "dense 128", "relu", "dense 10"),
        seed.network().stream().map(LayerSpec::text).toList());
    assertEquals(new Initializer.He(), seed.initializer());
    assertEquals(0, seed.labelSmoothing());
    assertEquals(new OptimizerSpec.SgdSpec(0.1, 0, false, 0), seed.optimizer());
    assertEquals(new InverseTime(0.0001), seed.schedule());
    assertEquals(2, seed.epochs());
    assertEquals(32, seed.batchSize());
    assertTrue(seed.shuffle());
    assertEquals(1, seed.seed());
    assertEquals(5000, seed.validation());
  }

  @Test
  void everyNameHasARecipe() {
    for (String name : Presets.names()) {
      assertTrue(Presets.exists(name));
      assertFalse(Presets.named(name).network().isEmpty());
    }
  }

  @Test
  void modernAndRecordDifferByDataSet() {
    for (String name : List.of("modern", "record")) {
      Recipe digits = Presets.named(name, "mnist");
      Recipe clothes = Presets.named(name, "fashion-mnist");
      assertEquals(digits, Presets.named(name));
      assertEquals("fashion-mnist", clothes.dataset());
      assertTrue(digits.augmentation().rotate() > 2 * clothes.augmentation().rotate());
      assertEquals(0.05, digits.labelSmoothing());
      assertEquals(0.1, clothes.labelSmoothing());
      assertEquals(0, digits.augmentation().flip());
      assertEquals(0, clothes.augmentation().flip());
      assertFalse(digits.optimizer().decayBiasAndNorm());
    }
  }

  @Test
  void aDataSetOfOnesOwnIsTreatedAsDigitsAre() {
    Recipe own = Presets.named("modern", "some/folder");
    assertEquals(Presets.named("modern").withDataset("some/folder"), own);
    assertEquals(Presets.seed().withDataset("x"), Presets.named("seed", "x"));
  }

  @Test
  void modernWarmsUpForATwentiethOfItsStepsHoweverManyThereAre() {
    assertEquals(333, warmupSteps(Presets.named("modern")));
    assertEquals(11, warmupSteps(Presets.named("modern").withEpochs(1)));
  }

  @Test
  void recordWarmsUpForATwentiethOfItsFirstCycle() {
    Recipe record = Presets.named("record");
    assertEquals(667, warmupSteps(record));
    assertEquals(62 * ((Cosine) record.schedule()).cycles(), record.epochs());
  }

  private static long warmupSteps(Recipe recipe) {
    long steps = (long) recipe.epochs() * recipe.stepsPerEpoch(60_000);
    return ((Cosine) recipe.schedule()).warmupSteps(steps);
  }

  @Test
  void anUnknownNameIsRefusedNamingThoseThatAreThere() {
    assertFalse(Presets.exists("best"));
    String message =
        assertThrows(IllegalArgumentException.class, () -> Presets.named("best")).getMessage();
    assertTrue(message.startsWith("preset must be one of [seed"), message);
    assertTrue(message.endsWith("got best"), message);
  }
}
