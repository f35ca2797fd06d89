package glassbox.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.training.History;
import glassbox.ui.session.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every smoothed value is seen, and one that runs away does not make the others small. */
class ValueRangeTest {
  private final StepRange steps = new StepRange();

  private static List<Drawn> lines(double[] losses, double accuracy) {
    double[] accuracies = new double[losses.length];
    java.util.Arrays.fill(accuracies, accuracy);
    History history =
        History.of(new double[][] {losses, accuracies, accuracies}, List.of(), List.of());
    Run run = SampleRuns.run(0, "Run 1", history, 1);
    DrawnRuns drawn = new DrawnRuns(List.of(run), () -> run);
    drawn.look(0);
    return drawn.all();
  }

  private ValueRange range(Measure measure, boolean logarithmic, List<Drawn> lines) {
    ValueRange range = new ValueRange(measure);
    range.logarithmicProperty().set(logarithmic);
    range.include(lines, steps);
    return range;
  }

  @Test
  void aLinearLossBeginsAtZero() {
    ValueRange range = range(Measure.LOSS, false, lines(new double[] {2, 0.5}, 0));
    assertEquals(0, range.lower());
    assertTrue(range.upper() >= 2);
  }

  @Test
  void aLogarithmicLossHoldsTheSmallestValue() {
    ValueRange range = range(Measure.LOSS, true, lines(new double[] {2, 0.5, 0.003}, 0));
    assertTrue(range.lower() > 0 && range.lower() < 0.003);
  }

  @Test
  void aLossThatRunsAwayLeavesTheChart() {
    double[] losses = {2.3, 1, 1e9, Double.NaN, Double.POSITIVE_INFINITY};
    ValueRange range = range(Measure.LOSS, false, lines(losses, 0));
    assertTrue(range.upper() < 50, "upper end " + range.upper());
  }

  @Test
  void withoutANumberThereIsStillAnAxis() {
    for (boolean logarithmic : new boolean[] {true, false}) {
      ValueRange range = range(Measure.LOSS, logarithmic, lines(new double[] {Double.NaN}, 0));
      assertTrue(range.upper() > range.lower() && Double.isFinite(range.upper()));
    }
  }

  @Test
  void aGoodAccuracyIsSeenFromTheHalfOn() {
    assertEquals(0.5, range(Measure.ACCURACY, false, lines(new double[] {1}, 0.9)).lower());
    assertEquals(0, range(Measure.ACCURACY, false, lines(new double[] {1}, 0.6)).lower());
  }

  @Test
  void zoomByHandKeepsTheValueUnderTheMouseAndStays() {
    List<Drawn> lines = lines(new double[] {2, 1}, 0.9);
    ValueRange range = range(Measure.ACCURACY, false, lines);
    range.zoom(1, 0.5);
    assertEquals(1, range.upper(), 1e-9);
    assertEquals(0.75, range.lower(), 1e-9);
    range.include(lines, steps);
    assertEquals(0.75, range.lower(), 1e-9);
    range.move(-0.2);
    assertEquals(0.7, range.lower(), 1e-9);
    range.fit();
    range.include(lines, steps);
    assertFalse(range.isByHand());
    assertEquals(0.5, range.lower());
  }
}
