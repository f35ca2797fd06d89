package glassbox.ui;

import glassbox.ui.session.Machine;
import java.util.Locale;
import java.util.SequencedMap;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Screen;

/** What somebody needs to know who is to find out why something does not work; no path, no name. */
final class Diagnostics {
  private final Settings settings;

  Diagnostics(Settings settings) {
    this.settings = settings;
  }

  /** One fact a line. */
  String text() {
    SequencedMap<String, String> facts = Machine.facts();
    facts.put("JavaFX", System.getProperty("javafx.runtime.version", "unknown"));
    int number = 1;
    for (Screen screen : Screen.getScreens()) {
      facts.put(
          "screen " + number++,
          String.format(
              Locale.ROOT,
              "%.0f x %.0f, scale %.2f",
              screen.getBounds().getWidth(),
              screen.getBounds().getHeight(),
              screen.getOutputScaleX()));
    }
    settings.withoutPaths().forEach((key, value) -> facts.put("setting " + key, value));
    StringBuilder text = new StringBuilder();
    facts.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    return text.toString();
  }

  /** Puts it into the clipboard, with something before it. */
  void copy(String before) {
    ClipboardContent content = new ClipboardContent();
    content.putString(before + text());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
