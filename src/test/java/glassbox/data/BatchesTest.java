package glassbox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.linalg.Matrix;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private static final int IMAGES = 103;
  private static final int SIZE = 10;
  private final ImageSet images = SyntheticData.counting(IMAGES, 2);

  private Batches batches(boolean shuffle, long seed) {
    return new Batches(images, SIZE, shuffle, seed);
  }

  /** The numbers of the images in the order in which an epoch brings them. */
  private static int[] order(Batches batches, long epoch) {
    Matrix x = new Matrix(batches.largest(), 2);
    int[] labels = new int[batches.largest()];
    IntStream.Builder order = IntStream.builder();
    for (int batch = 0; batch < batches.perEpoch(); batch++) {
      int n = batches.fill(epoch, batch * batches.largest(), 0, x, labels);
      assertEquals(n, x.rows());
      for (int i = 0; i < n; i++) {
        int image = Math.round(x.get(i, 0) * 255);
        assertEquals(image % 7, labels[i], "the label belongs to the image");
        order.add(image);
      }
    }
    return order.build().toArray();
  }

  private static int[] fileOrder() {
    return IntStream.range(0, IMAGES).toArray();
  }

  @Test
  void unshuffledEpochsAreInFileOrder() {
    assertArrayEquals(fileOrder(), order(batches(false, 1), 0));
    assertArrayEquals(fileOrder(), order(batches(false, 1), 5));
  }

  @Test
  void everyImageComesExactlyOnceAnEpoch() {
    for (long epoch = 0; epoch < 5; epoch++) {
      int[] order = order(batches(true, 1), epoch);
      assertFalse(Arrays.equals(fileOrder(), order));
      assertArrayEquals(fileOrder(), Arrays.stream(order).sorted().toArray());
    }
  }

  @Test
  void theSameSeedGivesTheSameOrderAndAnotherOneAnother() {
    assertArrayEquals(order(batches(true, 1), 2), order(batches(true, 1), 2));
    assertFalse(Arrays.equals(order(batches(true, 1), 2), order(batches(true, 2), 2)));
  }

  @Test
  void everyEpochHasAnOrderOfItsOwnThatDependsOnNothingBefore() {
    Batches batches = batches(true, 1);
    int[] first = order(batches, 0);
    int[] second = order(batches, 1);
    assertFalse(Arrays.equals(first, second));
    assertArrayEquals(first, order(batches, 0));
    assertArrayEquals(second, order(batches(true, 1), 1));
  }

  @Test
  void theLastBatchIsWhatIsLeft() {
    Batches batches = batches(false, 1);
    assertEquals(11, batches.perEpoch());
    assertEquals(10, batches.largest());
    Matrix x = new Matrix(10, 2);
    int[] labels = new int[10];
    assertEquals(3, batches.fill(0, 100, 0, x, labels));
    assertEquals("[3 x 2]", x.shape());
    assertEquals(10, batches.fill(1, 0, 0, x, labels));
    assertEquals("[10 x 2]", x.shape());
  }

  @Test
  void aBatchMayBeginAtAnyImage() {
    Matrix x = new Matrix(10, 2);
    int[] labels = new int[10];
    assertEquals(10, batches(false, 1).fill(0, 37, 0, x, labels));
    assertEquals(37, Math.round(x.get(0, 0) * 255));
    assertEquals(46, Math.round(x.get(9, 1) * 255));
    assertEquals(37 % 7, labels[0]);
  }

  @Test
  void aBatchLargerThanTheSetIsTheSet() {
    Batches batches = new Batches(images, 65_536, true, 1);
    assertEquals(1, batches.perEpoch());
    assertEquals(IMAGES, batches.largest());
    assertEquals(IMAGES, order(batches, 0).length);
  }

  @Test
  void pixelsAreSharesOf255() {
    Matrix x = new Matrix(10, 2);
    batches(false, 1).fill(0, 100, 0, x, new int[10]);
    assertEquals(100 / 255f, x.get(0, 0));
    assertEquals(102 / 255f, x.get(2, 1));
  }

  @Test
  void shufflingMovesImagesFarFromTheirPlace() {
    int[] order = order(batches(true, 1), 0);
    double moved = IntStream.range(0, IMAGES).map(i -> Math.abs(order[i] - i)).average().orElse(0);
    assertTrue(moved > IMAGES / 5.0, "a third of the set on average expected, got " + moved);
  }

  @Test
  void anEmptyBatchIsRefused() {
    assertEquals(
        "batchSize must be at least 1, got 0",
        assertThrows(IllegalArgumentException.class, () -> new Batches(images, 0, true, 1))
            .getMessage());
  }
}
