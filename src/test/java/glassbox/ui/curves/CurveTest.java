package glassbox.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The average that the formula gives, whatever the values are and however they come. */
class CurveTest {
  private static final Allowance ALL = new Allowance(Integer.MAX_VALUE);

  private static Curve curve(double smoothing, double... values) {
    Curve curve = new Curve(smoothing);
    curve.read(values.length, step -> values[step], new Allowance(values.length));
    return curve;
  }

  /** The mean of the steps so far, each weighted by smoothing^age. */
  private static double average(double smoothing, double[] values, int steps) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < steps; i++) {
      double weight = Math.pow(smoothing, steps - 1 - i);
      sum += weight * values[i];
      weights += weight;
    }
    return sum / weights;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.97, 0.999})
  void averageIsTheWeightedMeanOfThePast(double smoothing) {
    double[] values = new Random(1).doubles(500, 0.01, 3).toArray();
    Curve curve = curve(smoothing, values);
    for (int steps = 1; steps <= values.length; steps += 7) {
      assertEquals(average(smoothing, values, steps), curve.smoothedAt(steps), 1e-5);
    }
    assertEquals(average(smoothing, values, 500), curve.now(), 1e-5);
  }

  @Test
  void betweenTwoStepsTheLineIsStraight() {
    assertEquals(1.5, curve(0, 1, 2, 3).smoothedAt(1.5));
  }

  @Test
  void outsideTheLineThereIsNoNumber() {
    Curve curve = curve(0, 1, 2, 3);
    assertTrue(Double.isNaN(curve.smoothedAt(0.9)));
    assertTrue(Double.isNaN(curve.smoothedAt(3.1)));
    assertTrue(Double.isNaN(new Curve(0.5).now()));
  }

  @Test
  void whatIsNoFiniteNumberIsAGapAndNothingElse() {
    Curve curve = curve(0.5, 1, Double.NaN, Double.POSITIVE_INFINITY, 1, Double.NaN);
    assertEquals(List.of(new Gaps.Gap(1, 3), new Gaps.Gap(4, 5)), curve.gaps().all());
    assertTrue(Double.isNaN(curve.smoothedAt(2)));
    assertEquals(1, curve.smoothedAt(4), 1e-6);
    assertEquals(1, curve.now(), 1e-6);
  }

  @Test
  void aLookReadsNoMoreThanItIsAllowed() {
    Curve curve = new Curve(0.9);
    curve.read(1000, step -> 1, new Allowance(300));
    assertEquals(300, curve.steps());
    curve.read(1000, step -> 1, ALL);
    assertEquals(1000, curve.steps());
  }

  @Test
  void theFormerLineStaysUntilTheNewOneIsComplete() {
    double[] values = new Random(2).doubles(100, 0, 1).toArray();
    Curve curve = curve(0.5, values);
    double before = curve.now();
    assertFalse(curve.smooth(0.9, new Allowance(60)));
    assertEquals(before, curve.now());
    assertTrue(curve.smooth(0.9, new Allowance(60)));
    assertEquals(average(0.9, values, 100), curve.now(), 1e-5);
  }

  @Test
  void aSliderThatDoesNotRestIsFollowedAllTheSame() {
    double[] values = new Random(3).doubles(100, 0, 1).toArray();
    Curve curve = curve(0.5, values);
    int changes = 0;
    for (int look = 0; look < 10; look++) {
      changes += curve.smooth(0.6 + 0.03 * look, new Allowance(60)) ? 1 : 0;
    }
    assertEquals(5, changes);
  }

  @Test
  void smoothingIsAShare() {
    assertThrows(IllegalArgumentException.class, () -> new Curve(1));
    assertThrows(IllegalArgumentException.class, () -> new Curve(Double.NaN));
  }
}
