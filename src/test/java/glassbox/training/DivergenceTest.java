package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import org.junit.jupiter.api.Test;

class DivergenceTest {
  /** Without ReLU, which would die and stay finite. */
  private final Trainer trainer =
      new Trainer(
          new RecipeBuilder()
              .network("dense 8", "dense 8", "dense 5")
              .learningRate(1000)
              .epochs(100)
              .build(),
          SyntheticData.noise(5, 6, 100),
          Compute.of("plain", 1));

  private DivergedException runToItsEnd() {
    return assertThrows(
        DivergedException.class,
        () -> {
          while (!trainer.isFinished()) {
            trainer.step();
          }
        });
  }

  @Test
  void aHugeLearningRateEndsTheRunWithAnExplanation() {
    String message = runToItsEnd().getMessage();
    assertEquals(1, message.lines().count());
    assertTrue(message.contains("step " + (trainer.steps() + 1) + ","), message);
    assertTrue(message.contains("got NaN with learning rate 1000.0"), message);
    assertTrue(message.contains("try a smaller one"), message);
  }

  @Test
  void whatWasMeasuredBeforeStays() {
    runToItsEnd();
    assertTrue(trainer.steps() > 0);
    assertEquals(trainer.steps(), trainer.history().size());
    for (int step = 0; step < trainer.history().size(); step++) {
      assertTrue(Double.isFinite(trainer.history().loss(step)));
    }
  }

  @Test
  void theFailedStepChangesNoWeights() {
    runToItsEnd();
    float[] before = trainer.network().parameters().getFirst().value().values().clone();
    assertThrows(DivergedException.class, trainer::step);
    assertArrayEquals(before, trainer.network().parameters().getFirst().value().values());
  }
}
