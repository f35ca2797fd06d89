package glassbox.data;

import java.io.IOException;

/** A data set cannot be read; the message is one line for the user. */
public final class DatasetException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * A refusal.
   *
   * @param what what could not be done: {@code cannot read the labels}
   * @param where the file
   * @param expectedAndGot {@code expected 60000 labels, got 59999}
   */
  public DatasetException(String what, String where, String expectedAndGot) {
    super((what + ", " + where + ", " + expectedAndGot).replaceAll("\\s*\\R\\s*", " "));
  }
}
