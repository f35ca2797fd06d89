package glassbox.ui;

import glassbox.ui.words.Words;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The button that turns the window light, dark or rich in contrast; the choice is remembered. */
final class ThemeSwitch extends Button {
  private final Settings settings;
  private final ObjectProperty<Theme> theme;

  /** Held here, because the desktop outlives the window and holds it weakly. */
  private InvalidationListener desktopChanged = property -> {};

  ThemeSwitch(Settings settings) {
    super("", new FontIcon(Feather.MOON));
    this.settings = settings;
    theme = new SimpleObjectProperty<>(settings.theme());
    setId("theme");
    getStyleClass().add("button-icon");
    setTooltip(new Tooltip(Words.of("window.theme.help")));
    setOnAction(event -> toggle());
  }

  /** Dresses a scene, now and whenever the choice or what the desktop asks for changes. */
  void dress(Scene scene) {
    show(scene);
    theme.addListener(property -> show(scene));
    desktopChanged =
        property -> {
          if (theme.get() == Theme.SYSTEM) {
            show(scene);
          }
        };
    Platform.getPreferences().addListener(new WeakInvalidationListener(desktopChanged));
  }

  private void show(Scene scene) {
    settings.setTheme(theme.get());
    theme.get().applyTo(scene);
    setGraphic(new FontIcon(icon(theme.get().next())));
    setAccessibleText(
        Words.of(
            "window.theme.spoken", theme.get().shown().toString(), theme.get().next().toString()));
  }

  private static Feather icon(Theme next) {
    return switch (next) {
      case DARK -> Feather.MOON;
      case CONTRAST -> Feather.CIRCLE;
      default -> Feather.SUN;
    };
  }

  void toggle() {
    theme.set(theme.get().next());
  }

  ObjectProperty<Theme> themeProperty() {
    return theme;
  }
}
