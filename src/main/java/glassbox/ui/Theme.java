package glassbox.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import glassbox.ui.words.Language;
import glassbox.ui.words.Words;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Light or dark; both with the same typeface, spacing and meaning of colours. */
public enum Theme {
  LIGHT(new PrimerLight().getUserAgentStylesheet()),
  DARK(new PrimerDark().getUserAgentStylesheet());

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

  /** Dresses a scene, in the typeface of the language. */
  void applyTo(Scene scene) {
    Application.setUserAgentStylesheet(base);
    scene
        .getStylesheets()
        .setAll(resource("glassbox.css"), resource(name().toLowerCase(Locale.ROOT) + ".css"));
    if (Words.language() == Language.CHINESE) {
      scene.getStylesheets().add(resource("chinese.css"));
    }
  }

  private static String resource(String name) {
    java.net.URL url = Theme.class.getResource(name);
    if (url == null) {
      throw new IllegalStateException("the program lacks its file " + name);
    }
    return url.toExternalForm();
  }

  Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }
}
