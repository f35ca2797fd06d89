package glassbox.ui.runs;

import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;

/**
 * What a line of the list says beside its name. What was not measured is NaN.
 *
 * @param differs how its recipe differs, in words
 * @param dataset as people call it
 * @param test accuracy on the test set; of several runs the mean
 * @param deviation standard deviation of the test accuracies; NaN for a single one
 * @param bestValidation the best accuracy on the images held out
 * @param steps done; of several runs the mean, like all figures
 * @param planned steps at the end of the run
 * @param seconds of training
 */
record Facts(
    String differs,
    String dataset,
    double test,
    double deviation,
    double bestValidation,
    long steps,
    long planned,
    double seconds,
    Standing standing) {
  private static final String NOTHING = "–";

  /** "96.54%", or "96.54 ± 0.12%". */
  String testWords() {
    return Double.isFinite(test) && Double.isFinite(deviation)
        ? Words.of(
            "runs.facts.spread", Figures.decimal(100 * test, 2), Figures.percent(deviation, 2))
        : percent(test);
  }

  String bestValidationWords() {
    return percent(bestValidation);
  }

  /** "812 of 3,438", or "3,438" where that is all. */
  String stepsWords() {
    if (steps == 0 && planned == 0) {
      return NOTHING;
    }
    return steps < planned ? Words.of("runs.facts.steps", steps, planned) : Figures.count(steps);
  }

  /** "4.2 s", "1:05" or "1:02:03". */
  String timeWords() {
    if (!(seconds > 0)) {
      return NOTHING;
    }
    long whole = Math.round(seconds);
    if (seconds < 60) {
      return Words.of("runs.facts.seconds", Figures.decimal(seconds, 1));
    }
    return whole < 3600
        ? "%d:%02d".formatted(whole / 60, whole % 60)
        : "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60);
  }

  private static String percent(double share) {
    return Double.isFinite(share) ? Figures.percent(share, 2) : NOTHING;
  }
}
