package glassbox.ui.runs;

import glassbox.ui.session.Run;
import org.kordamp.ikonli.feather.Feather;

/** What has become of a run, in the words of the list. */
enum Standing {
  TRAINING("training", Feather.ACTIVITY),
  PAUSED("paused", Feather.PAUSE),
  UNFINISHED("can go on", Feather.SKIP_FORWARD),
  ELSEWHERE("trained elsewhere", Feather.LOCK),
  FINISHED("finished", Feather.CHECK),
  ENSEMBLE("ensemble", Feather.LAYERS),
  FAILED("failed", Feather.ALERT_TRIANGLE),
  DAMAGED("damaged", Feather.X_CIRCLE);

  private final String words;
  private final Feather icon;

  Standing(String words, Feather icon) {
    this.words = words;
    this.icon = icon;
  }

  static Standing of(Run run, boolean trains) {
    return switch (run.status()) {
      case IN_HAND -> trains ? TRAINING : PAUSED;
      case UNFINISHED -> UNFINISHED;
      case FINISHED -> run.isEnsemble() ? ENSEMBLE : FINISHED;
      case ELSEWHERE -> ELSEWHERE;
      case FAILED -> FAILED;
      case DAMAGED -> DAMAGED;
    };
  }

  String words() {
    return words;
  }

  Feather icon() {
    return icon;
  }

  /** Whether the user should look into it. */
  boolean isTrouble() {
    return this == FAILED || this == DAMAGED;
  }
}
