package glassbox.format;

import java.io.IOException;

/** A file or a text is not what it should be; the message is one line for the user. */
public final class FormatException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * A refusal.
   *
   * @param what what could not be done: {@code cannot read the model}
   * @param where the file, or the key in it
   * @param expectedAndGot {@code expected a header of at most 100 MB, got 3 GB}
   */
  public FormatException(String what, String where, String expectedAndGot) {
    super((what + ", " + where + ", " + expectedAndGot).replaceAll("\\s*\\R\\s*", " "));
  }
}
