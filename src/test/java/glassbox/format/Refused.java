package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/** What every refusal of a file must be: one line that names the place and what is wrong. */
final class Refused {
  private Refused() {}

  static void reading(Executable reading, Object where, String... whatIsWrong) {
    String message = assertThrows(FormatException.class, reading).getMessage();
    assertEquals(1, message.lines().count(), message);
    assertTrue(message.contains(where.toString()), message + " names " + where);
    for (String part : whatIsWrong) {
      assertTrue(message.contains(part), message + " says " + part);
    }
  }
}
