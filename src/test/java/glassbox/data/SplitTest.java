package glassbox.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
  private final ImageSet images = SyntheticData.counting(10, 1);

  @Test
  void theLastImagesAreHeldOut() {
    Split split = Split.holdOut(images, 3);
    assertEquals(7, split.learned().count());
    assertEquals(6, split.learned().pixel(6, 0, 0));
    assertEquals(3, split.heldOut().count());
    assertEquals(7, split.heldOut().pixel(0, 0, 0));
  }

  @Test
  void noneMayBeHeldOut() {
    Split split = Split.holdOut(images, 0);
    assertEquals(10, split.learned().count());
    assertEquals(0, split.heldOut().count());
  }

  @Test
  void oneImageIsEnoughToLearn() {
    assertEquals(1, Split.holdOut(images, 9).learned().count());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 10, 11})
  void holdingOutAllImagesOrFewerThanNoneIsRefused(int validation) {
    assertEquals(
        "validation must be in [0, 10), the number of training images, got " + validation,
        assertThrows(IllegalArgumentException.class, () -> Split.holdOut(images, validation))
            .getMessage());
  }
}
