package glassbox.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTest {
  @AfterEach
  void speakEnglishAgain() {
    Words.languageProperty().set(Language.ENGLISH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ENGLISH; 97.5; 97.5",
        "ENGLISH; 1,000; 1000",
        "ENGLISH; 12,345.5; 12345.5",
        "ENGLISH; 1e-3; 0.001",
        "ENGLISH; -0.5; -0.5",
        "CHINESE; 1,000; 1000",
        "GERMAN; 97,5; 97.5",
        "GERMAN; 97.5; 97.5",
        "GERMAN; 9,5; 9.5",
        "GERMAN; 0,05; 0.05",
        "GERMAN; 0.001; 0.001",
        "GERMAN; 12.345,5; 12345.5",
        "FRENCH; 12 345,5; 12345.5",
        "FRENCH; 12\u202f345; 12345",
        "SPANISH; 1,5e-3; 0.0015"
      })
  void aNumberHasTheDecimalSignOfTheLanguageOrAPoint(Language language, String text, double value) {
    Words.languageProperty().set(language);
    assertEquals(value, Typed.number(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ENGLISH; 12,345; 12345",
        "GERMAN; 12.345; 12345",
        "GERMAN; 12345; 12345",
        "FRENCH; 12 345; 12345",
        "SPANISH; 1.234.567; 1234567"
      })
  void aCountHasItsThousandsInGroups(Language language, String text, double value) {
    Words.languageProperty().set(language);
    assertEquals(value, Typed.count(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ENGLISH; 0.1; 0.1",
        "GERMAN; 0.1; 0,1",
        "FRENCH; 0.00001; 0,00001",
        "SPANISH; 12345; 12345",
        "CHINESE; 0.5; 0.5"
      })
  void aNumberIsWrittenAsItMayBeTyped(Language language, double value, String text) {
    Words.languageProperty().set(language);
    assertEquals(text, Typed.text(value));
    assertEquals(value, Typed.number(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"ENGLISH; 9,5", "ENGLISH; 1,00", "GERMAN; 1,2,3", "GERMAN; x"})
  void whatIsNoNumberIsRefused(Language language, String text) {
    Words.languageProperty().set(language);
    assertThrows(NumberFormatException.class, () -> Typed.number(text));
  }
}
