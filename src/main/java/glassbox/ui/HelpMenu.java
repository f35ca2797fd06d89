package glassbox.ui;

import glassbox.ui.controls.InterfaceZoom;
import glassbox.ui.help.Help;
import glassbox.ui.help.Topic;
import glassbox.ui.words.Language;
import glassbox.ui.words.Words;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;

/** The question mark: every kind of help with its key, and how large all is. */
final class HelpMenu extends MenuButton {
  /**
   * A menu.
   *
   * @param page shows the help on the present view
   * @param keys shows the keys
   */
  HelpMenu(Help help, Runnable page, Runnable keys, InterfaceZoom zoom) {
    super("?");
    setId("help");
    getStyleClass().add("help-menu");
    setTooltip(new Tooltip(Words.of("window.help.help")));
    setAccessibleText(Words.of("window.help"));
    getItems()
        .addAll(
            item("help-view", Words.of("window.help.view"), page),
            item("help-point", Words.of("window.help.point"), help::point),
            item(
                "help-glossary", Words.of("window.help.glossary"), () -> help.show(Topic.GLOSSARY)),
            item("help-keys", Words.of("window.help.keys"), keys),
            new SeparatorMenuItem(),
            item("zoom-larger", Words.of("window.help.larger"), zoom::larger),
            item("zoom-smaller", Words.of("window.help.smaller"), zoom::smaller),
            item("zoom-usual", Words.of("window.help.usual"), zoom::reset),
            new SeparatorMenuItem(),
            languages(),
            item("help-about", Words.of("window.help.about"), () -> help.show(Topic.ABOUT)));
  }

  /** Each language by its own name, so that one finds one's own in any. */
  private static Menu languages() {
    Menu menu = new Menu(Words.of("words.language"));
    menu.setId("help-language");
    ToggleGroup group = new ToggleGroup();
    for (Language language : Language.offered()) {
      RadioMenuItem item = new RadioMenuItem(language.title());
      item.setId("language-" + language.code());
      item.setToggleGroup(group);
      item.setStyle("-fx-font-family: '" + language.typeface() + "'");
      item.setOnAction(event -> Words.languageProperty().set(language));
      menu.getItems().add(item);
    }
    menu.setOnShowing(
        event -> group.selectToggle(group.getToggles().get(Words.language().ordinal())));
    return menu;
  }

  /** Adds presenting, before the sizes. */
  void addPresenting(Runnable present) {
    getItems().add(4, new SeparatorMenuItem());
    getItems().add(5, item("present-menu", Words.of("window.help.present"), present));
  }

  /** One more entry, at the end. */
  void add(String id, String words, Runnable does) {
    getItems().add(item(id, words, does));
  }

  private static MenuItem item(String id, String words, Runnable does) {
    MenuItem item = new MenuItem(words);
    item.setId(id);
    item.setOnAction(event -> does.run());
    return item;
  }
}
