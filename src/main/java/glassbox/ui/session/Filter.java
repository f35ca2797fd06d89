package glassbox.ui.session;

import glassbox.analysis.Predictions;
import glassbox.ui.words.Words;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which images are picked out of a part.
 *
 * @param outcome how they are answered
 * @param truth the class that they belong to; {@link #ANY} for all
 * @param answer the class that they are taken for; {@link #ANY} for all
 * @param picked the images that somebody pointed at, null for all; not to be changed
 * @param what they are, in a word or two, such as Words.of("session.picked")
 */
public record Filter(Outcome outcome, int truth, int answer, @Nullable BitSet picked, String what) {
  /** Of every class. */
  public static final int ANY = -1;

  /** All images. */
  public static final Filter ALL = new Filter(Outcome.ALL, ANY, ANY, null, "");

  /** How an image is answered. */
  public enum Outcome {
    ALL,
    CORRECT,
    INCORRECT
  }

  /** The images of one class that are taken for another, or for their own. */
  public static Filter pair(int truth, int answer) {
    return new Filter(Outcome.ALL, truth, answer, null, "");
  }

  /** The images that somebody drew a lasso around. */
  public static Filter of(BitSet picked) {
    return of(picked, Words.of("session.picked"));
  }

  /**
   * The images that somebody pointed at.
   *
   * @param what they are, in a word or two
   */
  public static Filter of(BitSet picked, String what) {
    return new Filter(Outcome.ALL, ANY, ANY, (BitSet) picked.clone(), what);
  }

  public Filter withOutcome(Outcome other) {
    return new Filter(other, truth, answer, picked, what);
  }

  public Filter withTruth(int other) {
    return new Filter(outcome, other, answer, picked, what);
  }

  public Filter withAnswer(int other) {
    return new Filter(outcome, truth, other, picked, what);
  }

  /** Nobody points at any more; classes and outcome stay. */
  public Filter withoutPicked() {
    return new Filter(outcome, truth, answer, null, "");
  }

  /** Whether an image is one of them. */
  public boolean lets(Predictions answers, int image) {
    return (picked == null || picked.get(image))
        && (truth == ANY || answers.truth(image) == truth)
        && (answer == ANY || answers.answer(image) == answer)
        && (outcome == Outcome.ALL || answers.isCorrect(image) == (outcome == Outcome.CORRECT));
  }
}
