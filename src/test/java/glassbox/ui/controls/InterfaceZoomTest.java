package glassbox.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterfaceZoomTest {
  private final InterfaceZoom zoom = new InterfaceZoom();

  @Test
  void goesThroughAllStepsAndNoFurther() {
    InterfaceZoom.STEPS.forEach(step -> zoom.smaller());
    for (int step : InterfaceZoom.STEPS) {
      assertEquals(step, zoom.percentProperty().get());
      zoom.larger();
    }
    assertEquals(250, zoom.percentProperty().get());
    assertEquals(2.5, zoom.factor().get());
    zoom.reset();
    assertEquals(100, zoom.percentProperty().get());
  }

  @ParameterizedTest
  @CsvSource({"-7, 75", "0, 75", "98, 100", "141, 150", "9999, 250"})
  void takesTheNearestStepForWhatSomebodyWroteIntoTheSettings(int written, int taken) {
    zoom.percentProperty().set(written);
    assertEquals(taken, zoom.percentProperty().get());
  }
}
