package glassbox.ui;

import glassbox.ui.help.Help;
import glassbox.ui.help.Topic;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;

/** The question mark: every kind of help with its key. */
final class HelpMenu extends MenuButton {
  /**
   * A menu.
   *
   * @param page shows the help on the present view
   * @param keys shows the keys
   */
  HelpMenu(Help help, Runnable page, Runnable keys) {
    super("?");
    setId("help");
    getStyleClass().add("help-menu");
    setTooltip(new Tooltip("Help on this view (F1), what is this (Shift+F1), the keys (?)"));
    setAccessibleText("Help");
    getItems()
        .addAll(
            item("help-view", "Help on this view   F1", page),
            item("help-point", "What is this?   Shift+F1", help::point),
            item("help-glossary", "Glossary", () -> help.show(Topic.GLOSSARY)),
            item("help-keys", "Keys   ?", keys),
            item("help-about", "About Glassbox", () -> help.show(Topic.ABOUT)));
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
