package glassbox.ui.gallery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glassbox.analysis.Lives;
import glassbox.analysis.Moment;
import glassbox.analysis.Predictions;
import glassbox.data.ImageSet;
import glassbox.linalg.Matrix;
import glassbox.ui.session.Filter;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SortingTest {
  /** Four images of class 0. */
  private final ImageSet images = new ImageSet(new byte[4], new byte[4], 1, 1);

  private final Predictions answers =
      answers(new float[][] {{0.6f, 0.3f, 0.1f}, {0.1f, 0.5f, 0.4f}, {0.9f, 0, 0.1f}, {0, 0, 1}});

  private Predictions answers(float[][] rows) {
    Matrix probabilities = new Matrix(4, 3);
    for (int n = 0; n < 4; n++) {
      for (int c = 0; c < 3; c++) {
        probabilities.set(n, c, rows[n][c]);
      }
    }
    return new Predictions(images, probabilities);
  }

  private int[] sorted(Sorting by, boolean descending) {
    return by.sorted(answers, Filter.ALL, descending, null);
  }

  @Test
  void byEverythingInBothDirections() {
    assertArrayEquals(new int[] {3, 2, 0, 1}, sorted(Sorting.CONFIDENCE, true));
    assertArrayEquals(new int[] {1, 0, 2, 3}, sorted(Sorting.CONFIDENCE, false));
    assertArrayEquals(new int[] {3, 1, 0, 2}, sorted(Sorting.LOSS, true));
    assertArrayEquals(new int[] {2, 0, 1, 3}, sorted(Sorting.LOSS, false));
    assertArrayEquals(new int[] {3, 2, 0, 1}, sorted(Sorting.MARGIN, true));
    assertArrayEquals(new int[] {0, 1, 2, 3}, sorted(Sorting.NUMBER, false));
    assertArrayEquals(new int[] {3, 2, 1, 0}, sorted(Sorting.NUMBER, true));
  }

  @Test
  void byTheStepOfTheLastFlip() {
    Lives lives =
        Lives.none(images)
            .with(Moment.of(0, answers(rows(0, 0, 0, 0))), 1000)
            .with(Moment.of(10, answers(rows(0, 1, 0, 2))), 1000)
            .with(Moment.of(20, answers(rows(0, 1, 1, 2))), 1000);
    assertArrayEquals(
        new int[] {2, 1, 3, 0}, Sorting.FLIPPED_LAST.sorted(answers, Filter.ALL, true, lives));
  }

  private static float[][] rows(int... classes) {
    float[][] rows = new float[classes.length][3];
    for (int n = 0; n < classes.length; n++) {
      rows[n][classes[n]] = 1;
    }
    return rows;
  }

  @Test
  void onlyWhatTheFilterLetsThrough() {
    Filter wrong = Filter.ALL.withOutcome(Filter.Outcome.INCORRECT);
    assertArrayEquals(new int[] {3, 1}, Sorting.CONFIDENCE.sorted(answers, wrong, true, null));
    Filter pair = Filter.pair(0, 2);
    assertArrayEquals(new int[] {3}, Sorting.CONFIDENCE.sorted(answers, pair, true, null));
    BitSet picked = new BitSet();
    picked.set(0, 2);
    assertArrayEquals(
        new int[] {0, 1}, Sorting.CONFIDENCE.sorted(answers, Filter.of(picked), true, null));
  }

  @Test
  void filtersInWords() {
    List<String> names = List.of("4", "9", "0");
    assertEquals("All images", FilterWords.of(Filter.ALL, names));
    assertEquals("4 taken for 9", FilterWords.of(Filter.pair(0, 1), names));
    assertEquals("9 answered correctly", FilterWords.of(Filter.pair(1, 1), names));
    assertEquals(
        "Incorrect, true class 4",
        FilterWords.of(Filter.ALL.withOutcome(Filter.Outcome.INCORRECT).withTruth(0), names));
    assertEquals("Lasso", FilterWords.of(Filter.of(new BitSet()), names));
  }
}
