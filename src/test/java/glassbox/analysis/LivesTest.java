package glassbox.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.analysis.Life.Stretch;
import glassbox.analysis.Lives.Kind;
import glassbox.data.ImageSet;
import glassbox.linalg.Matrix;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class LivesTest {
  private static final int CLASSES = 3;
  private static final long PLENTY = 1 << 20;

  /** All images belong to class 1. */
  private static ImageSet images(int count) {
    byte[] labels = new byte[count];
    java.util.Arrays.fill(labels, (byte) 1);
    return new ImageSet(new byte[count], labels, 1, 1);
  }

  private static Moment moment(long step, int... answers) {
    Matrix probabilities = new Matrix(answers.length, CLASSES);
    for (int image = 0; image < answers.length; image++) {
      for (int c = 0; c < CLASSES; c++) {
        probabilities.set(image, c, c == answers[image] ? 0.7f : 0.15f);
      }
    }
    return Moment.of(step, new Predictions(images(answers.length), probabilities));
  }

  /** Learned at once, learned late, forgotten, never learned. */
  private static Lives lives() {
    return Lives.none(images(4))
        .with(moment(1000, 1, 1, 2, 2), PLENTY)
        .with(moment(0, 0, 0, 0, 0), PLENTY)
        .with(moment(100, 1, 2, 1, 2), PLENTY)
        .with(moment(500, 1, 2, 1, 0), PLENTY);
  }

  @Test
  void whatBecameOfEveryImage() {
    Lives lives = lives();
    List<Kind> kinds = List.of(Kind.EARLY, Kind.LATE, Kind.FORGOTTEN, Kind.NEVER);
    for (int image = 0; image < 4; image++) {
      assertEquals(kinds.get(image), lives.kind(image));
      assertEquals(BitSet.valueOf(new long[] {1L << image}), lives.images(kinds.get(image)));
    }
  }

  @Test
  void whoIsRightForGoodAfterAQuarterLearnedEarlyAndLaterLate() {
    Lives lives =
        Lives.none(images(2))
            .with(moment(250, 1, 0), PLENTY)
            .with(moment(251, 1, 1), PLENTY)
            .with(moment(1000, 1, 1), PLENTY);
    assertEquals(Kind.EARLY, lives.kind(0));
    assertEquals(Kind.LATE, lives.kind(1));
  }

  @Test
  void theLastFlipIsWhereTheAnswerLastChanged() {
    Lives lives = lives();
    assertEquals(100, lives.lastFlip(0));
    assertEquals(1000, lives.lastFlip(1));
    assertEquals(1000, lives.lastFlip(3));
    assertEquals(Lives.NO_FLIP, Lives.none(images(1)).with(moment(5, 0), PLENTY).lastFlip(0));
  }

  @Test
  void aLifeIsStretchesOfOneAnswer() {
    Life life = lives().of(1);
    assertEquals(1, life.truth());
    assertArrayEquals(new long[] {0, 100, 500, 1000}, life.steps());
    assertEquals(
        List.of(new Stretch(0, 100, 0), new Stretch(100, 1000, 2), new Stretch(1000, 1000, 1)),
        life.stretches());
    assertEquals(List.of(100L, 1000L), life.flips());
  }

  @Test
  void probabilitiesAreKeptToWithinHalfA255th() {
    float[] shares = lives().of(0).shares()[1];
    assertArrayEquals(new float[] {0.15f, 0.7f, 0.15f}, shares, 0.5f / 255 + 1e-6f);
  }

  @Test
  void withoutMemoryMomentsAreThinnedEvenly() {
    Lives lives = Lives.none(images(100));
    long bytes = moment(0, new int[100]).bytes();
    for (long step = 0; step <= 1000; step += 10) {
      lives = lives.with(moment(step, new int[100]), 11 * bytes);
    }
    assertEquals(11, lives.size());
    assertTrue(lives.bytes() <= 11 * bytes);
    long[] steps = lives.of(0).steps();
    assertEquals(0, steps[0]);
    assertEquals(1000, steps[10]);
    for (int i = 1; i < steps.length; i++) {
      assertTrue(steps[i] - steps[i - 1] <= 200, java.util.Arrays.toString(steps));
    }
  }

  @Test
  void theSameMomentIsKeptOnce() {
    Lives lives = lives().with(moment(500, 1, 1, 1, 1), PLENTY);
    assertEquals(4, lives.size());
    assertEquals(0, lives.distance(500));
    assertEquals(50, lives.distance(450));
  }
}
