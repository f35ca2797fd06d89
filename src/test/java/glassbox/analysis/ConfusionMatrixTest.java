package glassbox.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.analysis.ConfusionMatrix.Confusion;
import glassbox.data.ImageSet;
import glassbox.linalg.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
  private static final int CLASSES = 4;

  /** Class 3 has no images. */
  private final ConfusionMatrix matrix =
      matrix(new int[] {0, 0, 0, 1, 1, 1, 1, 2, 2}, new int[] {0, 0, 3, 1, 2, 2, 0, 1, 1});

  private static ConfusionMatrix matrix(int[] truths, int[] answers) {
    byte[] labels = new byte[truths.length];
    Matrix probabilities = new Matrix(truths.length, CLASSES);
    for (int i = 0; i < truths.length; i++) {
      labels[i] = (byte) truths[i];
      probabilities.set(i, answers[i], 1);
    }
    ImageSet images = new ImageSet(new byte[truths.length], labels, 1, 1);
    return new ConfusionMatrix(new Predictions(images, probabilities));
  }

  @Test
  void rowsAreTruthsAndColumnsAreAnswers() {
    assertEquals(CLASSES, matrix.classes());
    assertEquals(2, matrix.count(0, 0));
    assertEquals(1, matrix.count(0, 3));
    assertEquals(0, matrix.count(3, 0));
    assertEquals(2, matrix.count(1, 2));
    assertEquals(2, matrix.count(2, 1));
  }

  @Test
  void everyImageIsCountedOnce() {
    int all = 0;
    for (int truth = 0; truth < CLASSES; truth++) {
      for (int answer = 0; answer < CLASSES; answer++) {
        all += matrix.count(truth, answer);
      }
    }
    assertEquals(9, all);
  }

  @Test
  void recallIsTheShareOfAClassThatWasFound() {
    assertEquals(2.0 / 3, matrix.recall(0), 1e-15);
    assertEquals(0.25, matrix.recall(1));
    assertEquals(0, matrix.recall(2));
    assertTrue(Double.isNaN(matrix.recall(3)));
  }

  @Test
  void precisionIsTheShareOfTheAnswersThatAreRight() {
    assertEquals(2.0 / 3, matrix.precision(0), 1e-15);
    assertEquals(1.0 / 3, matrix.precision(1), 1e-15);
    assertEquals(0, matrix.precision(2));
    assertEquals(0, matrix.precision(3));
  }

  @Test
  void f1IsTheHarmonicMeanOfBoth() {
    assertEquals(2.0 / 3, matrix.f1(0), 1e-15);
    assertEquals(2 / (4 + 3.0), matrix.f1(1), 1e-15);
    assertEquals(0, matrix.f1(2));
  }

  @Test
  void totalsAreSumsOfRowsAndColumns() {
    assertEquals(4, matrix.truths(1));
    assertEquals(3, matrix.answers(1));
    assertEquals(9, matrix.total());
    assertEquals(3, matrix.correct());
  }

  @Test
  void theMostFrequentMistakesStandFirst() {
    assertEquals(
        List.of(
            new Confusion(1, 2, 2),
            new Confusion(2, 1, 2),
            new Confusion(0, 3, 1),
            new Confusion(1, 0, 1)),
        matrix.worst(100));
    assertEquals(List.of(new Confusion(1, 2, 2)), matrix.worst(1));
    assertEquals(List.of(), matrix.worst(0));
  }

  @Test
  void withoutMistakesThereAreNone() {
    assertEquals(List.of(), matrix(new int[] {0, 1, 2}, new int[] {0, 1, 2}).worst(3));
  }

  @Test
  void whatIsHandedOutCannotBeChanged() {
    assertThrows(UnsupportedOperationException.class, () -> matrix.worst(2).clear());
  }
}
