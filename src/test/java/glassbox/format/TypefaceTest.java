package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TypefaceTest {
  @Test
  void isTheProgramsOwnWithFiguresOfOneWidth() throws IOException {
    Font font = Typeface.load().regular(100);
    assertEquals("Glassbox Inter", font.getFamily());
    assertEquals(Typeface.width("111", font), Typeface.width("888", font));
    assertTrue(font.canDisplayUpTo("0 → 9 · … – %") < 0);
  }

  @Test
  void cutsTextToAWidth() throws IOException {
    Font font = Typeface.load().regular(12);
    assertEquals("Bag", Typeface.fitted("Bag", font, 100));
    String cut = Typeface.fitted("T-shirt/top and much more", font, 80);
    assertTrue(cut.startsWith("T-shirt") && cut.endsWith("…"), cut);
    assertTrue(Typeface.width(cut, font) <= 80);
    assertEquals("…", Typeface.fitted("anything", font, 1));
    Typeface.fitted("\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", font, 20);
  }

  @Test
  void takesTheMachinesFontForSignsItLacks() throws IOException {
    Font font = Typeface.load().regular(12);
    assertEquals(font, Typeface.covering("Ankle boot", font));
    Font other = Typeface.covering("靴", font);
    assertEquals(Font.SANS_SERIF, other.getName());
    assertEquals(12, other.getSize());
  }
}
