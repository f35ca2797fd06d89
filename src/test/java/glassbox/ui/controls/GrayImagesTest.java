package glassbox.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glassbox.ui.support.Fx;
import java.util.Random;
import javafx.scene.image.Image;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures are crisp and gray: every pixel a square of one colour. */
class GrayImagesTest {
  @BeforeAll
  static void startToolkit() {
    Fx.start();
  }

  @ParameterizedTest
  @CsvSource({"28, 28, 1", "28, 28, 2", "28, 28, 6", "3, 5, 4", "1, 7, 3", "7, 1, 3"})
  void eachPixelIsASquareOfItsGray(int height, int width, int multiple) {
    byte[] pixels = new byte[height * width];
    new Random(height).nextBytes(pixels);
    Image image = GrayImages.enlarged(pixels, height, width, multiple);
    assertEquals(width * multiple, image.getWidth());
    assertEquals(height * multiple, image.getHeight());
    for (int y = 0; y < height * multiple; y++) {
      for (int x = 0; x < width * multiple; x++) {
        int gray = pixels[y / multiple * width + x / multiple] & 0xff;
        assertEquals(
            0xff000000 | gray << 16 | gray << 8 | gray, image.getPixelReader().getArgb(x, y));
      }
    }
  }
}
