package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.nn.Initializer;
import glassbox.nn.LayerSpec;
import glassbox.optim.LearningRateSchedule;
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
    assertEquals(new LearningRateSchedule.InverseTime(0.0001), seed.schedule());
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
  void anUnknownNameIsRefusedNamingThoseThatAreThere() {
    assertFalse(Presets.exists("best"));
    String message =
        assertThrows(IllegalArgumentException.class, () -> Presets.named("best")).getMessage();
    assertTrue(message.startsWith("preset must be one of [seed"), message);
    assertTrue(message.endsWith("got best"), message);
  }
}
