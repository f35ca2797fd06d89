package glassbox.ui.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glassbox.analysis.Predictions;
import glassbox.data.ImageSet;
import glassbox.linalg.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which images stand first in the gallery. */
class OrderTest {
  /** Images 0, 2, 4 are answered correctly; 1, 3, 5 are not. */
  private static Predictions predictions() {
    float[] sure = {0.6f, 0.9f, 0.99f, 0.7f, 0.8f, 0.55f};
    Matrix probabilities = new Matrix(6, 2);
    for (int i = 0; i < 6; i++) {
      probabilities.values()[2 * i] = sure[i];
      probabilities.values()[2 * i + 1] = 1 - sure[i];
    }
    return new Predictions(
        new ImageSet(new byte[6], new byte[] {0, 1, 0, 1, 0, 1}, 1, 1), probabilities);
  }

  @Test
  void surestFirst() {
    assertEquals(List.of(2, 4, 0), Order.SUREST.first(predictions(), true, 10));
    assertEquals(List.of(1, 3, 5), Order.SUREST.first(predictions(), false, 10));
  }

  @Test
  void leastSureFirst() {
    assertEquals(List.of(0, 4, 2), Order.LEAST_SURE.first(predictions(), true, 10));
    assertEquals(List.of(5, 3, 1), Order.LEAST_SURE.first(predictions(), false, 10));
  }

  @Test
  void inFileOrder() {
    assertEquals(List.of(0, 2, 4), Order.BY_NUMBER.first(predictions(), true, 10));
    assertEquals(List.of(1, 3, 5), Order.BY_NUMBER.first(predictions(), false, 10));
  }

  @ParameterizedTest
  @EnumSource
  void noMoreThanThereIsRoomFor(Order order) {
    assertEquals(2, order.first(predictions(), true, 2).size());
    assertEquals(List.of(), order.first(predictions(), true, 0));
    assertEquals(
        order.first(predictions(), false, 3).subList(0, 2), order.first(predictions(), false, 2));
  }

  @ParameterizedTest
  @EnumSource
  void itsNameIsWords(Order order) {
    assertEquals(order.toString().toLowerCase(java.util.Locale.ROOT), order.toString());
  }
}
