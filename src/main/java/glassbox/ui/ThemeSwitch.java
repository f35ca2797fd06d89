package glassbox.ui;

import glassbox.ui.words.Words;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The button that turns the window light or dark; the choice is remembered. */
final class ThemeSwitch extends Button {
  private final Settings settings;
  private final ObjectProperty<Theme> theme;

  ThemeSwitch(Settings settings) {
    super("", new FontIcon(Feather.MOON));
    this.settings = settings;
    theme = new SimpleObjectProperty<>(settings.theme());
    setId("theme");
    getStyleClass().add("button-icon");
    setTooltip(new Tooltip(Words.of("window.theme.help")));
    setAccessibleText(Words.of("window.theme"));
    setOnAction(event -> toggle());
  }

  /** Dresses a scene, now and whenever the choice changes. */
  void dress(Scene scene) {
    show(scene);
    theme.addListener(property -> show(scene));
  }

  private void show(Scene scene) {
    settings.setTheme(theme.get());
    theme.get().applyTo(scene);
    setGraphic(new FontIcon(theme.get() == Theme.LIGHT ? Feather.MOON : Feather.SUN));
  }

  void toggle() {
    theme.set(theme.get().other());
  }

  ObjectProperty<Theme> themeProperty() {
    return theme;
  }
}
