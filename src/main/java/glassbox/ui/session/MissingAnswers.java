package glassbox.ui.session;

import glassbox.ui.words.Words;

/** Why there are no answers to be shown, and what to do. */
public final class MissingAnswers {
  private MissingAnswers() {}

  /**
   * In a sentence.
   *
   * @param what is to be done where no network is trained yet
   */
  public static String words(TrainingSession session, String what) {
    Run run = session.runProperty().get();
    if (session.datasetProperty().get() == null) {
      return Words.of("session.missing.data");
    }
    if (run == null || !run.isOpen() || run.steps() == 0) {
      return what;
    }
    Part part = session.partProperty().get();
    if (part.of(run).count() == 0) {
      return Words.of("session.missing.part." + part.name().toLowerCase(java.util.Locale.ROOT));
    }
    return run.history().divergence() != null
        ? Words.of("session.missing.diverged")
        : Words.of("session.missing.asking");
  }
}
