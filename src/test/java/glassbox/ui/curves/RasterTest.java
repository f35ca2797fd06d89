package glassbox.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As much of a colour lies on the pixels as the shape has area. */
class RasterTest {
  private static final int RED = 0xffff0000;
  private final Raster raster = new Raster(4, 20);

  private int[] pixels() {
    int[] rows = new int[4 * 20];
    raster.copyRowsTo(rows);
    return rows;
  }

  private double ink(int x) {
    return IntStream.range(0, 20).mapToDouble(y -> alpha(x, y)).sum() / 255;
  }

  private int alpha(int x, int y) {
    return pixels()[y * 4 + x] >>> 24;
  }

  @Test
  void aSpanCoversItsHeight() {
    raster.span(1, 2.25, 9.5, RED);
    assertEquals(7.25, ink(1), 0.02);
    assertEquals(RED, pixels()[5 * 4 + 1]);
    assertEquals(0, ink(0));
  }

  @Test
  void aSpanWithinAPixelAndOneBeyondTheEdges() {
    raster.span(0, 3.25, 3.75, RED);
    assertEquals(0.5, ink(0), 0.02);
    raster.span(1, -100, 100, RED);
    assertEquals(20, ink(1), 0.02);
    raster.span(2, 30, 40, RED);
    raster.span(2, -40, -30, RED);
    assertEquals(0, ink(2));
  }

  @ParameterizedTest
  @CsvSource({"10, 10", "8, 9", "8, 12", "11.5, 8.5", "9.9, 10.4"})
  void aLineIsAsThickAsItIsLong(double left, double right) {
    raster.line(2, left, right, 2, RED, everywhere -> true);
    assertEquals(2 * Math.hypot(1, right - left), ink(2), 0.15);
  }

  @Test
  void aSteepLineHasItsDashesWithinAColumn() {
    raster.line(1, 0, 20, 2, RED, along -> along % 10 < 6);
    assertEquals(255, alpha(1, 3));
    assertEquals(0, alpha(1, 7));
    assertEquals(255, alpha(1, 12));
    assertEquals(0, alpha(1, 18));
  }

  @Test
  void coloursMixByAlpha() {
    raster.span(0, 0, 20, 0x80ff0000);
    assertEquals(128, alpha(0, 3), 2);
    raster.span(0, 0, 20, 0x800000ff);
    int pixel = pixels()[3 * 4];
    assertEquals(192, pixel >>> 24, 2);
    assertEquals(64, pixel >> 16 & 255, 2);
    assertEquals(128, pixel & 255, 2);
  }

  @Test
  void rowsAndColumnsOfAnySizeAreGivenInTheirOrder() {
    Raster odd = new Raster(37, 21);
    odd.span(36, 20, 21, RED);
    odd.span(17, 16, 17, RED);
    int[] rows = new int[37 * 21];
    odd.copyRowsTo(rows);
    assertEquals(RED, rows[20 * 37 + 36]);
    assertEquals(RED, rows[16 * 37 + 17]);
    assertEquals(2, IntStream.of(rows).filter(pixel -> pixel != 0).count());
  }

  @Test
  void whatIsOutsideIsNotDrawn() {
    raster.diamond(-3, -3, 5, RED);
    raster.diamond(3.5, 19.5, 3, RED);
    raster.line(0, 1e5, -1e5, 2, RED, everywhere -> true);
    assertTrue(alpha(3, 19) == 255);
    raster.clear();
    assertEquals(0, ink(3));
  }
}
