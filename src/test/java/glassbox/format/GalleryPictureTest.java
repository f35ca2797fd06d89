package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.analysis.Predictions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GalleryPictureTest {
  private static ReportData data(int images, int side, double right, String names) {
    return ReportSamples.data(
        ReportSamples.history(1, 0), ReportSamples.predictions(images, 10, side, right), names);
  }

  private static BufferedImage drawn(ReportData data) throws IOException {
    return new GalleryPicture(Typeface.load(), data).draw().image();
  }

  @Test
  void drawsEveryPixelOfAnImageAsASquare() throws IOException {
    assertCrisp(28, 2);
    assertCrisp(8, 7);
    assertCrisp(20, 3);
    assertCrisp(64, 1);
  }

  private static void assertCrisp(int side, int scale) throws IOException {
    ReportData data = data(100, side, 0.5, "");
    BufferedImage picture = drawn(data);
    Predictions predictions = data.predictions();
    int surest = predictions.surestFirst(true).getFirst();
    int cell = new GalleryTile(Typeface.load(), predictions, data.classNames()).width();
    int left = Picture.MARGIN + Picture.MARGIN / 2 + (cell - side * scale) / 2;
    int top = GalleryPicture.TOP + GalleryPicture.TITLE_HEIGHT;
    for (int y = 0; y < side * scale; y++) {
      for (int x = 0; x < side * scale; x++) {
        int gray = predictions.images().pixel(surest, y / scale, x / scale);
        assertEquals(0xff000000 | gray * 0x010101, picture.getRGB(left + x, top + y));
      }
    }
  }

  @Test
  void shrinksOnlyWhatIsTooLarge() throws IOException {
    assertTrue(drawn(data(100, 600, 0.5, "")).getHeight() < 1600);
  }

  @Test
  void givesLongNamesTheirRoomAndNoMore() throws IOException {
    int digits = width(data(50, 28, 0.5, ""));
    int clothes = width(data(50, 28, 0.5, "T-shirt/top "));
    int endless = width(data(50, 28, 0.5, "a name that nobody would ever want to read "));
    assertTrue(digits < clothes && clothes <= endless, digits + " " + clothes + " " + endless);
    assertTrue(endless < 150);
  }

  private static int width(ReportData data) throws IOException {
    return new GalleryTile(Typeface.load(), data.predictions(), data.classNames()).width();
  }

  @Test
  void saysWhereAHalfIsEmpty() throws IOException {
    assertTrue(hasTextInTheMiddle(drawn(data(50, 28, 1, "")), 0.75));
    assertTrue(hasTextInTheMiddle(drawn(data(50, 28, 0, "")), 0.25));
  }

  private static boolean hasTextInTheMiddle(BufferedImage picture, double share) {
    int x = (int) (picture.getWidth() * share);
    for (int y = GalleryPicture.TOP + 60; y < picture.getHeight() - 40; y++) {
      for (int dx = -60; dx < 60; dx++) {
        if (picture.getRGB(x + dx, y) != Palette.CARD.getRGB()) {
          return true;
        }
      }
    }
    return false;
  }
}
