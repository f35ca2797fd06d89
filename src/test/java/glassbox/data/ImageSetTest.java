package glassbox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glassbox.linalg.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageSetTest {
  /** Two images of 2x3 pixels. */
  private static ImageSet two() {
    return new ImageSet(
        new byte[] {0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, (byte) 255},
        new byte[] {7, (byte) 200},
        2,
        3);
  }

  @Test
  void pixelsAndLabelsAreUnsigned() {
    assertEquals(255, two().pixel(1, 1, 2));
    assertEquals(12, two().pixel(1, 0, 2));
    assertEquals(200, two().label(1));
  }

  @Test
  void anImageIsACopyRowByRow() {
    ImageSet set = two();
    assertArrayEquals(new byte[] {0, 1, 2, 3, 4, 5}, set.image(0));
    set.image(0)[0] = 99;
    assertEquals(0, set.pixel(0, 0, 0));
  }

  @Test
  void pixelsEnterTheNetworkAsValueOver255() {
    Matrix x = new Matrix(3, 6);
    two().copyTo(1, x, 2);
    assertEquals(0f, x.get(1, 5));
    assertEquals(10 / 255f, x.get(2, 0));
    assertEquals(1f, x.get(2, 5));
  }

  @Test
  void aSliceSeesItsImagesOnly() {
    ImageSet slice = SyntheticData.counting(10, 2).slice(3, 8).slice(1, 4);
    assertEquals(3, slice.count());
    assertEquals(4, slice.pixel(0, 0, 0));
    assertEquals(6, slice.label(2));
    assertArrayEquals(new byte[] {5, 5}, slice.image(1));
  }

  @Test
  void slicesOutsideTheSetAreRefused() {
    ImageSet set = two();
    assertThrows(IllegalArgumentException.class, () -> set.slice(0, 3));
    assertThrows(IllegalArgumentException.class, () -> set.slice(-1, 1));
    assertThrows(IllegalArgumentException.class, () -> set.slice(2, 1));
  }

  @Test
  void pixelsThatDoNotFitTheLabelsAreRefused() {
    assertEquals(
        "2 images of 2x3 need 12 pixels, got 11",
        assertThrows(
                IllegalArgumentException.class, () -> new ImageSet(new byte[11], new byte[2], 2, 3))
            .getMessage());
  }

  private static float[] filled(ImageSet images, int... which) {
    Matrix x = images.batchMatrix(which.length);
    images.fill(x, which, 0, which.length);
    return x.values();
  }

  private static float[] copied(ImageSet images, int... which) {
    Matrix x = new Matrix(which.length, images.pixelsPerImage());
    for (int i = 0; i < which.length; i++) {
      images.copyTo(which[i], x, i);
    }
    return x.values();
  }

  @Test
  void mostlyBlackImagesAreKeptWithoutTheirBlack() {
    ImageSet black = SyntheticData.strokes(3, 12, 30, 3).train();
    ImageSet bright = SyntheticData.patterns(3, 12, 30, 3).train();
    assertNotNull(black.batchMatrix(1).refill());
    assertNull(bright.batchMatrix(1).refill());
    assertNull(two().batchMatrix(1).refill(), "six pixels are no whole groups of four");
  }

  @Test
  void aBatchHoldsTheImagesAsked() {
    for (ImageSet images :
        List.of(
            SyntheticData.strokes(3, 12, 30, 3).train(),
            SyntheticData.patterns(3, 12, 30, 3).train(),
            SyntheticData.strokes(3, 12, 30, 3).train().slice(5, 20))) {
      assertArrayEquals(copied(images, 7, 0, 14, 7), filled(images, 7, 0, 14, 7));
    }
  }
}
