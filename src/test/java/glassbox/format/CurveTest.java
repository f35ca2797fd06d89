package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CurveTest {
  @Test
  void countsStepsFromOne() {
    assertArrayEquals(new double[] {1, 2, 3}, Curve.of(3, i -> i).x());
  }

  @Test
  void smoothsWithoutABiasAtTheStart() {
    assertArrayEquals(new double[] {5, 5, 5, 5}, Curve.of(4, i -> 5).smoothed(0.97).y(), 1e-12);
    // (0.9 * 1 + 1 * 2) / 1.9
    assertEquals(2.9 / 1.9, Curve.of(2, i -> i + 1).smoothed(0.9).y()[1], 1e-12);
  }

  @Test
  void thinsToTheExtremesOfEachBucketInTheirOrder() {
    Curve peaks = Curve.of(10_000, i -> i == 1234 ? 99 : i == 5678 ? -99 : i % 7);
    Curve thinned = peaks.thinned(1000);
    assertEquals(1000, thinned.y().length);
    assertEquals(99, thinned.greatest());
    assertEquals(-99, thinned.least());
    for (int i = 1; i < 1000; i++) {
      assertTrue(thinned.x()[i] >= thinned.x()[i - 1]);
    }
  }

  @Test
  void leavesShortCurvesAsTheyAre() {
    Curve curve = Curve.of(900, i -> i);
    assertEquals(curve, curve.thinned(1000));
    assertArrayEquals(curve.y(), curve.averaged(1000).y());
  }

  @Test
  void averagesEqualParts() {
    Curve curve = Curve.of(6, i -> i).averaged(3);
    assertArrayEquals(new double[] {0.5, 2.5, 4.5}, curve.y());
    assertArrayEquals(new double[] {1.5, 3.5, 5.5}, curve.x());
  }
}
