package glassbox.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
