package glassbox.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code mvn javafx:run} hands on an empty platform, of which JavaFX 26 makes a class name. */
class DisplayTest {
  private static final String PLATFORM = "glass.platform";

  private final String before = System.getProperty(PLATFORM, "");

  @AfterEach
  void restore() {
    System.setProperty(PLATFORM, before);
  }

  @Test
  void anEmptyChoiceIsNone() {
    System.setProperty(PLATFORM, "");
    Display.forgetEmptyChoice();
    assertNull(System.getProperty(PLATFORM));
  }

  @Test
  void aChoiceIsKept() {
    System.setProperty(PLATFORM, "Headless");
    Display.forgetEmptyChoice();
    assertEquals("Headless", System.getProperty(PLATFORM));
  }
}
