package glassbox.ui;

import glassbox.ui.session.Goal;
import glassbox.ui.session.State;
import glassbox.ui.session.TrainingSession;
import javafx.application.Platform;

/**
 * A short run that ends the program: the installer's builder watches it to learn which classes a
 * start needs.
 */
final class Rehearsal {
  private static final int STEPS = 300;

  private Rehearsal() {}

  /** Whether the system property {@code glassbox.rehearsal} asks for it. */
  static boolean isWanted() {
    return Boolean.getBoolean("glassbox.rehearsal");
  }

  /** Trains some steps as soon as there are data, and then ends the program. */
  static void begin(TrainingSession session) {
    session.setStepsPerSecond(Double.POSITIVE_INFINITY);
    session
        .stateProperty()
        .addListener((property, before, now) -> {
          if (now == State.READY) {
            Platform.runLater(() -> session.train(new Goal.Steps(STEPS)));
          } else if (now == State.PAUSED
              || now == State.FAILED
              || now == State.EMPTY && before == State.LOADING) {
            Platform.runLater(Platform::exit);
          }
        });
  }
}
