package glassbox.ui.help;

import glassbox.ui.controls.Overlay;
import glassbox.ui.words.Language;
import glassbox.ui.words.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Scene;

/** The help of a window; texts are read when they are first asked for. */
public final class Help {
  private final Supplier<Overlay> overlay;
  private final WhatIsThis pointing;

  /**
   * Help for a window.
   *
   * @param overlay where pages are shown
   */
  public Help(Scene scene, Supplier<Overlay> overlay) {
    this.overlay = overlay;
    pointing =
        new WhatIsThis(
            scene, word -> glossary().find(word), entry -> card().showTerm(entry.word()));
  }

  /** Read once, when the first help is asked for. */
  private static final class Texts {
    static final Map<Language, Glossary> GLOSSARIES = new EnumMap<>(Language.class);
    static final Formulas FORMULAS = new Formulas();
  }

  private static Glossary glossary() {
    return Texts.GLOSSARIES.computeIfAbsent(
        Words.language(), language -> new Glossary(HelpTexts.read("glossary")));
  }

  /** Shows a page. */
  public void show(Topic topic) {
    card().show(topic);
  }

  /** The next click asks what something is, instead of doing what it does. */
  public void point() {
    pointing.begin();
  }

  private HelpCard card() {
    Overlay above = overlay.get();
    HelpCard card = new HelpCard(Help::glossary, Texts.FORMULAS, above::close);
    above.show(card);
    return card;
  }
}
