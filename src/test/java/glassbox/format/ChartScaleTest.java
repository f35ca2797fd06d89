package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChartScaleTest {
  private static final Curve NONE = new Curve(new double[0], new double[0]);

  @Test
  void labelsALogarithmicScaleAtRoundValues() {
    assertEquals(
        List.of("0.02", "0.05", "0.1", "0.2", "0.5", "1", "2"),
        labels(new ChartScale(0.011, 2.6, true)));
    assertEquals(
        List.of("0.0001", "0.001", "0.01", "0.1", "1", "10"),
        labels(new ChartScale(5e-5, 30, true)));
    assertTrue(new ChartScale(1e-300, 1e300, true).ticks(6).size() <= 10);
  }

  @Test
  void labelsALinearScaleAtRoundValues() {
    assertEquals(
        List.of("60", "70", "80", "90", "100"), labels(new ChartScale(59.6, 100.8, false)));
    assertEquals(
        List.of("0", "0.2", "0.4", "0.6", "0.8", "1"), labels(new ChartScale(0, 1, false)));
  }

  private static List<String> labels(ChartScale scale) {
    return scale.ticks(6).stream().map(ChartScale::label).toList();
  }

  @Test
  void isLogarithmicForLossesUnlessOneIsZero() {
    Curve falling = Curve.of(100, i -> 2.3 / (i + 1));
    assertTrue(ChartScale.ofLoss(falling, falling, NONE).logarithmic());
    Curve perfect = Curve.of(100, i -> i < 50 ? 1 : 0);
    assertFalse(ChartScale.ofLoss(perfect, perfect.smoothed(0.97), NONE).logarithmic());
    assertFalse(ChartScale.ofLoss(NONE, NONE, NONE).logarithmic());
  }

  @Test
  void holdsEveryValidationPoint() {
    Curve loss = Curve.of(10, i -> 1);
    ChartScale scale =
        ChartScale.ofLoss(loss, loss, new Curve(new double[] {1, 2}, new double[] {0.001, 50}));
    assertTrue(scale.least() < 0.001 && scale.greatest() > 50);
    Curve accuracy = Curve.of(10, i -> 95);
    assertTrue(
        ChartScale.ofAccuracy(accuracy, new Curve(new double[] {1}, new double[] {9.8})).least()
            < 9.8);
  }
}
