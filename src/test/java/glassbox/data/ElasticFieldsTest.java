package glassbox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElasticFieldsTest {
  private static final int SIDE = 28;
  private static final ElasticFields FIELDS = new ElasticFields(1, SIDE);

  @Test
  void everyFieldHasMeanSquareOne() {
    for (int f = 0; f < FIELDS.count(); f++) {
      double squares = 0;
      float largest = 0;
      for (float value : FIELDS.field(f)) {
        squares += (double) value * value;
        largest = Math.max(largest, Math.abs(value));
      }
      assertEquals(1, squares / (SIDE * SIDE), 1e-4);
      assertEquals(largest, FIELDS.largest(f));
    }
  }

  @Test
  void onTheWholeTheyPullNowhere() {
    double sum = 0;
    for (int f = 0; f < FIELDS.count(); f++) {
      for (float value : FIELDS.field(f)) {
        sum += value;
      }
    }
    assertEquals(0, sum / FIELDS.count() / SIDE / SIDE, 0.1);
  }

  /** Noise under a Gaussian of deviation s is alike to exp(-d² / 4s²) at a distance d. */
  @ParameterizedTest
  @CsvSource({"1, 0", "0, 1", "4, 0", "0, 4", "3, 3", "8, 0", "0, 8"})
  void pointsMoveAsAlikeAsAGaussianOfFourPixelsMakesThem(int across, int down) {
    double products = 0;
    double squares = 0;
    for (int f = 0; f < FIELDS.count(); f++) {
      float[] field = FIELDS.field(f);
      for (int row = 0; row + down < SIDE; row++) {
        for (int c = 0; c + across < SIDE; c++) {
          float here = field[row * SIDE + c];
          float there = field[(row + down) * SIDE + c + across];
          products += here * there;
          squares += (here * here + there * there) / 2;
        }
      }
    }
    double distance = across * across + down * down;
    assertEquals(Math.exp(-distance / 64), products / squares, 0.05);
  }

  @Test
  void theyMoveTheEdgesAsMuchAsTheMiddle() {
    double edge = 0;
    double middle = 0;
    for (int f = 0; f < FIELDS.count(); f++) {
      for (int c = 0; c < SIDE; c++) {
        edge += Math.pow(FIELDS.field(f)[c], 2) / SIDE / FIELDS.count();
        middle += Math.pow(FIELDS.field(f)[14 * SIDE + c], 2) / SIDE / FIELDS.count();
      }
    }
    assertEquals(1, edge, 0.25);
    assertEquals(1, middle, 0.25);
  }

  @Test
  void theyDependOnTheSeedAlone() {
    assertArrayEquals(FIELDS.field(7), new ElasticFields(1, SIDE).field(7));
    assertFalse(Arrays.equals(FIELDS.field(7), new ElasticFields(2, SIDE).field(7)));
    assertFalse(Arrays.equals(FIELDS.field(7), FIELDS.field(8)));
  }

  @Test
  void largeImagesHaveFewerOfThem() {
    assertEquals(128, FIELDS.count());
    ElasticFields large = new ElasticFields(1, 300);
    assertTrue(large.count() >= 8 && large.count() < 16, large.count() + " fields");
  }
}
