package glassbox.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import glassbox.ui.controls.ProgramFile;
import glassbox.ui.words.Language;
import glassbox.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** How the window looks; always with the same typeface, spacing and meaning of colours. */
public enum Theme {
  /** One of the others, whichever the desktop asks for. */
  SYSTEM(new PrimerLight().getUserAgentStylesheet()),
  LIGHT(new PrimerLight().getUserAgentStylesheet()),
  DARK(new PrimerDark().getUserAgentStylesheet()),
  /** Black and white with thick edges. */
  CONTRAST(new PrimerDark().getUserAgentStylesheet());

  private static final List<String> FONTS =
      List.of(
          "GlassboxInter-Regular",
          "GlassboxInter-Medium",
          "GlassboxInter-SemiBold",
          "GlassboxInter-Bold",
          "GlassboxSansSC-Regular",
          "GlassboxSansSC-Bold");

  private final String base;

  Theme(String base) {
    this.base = base;
  }

  /** Loads the typefaces; once, before the first scene. */
  static void loadFonts() {
    for (String style : FONTS) {
      Font.loadFont(resource("fonts/" + style + ".otf"), 14);
    }
  }

  /** The theme that is seen where this one is chosen. */
  Theme shown() {
    return this == SYSTEM ? ofDesktop(Platform.getPreferences()) : this;
  }

  private static Theme ofDesktop(Platform.Preferences desktop) {
    boolean contrast =
        desktop.getBoolean("Windows.SPI.HighContrast").orElse(false)
            || desktop
                .getString("GTK.theme_name")
                .filter(name -> name.toLowerCase(Locale.ROOT).contains("contrast"))
                .isPresent();
    return ofDesktop(contrast, desktop.getColorScheme());
  }

  static Theme ofDesktop(boolean highContrast, ColorScheme scheme) {
    return highContrast ? CONTRAST : scheme == ColorScheme.DARK ? DARK : LIGHT;
  }

  /**
   * Dresses a scene, in the typeface of the language. One that wears the same already is left
   * alone: to dress it anew, every node is matched with every style.
   */
  void applyTo(Scene scene) {
    Theme seen = shown();
    if (!seen.base.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(seen.base);
    }
    List<String> sheets = new ArrayList<>();
    sheets.add(resource("glassbox.css"));
    sheets.add(resource(seen.name().toLowerCase(Locale.ROOT) + ".css"));
    if (Words.language() == Language.CHINESE) {
      sheets.add(resource("chinese.css"));
    }
    if (!sheets.equals(scene.getStylesheets())) {
      scene.getStylesheets().setAll(sheets);
    }
  }

  private static String resource(String name) {
    return ProgramFile.beside(Theme.class, name);
  }

  /** The one behind the one that is seen: light, dark, high contrast. */
  Theme next() {
    return switch (shown()) {
      case LIGHT -> DARK;
      case DARK -> CONTRAST;
      default -> LIGHT;
    };
  }

  @Override
  public String toString() {
    return Words.of("window.theme." + name().toLowerCase(Locale.ROOT));
  }
}
