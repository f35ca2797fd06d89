package glassbox.ui.session;

/** Something to tell the user, in words. */
public record Notice(Kind kind, String text) {
  /** How much it matters. */
  public enum Kind {
    /** Good to know. */
    INFO,
    /** Something could not be done. */
    PROBLEM
  }

  static Notice info(String text) {
    return new Notice(Kind.INFO, text);
  }

  static Notice problem(String text) {
    return new Notice(Kind.PROBLEM, text);
  }
}
