package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(200)
class WarmUpTest {
  @Test
  void itCanBeEndedAtAnyTime() throws InterruptedException {
    WarmUp warmUp = new WarmUp(Compute.defaultKernel());
    Thread thread = Thread.ofPlatform().start(warmUp);
    warmUp.stop();
    thread.join(Duration.ofSeconds(50));
    assertFalse(thread.isAlive());
  }

  @Test
  void itEndsByItself() {
    new WarmUp(Compute.defaultKernel()).run();
  }

  @Test
  void whatItTrainsOnLeavesNoTraceInARun() {
    try (Compute compute = Compute.of(Compute.defaultKernel(), 2)) {
      String before = lossesOfSomeSteps(compute);
      compute.ahead(new WarmUp(compute.kernelName()));
      compute.awaitAhead();
      assertEquals(before, lossesOfSomeSteps(compute));
    }
  }

  @Test
  void runsBesideItMakeTheSameStepsBeforeAndAfterTheProductsAreCompiled() throws Exception {
    try (Compute compute = Compute.of(Compute.defaultKernel(), 2)) {
      String wanted = lossesOfSomeSteps(compute);
      WarmUp warmUp = WarmUp.beside(compute.kernelName());
      Thread thread = Thread.ofPlatform().start(warmUp);
      assertEquals(wanted, lossesOfSomeSteps(compute));
      warmUp.stop();
      assertEquals(wanted, lossesOfSomeSteps(compute));
      thread.join(Duration.ofSeconds(180));
      assertFalse(thread.isAlive());
      assertEquals(wanted, lossesOfSomeSteps(compute));
    }
  }

  @Test
  void oneBesideARunCompilesTheProductsThoughItWasStoppedBeforeItBegan() {
    WarmUp warmUp = WarmUp.beside(Compute.defaultKernel());
    warmUp.stop();
    long start = System.nanoTime();
    warmUp.run();
    WarmUp idle = new WarmUp(Compute.defaultKernel());
    idle.stop();
    long middle = System.nanoTime();
    idle.run();
    assertTrue(System.nanoTime() - middle < middle - start, "only the other one has nothing to do");
  }

  private static String lossesOfSomeSteps(Compute compute) {
    Trainer trainer =
        new Trainer(new RecipeBuilder().build(), SyntheticData.strokes(5, 8, 64, 10), compute);
    StringBuilder losses = new StringBuilder();
    for (int step = 0; step < 6 && !trainer.isFinished(); step++) {
      trainer.step();
      losses.append(trainer.history().loss(step)).append(' ');
    }
    return losses.toString();
  }
}
