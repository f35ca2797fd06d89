package glassbox.ui.lesson;

import glassbox.ui.controls.SketchChart;
import glassbox.ui.words.Words;
import java.util.function.IntToDoubleFunction;

/** How near a sketched loss is to the true one; said kindly. */
final class Guess {
  private Guess() {}

  /**
   * The mean loss of equal stretches of a run, as far as it has come.
   *
   * @param loss of each step
   * @param done steps so far
   * @param steps the whole run's
   */
  static double[] truth(IntToDoubleFunction loss, int done, long steps) {
    int known = (int) Math.min(done, steps);
    int whole = (int) (known * SketchChart.VALUES / Math.max(1, steps));
    double[] means = new double[whole];
    for (int i = 0; i < whole; i++) {
      int from = (int) (i * steps / SketchChart.VALUES);
      int to = Math.max(from + 1, (int) ((i + 1) * steps / SketchChart.VALUES));
      double sum = 0;
      for (int step = from; step < Math.min(to, known); step++) {
        sum += loss.applyAsDouble(step);
      }
      means[i] = sum / Math.max(1, Math.min(to, known) - from);
    }
    return means;
  }

  /**
   * In [0, 100]: 100 is the truth itself, 0 no nearer than if nothing were learned.
   *
   * @param truth at least one value
   */
  static int score(double[] sketch, double[] truth) {
    double missed = 0;
    double flat = 0;
    for (int i = 0; i < truth.length; i++) {
      missed += Math.abs(sketch[i] - truth[i]);
      flat += Math.abs(truth[0] - truth[i]);
    }
    return flat == 0 ? 0 : (int) Math.round(100 * Math.max(0, 1 - missed / flat));
  }

  /** What one says to somebody who has dared a guess. */
  static String words(double[] sketch, double[] truth) {
    int score = score(sketch, truth);
    String verdict =
        score >= 85
            ? Words.of("lesson.guess.close")
            : score >= 60
                ? Words.of("lesson.guess.shape")
                : score >= 30 ? Words.of("lesson.guess.direction") : Words.of("lesson.guess.far");
    return Words.of("lesson.guess.score", score, verdict);
  }
}
