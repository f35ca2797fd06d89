package glassbox.cli;

/** The user's words or files cannot be used; the message says what, where, and what is expected. */
final class BadInputException extends Exception {
  private static final long serialVersionUID = 1L;

  BadInputException(String what, String where, String expectedAndGot) {
    super(what + ", " + where + ", " + expectedAndGot);
  }
}
