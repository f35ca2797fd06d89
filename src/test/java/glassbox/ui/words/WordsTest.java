package glassbox.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @AfterEach
  void speakEnglishAgain() {
    speak(Language.ENGLISH);
  }

  private static void speak(Language language) {
    Words.languageProperty().set(language);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = ';',
      value = {
        "ENGLISH; 0 images", "ENGLISH; 1 image", "ENGLISH; 2 images", "ENGLISH; 1,245 images",
        "GERMAN; 0 images", "GERMAN; 1.245 images", "FRENCH; 0 image", "FRENCH; 1 image",
        "CHINESE; 1 images"
      })
  void aNumberChoosesItsWord(Language language, String expected) {
    long number = Long.parseLong(expected.replaceAll("\\D", ""));
    assertEquals(expected, Pattern.fill("{0} {0:image|images}", language, number));
  }

  @Test
  void signsOfOtherPatternsMeanNothing() {
    assertEquals(
        "l'image 'a' de {1} % $", Pattern.fill("l'image '{0}' de {1} % $", Language.FRENCH, "a"));
  }

  @Test
  void numbersAreWrittenAsTheLanguageDoes() {
    speak(Language.GERMAN);
    assertEquals("60.000", Figures.count(60_000));
    assertEquals("0,0731", Figures.decimal(0.07312, 4));
    assertEquals("97,3\u00a0%", Figures.percent(0.9731, 1));
    speak(Language.FRENCH);
    assertEquals("60\u202f000", Figures.count(60_000));
    speak(Language.CHINESE);
    assertEquals("97.3%", Figures.percent(0.9731, 1));
  }

  @Test
  void nothingLessThanAllIsSaidToBeHundredPercent() {
    assertEquals("99%", Figures.percentDown(0.9999));
    assertEquals("100%", Figures.percentDown(1));
  }

  @Test
  void aTextIsSaidAnewInAnotherLanguage() {
    String english =
        Words.of("timeline.track.sign", Words.of("words.language"), Figures.count(1000));
    assertEquals("Language, step 1,000", english);
    speak(Language.GERMAN);
    String german = Words.anew(english);
    assertEquals("Sprache, Schritt 1.000", german);
    speak(Language.ENGLISH);
    assertEquals(english, Words.anew(german));
  }

  @Test
  void whatIsNoTextOfTheWindowStays() {
    speak(Language.GERMAN);
    String name = "Language";
    assertSame(name, Words.anew(name));
  }

  @Test
  void aKeyWithoutTextIsSeen() {
    assertEquals("nowhere.to.be.found", Words.of("nowhere.to.be.found"));
  }

  @Test
  void textsThatNobodyShowsAreForgotten() {
    Origins origins = new Origins();
    for (int i = 0; i < 2_000_000 && (i < 1000 || origins.size() == i); i++) {
      origins.remember("text " + i, () -> "");
    }
    int most = origins.size();
    for (int i = 0; i < 100 && origins.size() >= most; i++) {
      System.gc();
      origins.remember("more " + i, () -> "");
    }
    assertTrue(origins.size() < most, () -> origins.size() + " are held");
  }

  @Test
  void theLanguageIsTheChosenOneOrTheSystems() {
    Locale before = Locale.getDefault();
    String forced = System.getProperty("glassbox.language", "");
    try {
      Locale.setDefault(Locale.of("de", "AT"));
      assertEquals(Language.byCode(forced).orElse(Language.FRENCH), Language.atStart("fr"));
      System.clearProperty("glassbox.language");
      assertEquals(Language.FRENCH, Language.atStart("fr"));
      assertEquals(Language.GERMAN, Language.atStart("nonsense"));
      Locale.setDefault(Locale.JAPAN);
      assertEquals(Language.ENGLISH, Language.atStart(""));
      System.setProperty("glassbox.language", "es_MX");
      assertEquals(Language.SPANISH, Language.atStart("fr"));
      assertEquals(Optional.of(Language.CHINESE), Language.byCode("zh-Hans-CN"));
    } finally {
      Locale.setDefault(before);
      System.setProperty("glassbox.language", forced);
    }
  }
}
