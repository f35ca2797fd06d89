package glassbox.data.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glassbox.data.Picture;
import org.junit.jupiter.api.Test;

/** Pictures of any shape become images of one size. */
class ShrinkerTest {
  private static byte[] draw(Picture picture, int height, int width, Fit fit) {
    ImportOptions options = ImportOptions.DEFAULT.withSize(height, width).withFit(fit);
    return Shrinker.draw(
        picture, Placement.of(picture.height(), picture.width(), options), options);
  }

  private static Picture flat(int height, int width, int level) {
    byte[] gray = new byte[height * width];
    java.util.Arrays.fill(gray, (byte) level);
    return new Picture(gray, height, width);
  }

  @Test
  void oneOfTheRightSizeStaysAsItIs() {
    byte[] gray = new byte[28 * 28];
    new java.util.Random(1).nextBytes(gray);
    for (Fit fit : Fit.values()) {
      assertArrayEquals(gray, draw(new Picture(gray, 28, 28), 28, 28, fit));
    }
  }

  @Test
  void aLevelStaysALevel() {
    for (int[] size : new int[][] {{3, 5}, {28, 28}, {100, 41}, {1, 1}}) {
      for (byte pixel : draw(flat(size[0], size[1], 77), 28, 28, Fit.STRETCH)) {
        assertEquals(77, pixel);
      }
    }
  }

  @Test
  void halvesTakeTheirMean() {
    byte[] stripes = {0, 100, 0, 100, 0, 100, 0, 100};
    byte[] halved = draw(new Picture(stripes, 1, 8), 1, 4, Fit.STRETCH);
    assertEquals(50, halved[1]);
    assertEquals(50, halved[2]);
  }

  @Test
  void awideOneIsWholeWithBlackAboveAndBelow() {
    byte[] image = draw(flat(10, 20, 200), 8, 8, Fit.CONTAIN);
    for (int row = 0; row < 8; row++) {
      assertEquals(row >= 2 && row < 6 ? (byte) 200 : 0, image[row * 8 + 3]);
    }
  }

  @Test
  void coveringLeavesNoMarginAndCutsTheEnds() {
    byte[] gray = new byte[3 * 9];
    for (int i = 0; i < gray.length; i++) {
      gray[i] = (byte) (i % 9);
    }
    assertArrayEquals(
        new byte[] {3, 4, 5, 3, 4, 5, 3, 4, 5}, draw(new Picture(gray, 3, 9), 3, 3, Fit.COVER));
  }

  @Test
  void aThreadIsAtLeastOnePixelWide() {
    byte[] image = draw(flat(1000, 1, 255), 28, 28, Fit.CONTAIN);
    int lit = 0;
    for (byte pixel : image) {
      lit += pixel != 0 ? 1 : 0;
    }
    assertEquals(28, lit);
  }
}
