package glassbox.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.support.Fx;
import java.util.List;
import javafx.geometry.Side;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where values stand on an axis of 200 points. */
class ScaledAxisPositionTest {
  @BeforeAll
  static void startToolkit() {
    Fx.start();
  }

  private static ScaledAxis axis(Side side, boolean logarithmic, double lower, double upper) {
    return Fx.get(() -> {
      ScaledAxis axis = new ScaledAxis(Double::toString);
      axis.setSide(side);
      axis.resize(200, 200);
      axis.logarithmicProperty().set(logarithmic);
      axis.setBounds(lower, upper);
      return axis;
    });
  }

  @Test
  void upIsMoreOnAVerticalAxis() {
    ScaledAxis axis = axis(Side.LEFT, false, 0, 4);
    assertEquals(200, axis.getDisplayPosition(0), 1e-9);
    assertEquals(150, axis.getDisplayPosition(1), 1e-9);
    assertEquals(0, axis.getDisplayPosition(4), 1e-9);
  }

  @Test
  void rightIsMoreOnAHorizontalAxis() {
    ScaledAxis axis = axis(Side.BOTTOM, false, 0, 4);
    assertEquals(0, axis.getDisplayPosition(0), 1e-9);
    assertEquals(50, axis.getDisplayPosition(1), 1e-9);
  }

  @Test
  void equalFactorsAreEqualDistancesOnALogarithmicAxis() {
    ScaledAxis axis = axis(Side.BOTTOM, true, 0.01, 1);
    assertEquals(100, axis.getDisplayPosition(0.1), 1e-9);
    assertEquals(200, axis.getDisplayPosition(1), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.MIN_VALUE})
  void whatHasNoLogarithmStandsSomewhereBelow(double value) {
    double position = axis(Side.BOTTOM, true, 0.01, 1).getDisplayPosition(value);
    assertTrue(Double.isFinite(position) && position < 0, "at " + position);
  }

  @ParameterizedTest
  @CsvSource({"LEFT, true", "LEFT, false", "BOTTOM, true", "BOTTOM, false"})
  void aPositionLeadsBackToItsValue(Side side, boolean logarithmic) {
    ScaledAxis axis = axis(side, logarithmic, 0.02, 3);
    for (double value = 0.02; value < 3; value *= 1.3) {
      double there = axis.getDisplayPosition(value);
      assertEquals(value, axis.getValueForDisplay(there).doubleValue(), 1e-9);
    }
  }

  @Test
  void aCloseLookAtALogarithmicAxisStillHasTicks() {
    ScaledAxis axis = axis(Side.LEFT, true, 0.11, 0.19);
    List<Number> ticks = axis.calculateTickValues(200, axis.getRange());
    assertTrue(ticks.size() >= 3, ticks::toString);
  }

  @Test
  void noTickStandsAboveTheLast() {
    ScaledAxis axis = axis(Side.BOTTOM, false, 0, 1200);
    axis.setLastTick(1000);
    axis.calculateTickValues(600, axis.getRange())
        .forEach(tick -> assertTrue(tick.doubleValue() <= 1000, "tick " + tick));
  }
}
