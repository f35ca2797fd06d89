package glassbox.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glassbox.optim.LearningRateSchedule.Constant;
import glassbox.optim.LearningRateSchedule.InverseTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LearningRateScheduleTest {
  private static double at(LearningRateSchedule schedule, long update) {
    return schedule.at(0.1, update, update / 100, 1_000_000);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.1", "1, 0.1", "99999, 0.1"})
  void constantStays(long t, double wanted) {
    assertEquals(wanted, at(new Constant(), t));
  }

  @ParameterizedTest
  @CsvSource({"0, 0.1", "1, 0.0990099009900990", "100, 0.05", "900, 0.01", "9900, 0.001"})
  void inverseTimeIsTheRateOverOnePlusDecayTimesUpdate(long t, double wanted) {
    assertEquals(wanted, at(new InverseTime(0.01), t), 1e-15);
  }

  @Test
  void inverseTimeWithoutDecayIsConstant() {
    assertEquals(0.1, at(new InverseTime(0), 12_345));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1001, Double.NaN})
  void decaysOutOfRangeAreRefused(double decay) {
    assertEquals(
        "schedule.decay must be in [0, 1000], got " + decay,
        assertThrows(IllegalArgumentException.class, () -> new InverseTime(decay)).getMessage());
  }

  @Test
  void namesAreThoseOfTheRecipe() {
    assertEquals("constant", new Constant().name());
    assertEquals("inverse-time", new InverseTime(0.1).name());
  }
}
