package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class HistoryChartTest {
  private static final Curve NONE = new Curve(new double[0], new double[0]);

  private final ReportData data = ReportSamples.data(10);

  private BufferedImage drawn(HistoryCurves curves) throws IOException {
    return new HistoryChart(Typeface.load(), data, curves).draw().image();
  }

  private static Curve curve(int steps, IntToDoubleFunction value) {
    return Curve.of(steps, value);
  }

  @Test
  void drawsTrainingAndValidationInTheirColours() throws IOException {
    BufferedImage picture = drawn(HistoryCurves.loss(data.history()));
    assertTrue(has(picture, Palette.TRAIN));
    assertTrue(has(picture, Palette.VALIDATION));
    assertFalse(
        has(drawn(HistoryCurves.loss(curve(9, i -> 1.0 / (i + 1)), NONE)), Palette.VALIDATION));
  }

  @Test
  void drawsASingleStepAsAPoint() throws IOException {
    assertTrue(has(drawn(HistoryCurves.loss(curve(1, i -> 2.3), NONE)), Palette.TRAIN));
    assertTrue(has(drawn(HistoryCurves.accuracy(curve(1, i -> 10), NONE)), Palette.TRAIN));
  }

  @Test
  void drawsLossesThatAreConstantOrZeroOrFarApart() throws IOException {
    Curve ends = new Curve(new double[] {0, 5000}, new double[] {2.3, 1e-9});
    for (IntToDoubleFunction value :
        new IntToDoubleFunction[] {
          i -> 0.7, i -> 0, i -> i == 0 ? 2 : 0, i -> Math.pow(10, 6 - i / 300.0), i -> 1e-320
        }) {
      assertTrue(
          has(drawn(HistoryCurves.loss(curve(5000, value), NONE)), Palette.TRAIN),
          "last value " + value.applyAsDouble(4999));
      drawn(HistoryCurves.loss(curve(5000, value), ends));
    }
  }

  @Test
  void drawsAccuraciesOfNothingAndOfAll() throws IOException {
    assertTrue(has(drawn(HistoryCurves.accuracy(curve(50, i -> 0), NONE)), Palette.TRAIN));
    assertTrue(has(drawn(HistoryCurves.accuracy(curve(50, i -> 100), NONE)), Palette.TRAIN));
  }

  @Test
  void tellsValuesAsPeopleReadThem() {
    HistoryCurves loss = HistoryCurves.loss(curve(1, i -> 1), NONE);
    assertEquals("0.140", loss.text(0.14));
    assertEquals("3.1e-05", loss.text(3.1e-5));
    assertEquals("0.000", loss.text(0));
    assertEquals("96.4%", HistoryCurves.accuracy(curve(1, i -> 1), NONE).text(96.42));
  }

  private static boolean has(BufferedImage picture, Color color) {
    for (int y = 110; y < 590; y++) { // the plot alone, without the legend
      for (int x = 90; x < picture.getWidth() - 20; x++) {
        if (isNear(new Color(picture.getRGB(x, y)), color)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Slanted lines are smoothed at their edges. */
  private static boolean isNear(Color a, Color b) {
    return Math.abs(a.getRed() - b.getRed())
            + Math.abs(a.getGreen() - b.getGreen())
            + Math.abs(a.getBlue() - b.getBlue())
        < 60;
  }
}
