package glassbox.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glassbox.ui.support.Fx;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenPixelsTest {
  @ParameterizedTest
  @CsvSource({"1, 2", "0.75, 1", "1.25, 2", "1.5, 3", "2.5, 5", "0.1, 1"})
  void anImageOf28IsEnlargedByWholePixelsOfTheScreen(double perPoint, int multiple) {
    assertEquals(multiple, ScreenPixels.multiple(28, 28, 56, perPoint));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5})
  void aPictureHasSquaresOfWholeSizeAtEveryZoom(double zoom) {
    Fx.start();
    double pixels =
        Fx.get(() -> {
          PixelView view = new PixelView(56);
          ZoomPane pane = new ZoomPane(new StackPane(view));
          new Scene(pane, 300, 200);
          view.show(new byte[28 * 28], 28, 28);
          pane.zoomProperty().set(zoom);
          return view.getBoundsInLocal().getWidth() * zoom / 28;
        });
    assertEquals(Math.rint(pixels), pixels, 1e-6);
    assertEquals(Math.max(1, Math.floor(2 * zoom)), pixels, 1e-6);
  }

  @ParameterizedTest
  @CsvSource({
    "28, 28, 56, 2",
    "28, 28, 83, 2",
    "28, 28, 84, 3",
    "28, 28, 27, 1",
    "14, 28, 56, 2",
    "28, 14, 168, 6",
    "1, 1, 56, 56",
    "500, 500, 56, 1"
  })
  void theMultipleIsTheLargestThatFits(int height, int width, int points, int multiple) {
    assertEquals(multiple, ScreenPixels.multiple(height, width, points, 1));
  }
}
