package glassbox.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.ImageSet;
import glassbox.linalg.Matrix;
import glassbox.training.Evaluation;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionsTest {
  /** Six images of 1x1 pixels with these labels. */
  private final ImageSet images = new ImageSet(new byte[6], new byte[] {0, 1, 2, 0, 1, 2}, 1, 1);

  private final Predictions predictions =
      new Predictions(
          images,
          Matrix.of(
              6, 3, 0.6f, 0.3f, 0.1f, // right
              0.8f, 0.1f, 0.1f, // wrong
              0.0f, 0.1f, 0.9f, // right
              0.5f, 0.5f, 0.0f, // right: the first of equals
              0.1f, 0.2f, 0.7f, // wrong
              0.0f, 1.0f, 0.0f)); // wrong

  @Test
  void theAnswerIsTheMostProbableClass() {
    assertEquals(
        List.of(0, 0, 2, 0, 2, 1),
        List.of(0, 1, 2, 3, 4, 5).stream().map(predictions::answer).toList());
  }

  @Test
  void anAnswerIsCorrectWhereItIsTheLabel() {
    assertTrue(predictions.isCorrect(0));
    assertFalse(predictions.isCorrect(1));
    assertEquals(1, predictions.truth(1));
    assertEquals(3, predictions.correctCount());
    assertEquals(0.5, predictions.accuracy());
  }

  @Test
  void confidenceIsTheProbabilityOfTheAnswer() {
    assertEquals(0.8f, predictions.confidence(1));
    assertEquals(0.5f, predictions.confidence(3));
    assertEquals(0.3f, predictions.probability(0, 1));
  }

  @Test
  void imagesAndSizesAreThoseGiven() {
    assertSame(images, predictions.images());
    assertEquals(6, predictions.count());
    assertEquals(3, predictions.classes());
  }

  @Test
  void theSurestStandFirst() {
    assertEquals(List.of(2, 0, 3), predictions.surestFirst(true));
    assertEquals(List.of(5, 1, 4), predictions.surestFirst(false));
  }

  @Test
  void equallySureImagesStayInOrder() {
    Matrix halves = new Matrix(6, 3);
    halves.fill(0.5f);
    Predictions equal = new Predictions(images, halves);
    assertEquals(List.of(0, 3), equal.surestFirst(true));
    assertEquals(List.of(1, 2, 4, 5), equal.surestFirst(false));
  }

  @Test
  void evaluationAgreesWithTheAnswers() {
    Evaluation evaluation = predictions.evaluation();
    double loss =
        -(Math.log(0.6f)
                + Math.log(0.1f)
                + Math.log(0.9f)
                + Math.log(0.5f)
                + Math.log(0.2f)
                + Math.log(1e-7))
            / 6;
    assertEquals(6, evaluation.images());
    assertEquals(predictions.accuracy(), evaluation.accuracy());
    assertEquals(loss, evaluation.loss(), 1e-12);
  }

  @Test
  void answersToOtherImagesAreRefused() {
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> new Predictions(images, new Matrix(5, 3)))
            .getMessage();
    assertTrue(message.contains("6 images") && message.contains("[5 x 3]"), message);
  }
}
