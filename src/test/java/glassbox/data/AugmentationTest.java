package glassbox.data;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glassbox.data.Augmentation.Cutout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AugmentationTest {
  private static final ImageSet SQUARE = SyntheticData.patterns(3, 6, 5, 5).train();

  private static Augmentation shifted(double shift, double elastic) {
    return new Augmentation(0, 0, 0, shift, elastic, 0, null, 0, 0, 0.5);
  }

  private static Augmentation cut(int size) {
    return new Augmentation(0, 0, 0, 0, 0, 0, new Cutout(size, 1), 0, 0, 0.5);
  }

  private static void assertDoesNotFit(String message, Augmentation augmentation, ImageSet images) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> augmentation.requireFits(images))
            .getMessage());
  }

  @Test
  void whatIsLargerThanTheImageDoesNotFit() {
    assertDoesNotThrow(() -> shifted(6, 6).requireFits(SQUARE));
    assertDoesNotThrow(() -> cut(6).requireFits(SQUARE));
    assertDoesNotFit(
        "augmentation.shift must be at most 6, the side of an image, got 6.5",
        shifted(6.5, 0),
        SQUARE);
    assertDoesNotFit(
        "augmentation.elastic must be at most 6, the side of an image, got 7.0",
        shifted(0, 7),
        SQUARE);
    assertDoesNotFit(
        "augmentation.cutout.size must be at most 6, the side of an image, got 7", cut(7), SQUARE);
  }

  @Test
  void imagesThatAreNotSquareAreRefused() {
    assertDoesNotFit(
        "augmentation must be null for images that are not square, got images of 1x4",
        Augmentation.NONE,
        SyntheticData.counting(3, 4));
  }

  @Test
  void anUndefinedNumberIsRefused() {
    assertEquals(
        "augmentation.shift must be in [0, 1024], got NaN",
        assertThrows(IllegalArgumentException.class, () -> shifted(Double.NaN, 0)).getMessage());
  }

  @ParameterizedTest
  @CsvSource({"0.15, 31, 26", "0.2, 31, 25", "0.15, 2, 2", "0.25, 2, 1", "0, 31, 31", "1, 31, 0"})
  void theLastEpochsAreWeaker(double share, int epochs, int firstWeak) {
    Augmentation augmentation = new Augmentation(10, 0, 0, 0, 0, 0, null, 0, share, 0.3);
    for (int epoch = 0; epoch < epochs; epoch++) {
      assertEquals(
          epoch < firstWeak ? 1 : 0.3, augmentation.strengthIn(epoch, epochs), "epoch " + epoch);
    }
    assertEquals(share == 0 ? 1 : 0.3, augmentation.lastStrength());
  }
}
