package glassbox.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.controls.SketchChart;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A guess is scored kindly, and rightly. */
class GuessTest {
  private static double[] falling(double from, double rate) {
    double[] values = new double[SketchChart.VALUES];
    Arrays.setAll(values, i -> from * Math.exp(-rate * i));
    return values;
  }

  @Test
  void theTruthItselfIsAHundred() {
    double[] truth = falling(2.3, 0.05);
    assertEquals(100, Guess.score(truth, truth));
    assertTrue(Guess.words(truth, truth).startsWith("100 of 100. Very close"));
  }

  @Test
  void thatNothingHappensIsNothing() {
    double[] flat = new double[SketchChart.VALUES];
    Arrays.fill(flat, 2.3);
    assertEquals(0, Guess.score(flat, falling(2.3, 0.05)));
  }

  @Test
  void nearerIsBetter() {
    double[] truth = falling(2.3, 0.05);
    int near = Guess.score(falling(2.3, 0.04), truth);
    int far = Guess.score(falling(2.3, 0.01), truth);
    assertTrue(near > far && far > 0 && near < 100, near + " and " + far);
  }

  @Test
  void theTruthIsTheMeanOfEachStretchAsFarAsItIsKnown() {
    double[] whole = Guess.truth(step -> step, 240, 240);
    assertEquals(SketchChart.VALUES, whole.length);
    assertEquals(0.5, whole[0]);
    assertEquals(238.5, whole[SketchChart.VALUES - 1]);
    double[] half = Guess.truth(step -> step, 240, 480);
    assertEquals(SketchChart.VALUES / 2, half.length);
    assertEquals(1.5, half[0]);
  }
}
