package glassbox.ui.runs;

import glassbox.ui.session.Run;
import glassbox.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;

/** What has become of a run, in the words of the list. */
enum Standing {
  TRAINING(Feather.ACTIVITY),
  PAUSED(Feather.PAUSE),
  UNFINISHED(Feather.SKIP_FORWARD),
  ELSEWHERE(Feather.LOCK),
  FINISHED(Feather.CHECK),
  ENSEMBLE(Feather.LAYERS),
  FAILED(Feather.ALERT_TRIANGLE),
  DAMAGED(Feather.X_CIRCLE);

  private final Feather icon;

  Standing(Feather icon) {
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
    return Words.of("runs.standing." + name().toLowerCase(java.util.Locale.ROOT));
  }

  Feather icon() {
    return icon;
  }

  /** Whether the user should look into it. */
  boolean isTrouble() {
    return this == FAILED || this == DAMAGED;
  }
}
