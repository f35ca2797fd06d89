package glassbox.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.training.History.ValidationPoint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {
  @ParameterizedTest
  @CsvSource({
    "LOSS, 0.14, 0.140",
    "LOSS, 0.00123, 0.0012",
    "LOSS, NaN, –",
    "LOSS, 8.4e11, 8.4e+11",
    "ACCURACY, 0.957, 95.7%",
    "ACCURACY, 1, 100.0%"
  })
  void valuesAreShort(Measure measure, double value, String text) {
    assertEquals(text, measure.text(value));
  }

  @ParameterizedTest
  @CsvSource({
    "LOSS, 0.30000000000000004, 0.3",
    "LOSS, 0.125, 0.125",
    "LOSS, 0, 0",
    "LOSS, 20, 20",
    "LOSS, 1e-9, 1e-09",
    "ACCURACY, 0.5, 50%",
    "ACCURACY, 0.985, 98.5%"
  })
  void ticksHaveAsFewDigitsAsTheyNeed(Measure measure, double value, String text) {
    assertEquals(text, measure.tick(value));
  }

  @Test
  void theBestLossIsTheLowestAndTheBestAccuracyTheHighest() {
    ValidationPoint low = new ValidationPoint(1, 0.1, 0.8);
    ValidationPoint high = new ValidationPoint(2, 0.2, 0.9);
    ValidationPoint none = new ValidationPoint(3, Double.NaN, Double.NaN);
    assertEquals(low, Measure.LOSS.best(List.of(none, high, low)).orElseThrow());
    assertEquals(high, Measure.ACCURACY.best(List.of(none, low, high)).orElseThrow());
    assertTrue(Measure.LOSS.best(List.of(none)).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.97, 0.97", "0.999, 0.999", "0.5, 0.5", "0.985, 0.985"})
  void aSmoothingHasItsPlaceOnTheSlider(double smoothing, double same) {
    double place = SmoothingControl.place(smoothing);
    assertTrue(place >= 0 && place <= 1);
    assertEquals(same, SmoothingControl.smoothingAt(place), 1e-12);
  }
}
