package glassbox.ui.session;

/** Why there are no answers to be shown, and what to do. */
public final class MissingAnswers {
  private MissingAnswers() {}

  /**
   * In a sentence.
   *
   * @param what is to be seen, such as "its errors"
   */
  public static String words(TrainingSession session, String what) {
    Run run = session.runProperty().get();
    if (session.datasetProperty().get() == null) {
      return "Choose a data set to train a network on";
    }
    if (run == null || !run.isOpen() || run.steps() == 0) {
      return "Train a network to see " + what + " · press Space";
    }
    Part part = session.partProperty().get();
    if (part.of(run).count() == 0) {
      return "This run has no " + part.word() + " images · choose test or training";
    }
    return run.history().divergence() != null
        ? "At this step the network has come to nothing · drag the handle below to an earlier one"
        : "The network is being asked…";
  }
}
