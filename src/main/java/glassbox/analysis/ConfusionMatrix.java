package glassbox.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How often each class (row) was taken for each class (column). */
public final class ConfusionMatrix {
  private final int[][] counts; // [C x C], truth by answer

  /** One kind of mistake, such as 4 taken for 9, and how often it was made. */
  public record Confusion(int truth, int answer, int count) {}

  public ConfusionMatrix(Predictions predictions) {
    counts = new int[predictions.classes()][predictions.classes()];
    for (int image = 0; image < predictions.count(); image++) {
      counts[predictions.truth(image)][predictions.answer(image)]++;
    }
  }

  public int classes() {
    return counts.length;
  }

  /** How many images of a class were taken for a class. */
  public int count(int truth, int answer) {
    return counts[truth][answer];
  }

  /** How many images a class has. */
  public int truths(int truth) {
    int all = 0;
    for (int count : counts[truth]) {
      all += count;
    }
    return all;
  }

  /** How many images were taken for a class. */
  public int answers(int answer) {
    int all = 0;
    for (int[] row : counts) {
      all += row[answer];
    }
    return all;
  }

  /** How many images there are. */
  public int total() {
    int all = 0;
    for (int truth = 0; truth < counts.length; truth++) {
      all += truths(truth);
    }
    return all;
  }

  /** How many images were taken for what they are. */
  public int correct() {
    int all = 0;
    for (int c = 0; c < counts.length; c++) {
      all += counts[c][c];
    }
    return all;
  }

  /** The share of a class's images that were found, NaN where there are none. */
  public double recall(int truth) {
    return share(counts[truth][truth], truths(truth));
  }

  /** The share of those taken for a class that belong to it, NaN where there are none. */
  public double precision(int answer) {
    return share(counts[answer][answer], answers(answer));
  }

  /**
   * The harmonic mean of recall and precision, 2 TP / (2 TP + FP + FN); NaN where the class has no
   * image and none was taken for it.
   */
  public double f1(int c) {
    return share(2 * counts[c][c], truths(c) + answers(c));
  }

  private static double share(int part, int all) {
    return all == 0 ? Double.NaN : (double) part / all;
  }

  /** The most frequent mistakes, the most frequent first. */
  public List<Confusion> worst(int howMany) {
    List<Confusion> mistakes = new ArrayList<>();
    for (int truth = 0; truth < counts.length; truth++) {
      for (int answer = 0; answer < counts.length; answer++) {
        if (truth != answer && counts[truth][answer] > 0) {
          mistakes.add(new Confusion(truth, answer, counts[truth][answer]));
        }
      }
    }
    mistakes.sort(Comparator.comparingInt(Confusion::count).reversed());
    return List.copyOf(mistakes.subList(0, Math.min(howMany, mistakes.size())));
  }
}
