package glassbox.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.optim.LearningRateSchedule.Cosine;
import org.junit.jupiter.api.Test;

class CosineCyclesTest {
  private static final long STEPS = 300;

  private static double at(Cosine cosine, long update) {
    return cosine.at(0.1, update, 0, STEPS);
  }

  @Test
  void everyCycleBeginsAtTheFullRateAndEndsNearTheMinimum() {
    Cosine cosine = new Cosine(10, 0.01, 3);
    for (int cycle = 0; cycle < 3; cycle++) {
      double nearEnd = at(cosine, 100 * cycle + 99);
      assertTrue(nearEnd > 0.01 && nearEnd < 0.0101, "end of cycle " + cycle + ": " + nearEnd);
    }
    assertEquals(0.1, at(cosine, 100));
    assertEquals(0.1, at(cosine, 200));
    assertEquals(0.055, at(cosine, 150), 1e-12);
    assertEquals(0.055, at(cosine, 250), 1e-12);
  }

  @Test
  void onlyTheFirstWarmsUp() {
    Cosine cosine = new Cosine(10, 0, 3);
    assertEquals(0.01, at(cosine, 0), 1e-12);
    assertEquals(0.1, at(cosine, 9), 1e-12);
    assertEquals(0.1, at(cosine, 10), 1e-12);
    assertEquals(0.05, at(cosine, 55), 1e-12);
  }

  @Test
  void aWarmupBelowOneIsAShareOfTheFirstCycle() {
    assertEquals(10, new Cosine(0.1, 0, 3).warmupSteps(STEPS));
    assertEquals(30, new Cosine(0.1, 0).warmupSteps(STEPS));
    assertEquals(30, new Cosine(30, 0).warmupSteps(STEPS));
    assertEquals(0, new Cosine(0.001, 0).warmupSteps(STEPS));
    for (long update = 0; update < STEPS; update++) {
      assertEquals(at(new Cosine(30, 0), update), at(new Cosine(0.1, 0), update));
    }
  }

  @Test
  void theSmallestShareLeavesNoStepWithoutARate() {
    assertEquals(0.1, at(new Cosine(1e-9, 0), 0));
    assertEquals(0.1, at(new Cosine(1, 0), 0));
  }

  @Test
  void aWarmupThatIsNeitherACountNorAShareIsRefused() {
    for (double warmup : new double[] {1.5, -0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> new Cosine(warmup, 0)).getMessage();
      assertTrue(message.startsWith("schedule.warmup must be "), message);
    }
  }

  @Test
  void oneCycleIsTheScheduleWithoutTheWord() {
    assertEquals(new Cosine(7, 0.02, 1), new Cosine(7, 0.02));
  }

  @Test
  void itFallsWithinEveryCycleOfAnyLength() {
    for (int cycles : new int[] {1, 2, 7, 299, 300, 1000}) {
      Cosine cosine = new Cosine(0, 0, cycles);
      int rises = 0;
      for (long update = 0; update < STEPS; update++) {
        double rate = at(cosine, update);
        assertTrue(rate >= 0 && rate <= 0.1, cycles + " cycles, update " + update + ": " + rate);
        rises += update > 0 && rate > at(cosine, update - 1) ? 1 : 0;
      }
      assertTrue(rises < cycles, cycles + " cycles rise " + rises + " times");
    }
  }
}
