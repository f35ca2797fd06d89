package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ConfusionPictureTest {
  private static BufferedImage drawn(int classes, double right, String names) throws IOException {
    ReportData data =
        ReportSamples.data(
            ReportSamples.history(1, 0), ReportSamples.predictions(2000, classes, 4, right), names);
    return new ConfusionPicture(Typeface.load(), data).draw().image();
  }

  @Test
  void isNeutralOnTheDiagonalAndOrangeOffIt() throws IOException {
    assertEquals(0, orange(drawn(10, 1, "")));
    assertTrue(orange(drawn(10, 0.5, "")) > 10_000);
  }

  private static int orange(BufferedImage picture) {
    int count = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        Color color = new Color(picture.getRGB(x, y));
        count += color.getRed() - color.getBlue() > 30 ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void staysOfAUsefulSizeForAnyNumberOfClasses() throws IOException {
    for (int classes : new int[] {1, 2, 10, 30, 31, 81, 100, 256}) {
      BufferedImage picture = drawn(classes, 0.7, "a rather long name of class ");
      assertTrue(picture.getWidth() <= 1400 && picture.getHeight() <= 1400, classes + " classes");
    }
  }
}
