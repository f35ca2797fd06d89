package glassbox.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/** What every refusal of a data set must be: one line that names the place and what is wrong. */
final class Refusals {
  private Refusals() {}

  static void assertRefused(Executable reading, Object where, String... whatIsWrong) {
    String message = assertThrows(DatasetException.class, reading).getMessage();
    assertEquals(1, message.lines().count(), message);
    assertTrue(message.contains(where.toString()), message + " names " + where);
    for (String part : whatIsWrong) {
      assertTrue(message.contains(part), message + " says " + part);
    }
  }
}
