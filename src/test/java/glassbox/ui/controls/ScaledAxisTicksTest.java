package glassbox.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ticks stand at round numbers, within the range, neither crowded nor missing. */
class ScaledAxisTicksTest {
  private static final double TINY = 1e-9;

  /** The number without its power of ten, in [1, 10). */
  private static double digits(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value) + TINY));
    return value / power;
  }

  private static boolean isOneOf(double value, double... allowed) {
    for (double number : allowed) {
      if (Math.abs(value - number) < 1e-6) {
        return true;
      }
    }
    return false;
  }

  private static void assertWithin(List<Double> ticks, double lower, double upper) {
    double slack = (upper - lower) * 1e-6;
    for (double tick : ticks) {
      assertTrue(
          tick >= lower - slack && tick <= upper + slack, ticks + " of " + lower + ".." + upper);
    }
  }

  @Test
  void percentagesHaveFifths() {
    List<Double> ticks = ScaledAxis.linearTicks(0, 1, 5);
    assertEquals(6, ticks.size());
    for (int i = 0; i < 6; i++) {
      assertEquals(i / 5.0, ticks.get(i), TINY);
    }
  }

  @Test
  void stepsOfTheSeedRunHaveThousands() {
    assertEquals(List.of(0.0, 1000.0, 2000.0, 3000.0, 4000.0), ScaledAxis.linearTicks(0, 4126, 5));
  }

  @Test
  void linearTicksAreRoundEvenAndWithinAnyRange() {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      double lower = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(7) - 3);
      double upper = lower + (0.05 + random.nextDouble()) * Math.pow(10, random.nextInt(7) - 3);
      int wanted = 2 + random.nextInt(12);
      List<Double> ticks = ScaledAxis.linearTicks(lower, upper, wanted);
      assertWithin(ticks, lower, upper);
      assertTrue(
          !ticks.isEmpty() && ticks.size() <= wanted + 1, wanted + " wanted, got " + ticks.size());
      for (int t = 1; t < ticks.size(); t++) {
        double unit = ticks.get(t) - ticks.get(t - 1);
        assertTrue(isOneOf(digits(unit), 1, 2, 2.5, 5, 10), "unit " + unit);
        assertEquals(ticks.get(1) - ticks.get(0), unit, unit * 1e-6);
      }
    }
  }

  @Test
  void logarithmicTicksOfADecadeHaveTwosAndFives() {
    assertRoughly(List.of(0.1, 0.2, 0.5, 1.0, 2.0), ScaledAxis.logarithmicTicks(0.08, 2.53, 6));
  }

  @Test
  void logarithmicTicksOfManyDecadesArePowersOfTen() {
    assertRoughly(
        List.of(1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1.0),
        ScaledAxis.logarithmicTicks(1e-6, 2.5, 5));
  }

  @Test
  void betweenThemAreThrees() {
    assertRoughly(List.of(0.01, 0.03, 0.1, 0.3, 1.0, 3.0), ScaledAxis.logarithmicTicks(0.01, 3, 5));
  }

  private static void assertRoughly(List<Double> wanted, List<Double> got) {
    assertEquals(wanted.size(), got.size(), () -> "wanted " + wanted + ", got " + got);
    for (int i = 0; i < wanted.size(); i++) {
      assertEquals(wanted.get(i), got.get(i), wanted.get(i) * 1e-9);
    }
  }

  @Test
  void logarithmicTicksAreRoundRisingAndWithinAnyRangeOfADecadeOrMore() {
    Random random = new Random(2);
    for (int i = 0; i < 2000; i++) {
      double lower = Math.pow(10, -6 + 6 * random.nextDouble());
      double upper = lower * Math.pow(10, 1 + 5 * random.nextDouble());
      int wanted = 2 + random.nextInt(12);
      List<Double> ticks = ScaledAxis.logarithmicTicks(lower, upper, wanted);
      assertWithin(ticks, lower, upper);
      assertTrue(!ticks.isEmpty(), lower + ".." + upper);
      for (int t = 0; t < ticks.size(); t++) {
        assertTrue(isOneOf(digits(ticks.get(t)), 1, 2, 3, 5), "tick " + ticks.get(t));
        assertTrue(t == 0 || ticks.get(t) > ticks.get(t - 1), ticks.toString());
      }
    }
  }
}
