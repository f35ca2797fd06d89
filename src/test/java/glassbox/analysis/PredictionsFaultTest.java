package glassbox.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glassbox.data.ImageSet;
import glassbox.linalg.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionsFaultTest {
  /** Confidences that differ by less than 1e-6 are sorted by image, not by confidence. */
  @Test
  void theSurestStandFirstEvenNearCertainty() {
    ImageSet images = new ImageSet(new byte[2], new byte[] {0, 0}, 1, 1);
    Predictions predictions =
        new Predictions(images, Matrix.of(2, 2, 0.9999993f, 7e-7f, 0.9999999f, 1e-7f));
    assertEquals(List.of(1, 0), predictions.surestFirst(true));
  }
}
