package glassbox.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * How the answer to one image changed over training.
 *
 * @param truth the class that it belongs to
 * @param steps of the moments that are known, ascending
 * @param answers at each of them
 * @param shares the probabilities [moments x C]
 */
public record Life(int truth, long[] steps, int[] answers, float[][] shares) {
  /** Between two flips the answer is the same; {@code end} is where the next one begins. */
  public record Stretch(long start, long end, int answer) {}

  /** The run in stretches of one answer, the last one up to the last moment. */
  public List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= steps.length; i++) {
      if (i == steps.length || answers[i] != answers[from]) {
        stretches.add(
            new Stretch(steps[from], steps[Math.min(i, steps.length - 1)], answers[from]));
        from = i;
      }
    }
    return stretches;
  }

  /** The steps at which another answer is first known, ascending. */
  public List<Long> flips() {
    return stretches().stream().skip(1).map(Stretch::start).toList();
  }
}
