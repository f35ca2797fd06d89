package glassbox.ui.session;

import java.util.List;

/**
 * Something to tell the user, in words.
 *
 * @param actions what the user may answer, mostly nothing
 */
public record Notice(Kind kind, String text, List<Action> actions) {
  /** How much it matters. */
  public enum Kind {
    /** Good to know. */
    INFO,
    /** Something could not be done. */
    PROBLEM
  }

  /** An answer. */
  public record Action(String words, Runnable deed) {}

  static Notice info(String text) {
    return new Notice(Kind.INFO, text, List.of());
  }

  static Notice problem(String text) {
    return new Notice(Kind.PROBLEM, text, List.of());
  }

  static Notice question(String text, Action... actions) {
    return new Notice(Kind.INFO, text, List.of(actions));
  }
}
