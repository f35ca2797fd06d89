package glassbox.ui.help;

import java.util.Locale;

/** What the help has a page on. */
public enum Topic {
  TRAIN("Train"),
  ERRORS("Errors"),
  MAP("Map"),
  DRAW("Draw"),
  DATA("Data"),
  RUNS("Runs"),
  GLOSSARY("Glossary"),
  ABOUT("About");

  private final String title;

  Topic(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  String markdown() {
    return HelpTexts.read(name().toLowerCase(Locale.ROOT));
  }
}
