package glassbox.ui;

import glassbox.ui.session.TrainingSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
      return "as suits the run";
    }
    return Double.isInfinite(stepsPerSecond)
        ? "full speed"
        : String.format(Locale.ROOT, "%,.0f steps a second", stepsPerSecond);
  }
}
