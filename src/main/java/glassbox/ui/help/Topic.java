package glassbox.ui.help;

import glassbox.ui.words.Words;
import java.util.Locale;

/** What the help has a page on. */
public enum Topic {
  TRAIN,
  ERRORS,
  MAP,
  DRAW,
  DATA,
  RUNS,
  GLOSSARY,
  ABOUT;

  /** Its name in the files of words and of texts. */
  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String title() {
    return Words.of("help.topic." + word());
  }

  String markdown() {
    return HelpTexts.read(word());
  }
}
