package glassbox.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glassbox.linalg.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormsTest {
  @ParameterizedTest
  @ValueSource(strings = {"128d", "128f", "0x80p0"})
  void javaLiteralsAreNoNumbersOfARecipe(String units) {
    assertThrows(IllegalArgumentException.class, () -> LayerSpec.parse("dense " + units));
  }

  @Test
  void aLogitOfMinusInfinityIsNoFiniteAnswer() {
    Matrix logits = Matrix.of(1, 3, 0, Float.NEGATIVE_INFINITY, 1);
    assertEquals(Double.NaN, new SoftmaxCrossEntropy(1, 3, 0).forward(logits, new int[] {0}));
  }
}
