package glassbox.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MatrixTest {
  @Test
  void valuesStandRowByRow() {
    Matrix matrix = Matrix.of(2, 3, 1, 2, 3, 4, 5, 6);
    assertEquals(3f, matrix.get(0, 2));
    assertEquals(4f, matrix.get(1, 0));
    matrix.set(1, 2, 7f);
    assertEquals(7f, matrix.values()[5]);
  }

  @Test
  void aNewMatrixIsZeros() {
    assertArrayEquals(new float[6], new Matrix(2, 3).values());
  }

  @Test
  void valuesOfAnotherNumberAreRefused() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Matrix.of(2, 3, 1, 2)).getMessage();
    assertTrue(message.contains("[2 x 3]") && message.contains("6") && message.contains("2"));
  }

  @Test
  void impossibleSizesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Matrix(-1, 3));
    assertThrows(IllegalArgumentException.class, () -> new Matrix(3, -1));
    assertThrows(IllegalArgumentException.class, () -> new Matrix(65_536, 65_536));
  }

  @Test
  void rowsInUseShrinkAndGrowAgain() {
    Matrix matrix = Matrix.of(3, 2, 1, 2, 3, 4, 5, 6);
    assertEquals("[1 x 2]", matrix.withRows(1).shape());
    assertEquals(2, matrix.size());
    assertEquals(6f, matrix.withRows(3).get(2, 1));
  }

  @Test
  void rowsInUseStayWithinTheCapacity() {
    Matrix matrix = new Matrix(3, 2).withRows(1);
    String message =
        assertThrows(IllegalArgumentException.class, () -> matrix.withRows(4)).getMessage();
    assertEquals("rows in use must be in [0, 3], got 4", message);
    assertThrows(IllegalArgumentException.class, () -> matrix.withRows(-1));
  }

  @Test
  void fillLeavesUnusedRowsAlone() {
    Matrix matrix = new Matrix(2, 2).withRows(1);
    matrix.fill(3f);
    assertArrayEquals(new float[] {3, 3, 0, 0}, matrix.values());
  }

  @Test
  void copyTakesValuesAndSharesNothing() {
    Matrix source = Matrix.of(1, 2, 1, 2);
    Matrix target = new Matrix(3, 2);
    target.copyFrom(source);
    source.set(0, 0, 9f);
    assertEquals("[1 x 2]", target.shape());
    assertEquals(1f, target.get(0, 0));
  }

  @Test
  void copyOfAnotherShapeNamesBoth() {
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> new Matrix(2, 2).copyFrom(new Matrix(2, 3)))
            .getMessage();
    assertTrue(message.contains("[2 x 3]") && message.contains("[2 x 2]"), message);
  }
}
