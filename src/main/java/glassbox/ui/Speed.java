package glassbox.ui;

import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast runs are trained.
 *
 * @param stepsPerSecond infinite for full speed; NaN for what suits the length of each run
 */
record Speed(double stepsPerSecond) {
  static final Speed SUITED = new Speed(Double.NaN);
  static final Speed FULL = new Speed(Double.POSITIVE_INFINITY);

  static Speed of(TrainingSession session) {
    return session.isPaceChosen() ? new Speed(session.stepsPerSecondProperty().get()) : SUITED;
  }

  /** What one may want, and what there is. */
  static List<Speed> choices(Speed present) {
    List<Speed> all = new ArrayList<>();
    all.add(SUITED);
    for (double pace : new double[] {1, 10, 100, 1_000, 10_000}) {
      all.add(new Speed(pace));
    }
    all.add(FULL);
    if (!all.contains(present)) {
      all.add(1, present);
    }
    return all;
  }

  void applyTo(TrainingSession session) {
    if (equals(SUITED)) {
      session.forgetPace();
    } else {
      session.setStepsPerSecond(stepsPerSecond);
    }
  }

  @Override
  public String toString() {
    if (Double.isNaN(stepsPerSecond)) {
      return Words.of("window.pace.suited");
    }
    return Double.isInfinite(stepsPerSecond)
        ? Words.of("window.pace.full")
        : Words.of("window.pace.steps", Math.round(stepsPerSecond));
  }
}
