package glassbox.ui.confusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.analysis.ConfusionMatrix;
import glassbox.analysis.ConfusionMatrix.Confusion;
import glassbox.analysis.Predictions;
import glassbox.data.ImageSet;
import glassbox.linalg.Matrix;
import glassbox.ui.confusion.Sheet.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetTest {
  private static final List<String> NAMES = List.of("cat", "dog", "owl");

  private final ConfusionMatrix now =
      matrix(new int[] {0, 0, 0, 0, 1, 1, 1, 1}, new int[] {0, 0, 1, 1, 1, 1, 1, 0});
  private final ConfusionMatrix before =
      matrix(new int[] {0, 0, 0, 0, 1, 1, 1, 1}, new int[] {0, 0, 0, 1, 0, 0, 1, 0});

  private static ConfusionMatrix matrix(int[] truths, int[] answers) {
    byte[] labels = new byte[truths.length];
    Matrix probabilities = new Matrix(truths.length, 3);
    for (int i = 0; i < truths.length; i++) {
      labels[i] = (byte) truths[i];
      probabilities.set(i, answers[i], 1);
    }
    ImageSet images = new ImageSet(new byte[truths.length], labels, 1, 1);
    return new ConfusionMatrix(new Predictions(images, probabilities));
  }

  @Test
  void countsAreWrittenAndNothingIsAPoint() {
    Sheet sheet = new Sheet(now, null, Measure.COUNTS);
    assertEquals("3", sheet.text(1, 1));
    assertEquals("·", sheet.text(2, 0));
    assertEquals("3", sheet.answers(0));
    assertEquals("62.5%", sheet.accuracy());
  }

  @Test
  void sharesOfTheTruthAddUpInRowsAndThoseOfTheAnswerInColumns() {
    Sheet rows = new Sheet(now, null, Measure.SHARE_OF_TRUTH);
    assertEquals("75.0", rows.text(1, 1));
    assertEquals("25.0", rows.text(1, 0));
    Sheet columns = new Sheet(now, null, Measure.SHARE_OF_ANSWER);
    assertEquals("60.0", columns.text(1, 1));
    assertEquals("40.0", columns.text(0, 1));
  }

  @Test
  void theMostFrequentMistakeIsStrongestAndTheDiagonalDoesNotCount() {
    Sheet sheet = new Sheet(now, null, Measure.COUNTS);
    assertEquals(1, sheet.weight(0, 1));
    assertEquals(Math.sqrt(0.5), sheet.weight(1, 0), 1e-12);
    assertEquals(0, sheet.weight(2, 1));
  }

  @Test
  void aDifferenceHasSigns() {
    Sheet sheet = new Sheet(now, before, Measure.COUNTS);
    assertEquals("+1", sheet.text(0, 1));
    assertEquals("−2", sheet.text(1, 0));
    assertEquals("·", sheet.text(2, 2));
    assertTrue(sheet.weight(1, 0) < 0 && sheet.weight(0, 1) > 0);
    assertEquals("+50.0", sheet.figure(Figure.RECALL, 1));
    assertEquals("+12.5", sheet.accuracy());
    assertEquals(List.of(new Confusion(1, 0, -2), new Confusion(0, 1, 1)), sheet.top(5));
  }

  @Test
  void figuresOfAClassWithoutImagesAreDashes() {
    Sheet sheet = new Sheet(now, null, Measure.COUNTS);
    assertEquals("–", sheet.figure(Figure.RECALL, 2));
    assertEquals("75.0%", sheet.figure(Figure.RECALL, 1));
    assertEquals("60.0%", sheet.figure(Figure.PRECISION, 1));
    assertEquals("4", sheet.figure(Figure.IMAGES, 1));
  }

  @Test
  void allOfItIsASentence() {
    assertEquals(
        "Confusion matrix: 5 of 8 correct; most frequent mistake cat taken for dog, 2 times",
        new Sheet(now, null, Measure.COUNTS).summary(NAMES));
    assertEquals(
        "Confusion matrix: 5 of 8 correct; largest difference dog taken for cat, −2 images",
        new Sheet(now, before, Measure.COUNTS).summary(NAMES));
  }

  @Test
  void aCellIsASentence() {
    assertEquals(
        "cat taken for dog: 2 of 4", new Sheet(now, null, Measure.COUNTS).words(0, 1, NAMES));
    assertEquals(
        "dog answered correctly: 3 of 4, compared with 1",
        new Sheet(now, before, Measure.COUNTS).words(1, 1, NAMES));
  }
}
