package glassbox.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glassbox.linalg.Matrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcrustesTest {
  private static final Matrix MODEL = Matrix.of(4, 2, 0, 0, 3, 0, 3, 1, -1, 2);

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "-2.5, 1", "0.3, -1", "3, -1"})
  void aTurnedMirroredAndMovedPictureComesBack(double angle, int side) {
    Matrix points = new Matrix(4, 2);
    for (int n = 0; n < 4; n++) {
      double x = MODEL.get(n, 0);
      double y = side * MODEL.get(n, 1);
      points.set(n, 0, (float) (Math.cos(angle) * x - Math.sin(angle) * y + 5));
      points.set(n, 1, (float) (Math.sin(angle) * x + Math.cos(angle) * y - 7));
    }
    Matrix back = Procrustes.aligned(points, MODEL);
    for (int i = 0; i < MODEL.size(); i++) {
      assertEquals(MODEL.values()[i], back.values()[i], 1e-5);
    }
  }
}
