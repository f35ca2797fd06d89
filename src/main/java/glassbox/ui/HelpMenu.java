package glassbox.ui;

import glassbox.ui.controls.InterfaceZoom;
import glassbox.ui.help.Help;
import glassbox.ui.help.Topic;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
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
    setTooltip(new Tooltip("Help on this view (F1), what is this (Shift+F1), the keys (?)"));
    setAccessibleText("Help");
    getItems()
        .addAll(
            item("help-view", "Help on this view   F1", page),
            item("help-point", "What is this?   Shift+F1", help::point),
            item("help-glossary", "Glossary", () -> help.show(Topic.GLOSSARY)),
            item("help-keys", "Keys   ?", keys),
            new SeparatorMenuItem(),
            item("zoom-larger", "Larger   Ctrl++", zoom::larger),
            item("zoom-smaller", "Smaller   Ctrl+-", zoom::smaller),
            item("zoom-usual", "Usual size   Ctrl+0", zoom::reset),
            new SeparatorMenuItem(),
            item("help-about", "About Glassbox", () -> help.show(Topic.ABOUT)));
  }

  /** Adds presenting, before the sizes. */
  void addPresenting(Runnable present) {
    getItems().add(4, new SeparatorMenuItem());
    getItems().add(5, item("present-menu", "Present   F11", present));
  }

  private static MenuItem item(String id, String words, Runnable does) {
    MenuItem item = new MenuItem(words);
    item.setId(id);
    item.setOnAction(event -> does.run());
    return item;
  }
}
