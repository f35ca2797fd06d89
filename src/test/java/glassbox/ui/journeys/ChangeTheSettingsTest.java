package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.Settings;
import glassbox.ui.Theme;
import glassbox.ui.support.Fx;
import glassbox.ui.words.Language;
import glassbox.ui.words.Words;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody looks for what can be set, changes it, errs, and takes it back. */
@Timeout(240)
class ChangeTheSettingsTest extends Journey {
  @BeforeEach
  void openTheSettings() {
    window.robot.press(KeyCode.CONTROL).type(KeyCode.COMMA).release(KeyCode.CONTROL);
    Fx.await("the settings are open", () -> pane() != null);
  }

  private Node pane() {
    return Fx.get(() -> window.scene().lookup("#settings-pane"));
  }

  /** Types into a field and leaves it by Enter. */
  private void enter(String field, String text) {
    Fx.run(() -> {
      TextField typed = (TextField) window.scene().lookup(field);
      typed.requestFocus();
      typed.setText(text);
    });
    window.press(KeyCode.ENTER);
  }

  private String words(String query) {
    return Fx.get(() -> ((Labeled) window.scene().lookup(query)).getText());
  }

  private void choose(String box, int index) {
    Fx.run(
        () -> ((ComboBox<?>) window.scene().lookup(box)).getSelectionModel().clearAndSelect(index));
  }

  @Test
  void theHelpMenuOpensThemAndEscClosesThem() {
    window.press(KeyCode.ESCAPE);
    assertNull(pane());
    window.click("#help");
    window.click("#help-settings");
    assertNotNull(pane());
  }

  @Test
  void choicesTakeEffectAtOnceAndAreRemembered() {
    choose("#setting-theme", Theme.CONTRAST.ordinal());
    choose("#setting-motion", 2);
    enter("#setting-smoothing", "0.5");
    enter("#setting-threads", "3");
    enter("#setting-keyframes", "64");
    assertTrue(Fx.get(() -> window.scene().getPreferences().isReducedMotion()));
    assertTrue(Fx.get(() -> window.scene().getStylesheets().getLast().endsWith("contrast.css")));
    window.closeWindow();
    Settings again = Settings.load();
    assertEquals(Theme.CONTRAST, again.theme());
    assertEquals(0.5, again.number("smoothing", 0));
    assertEquals(3, again.threads());
    assertEquals(64, again.number("keyframes.megabytes", 0));
  }

  @Test
  void aNumberHasTheDecimalSignOfTheLanguageAndIsNotRefusedInAnother() {
    enter("#setting-smoothing", "0.625");
    try {
      Fx.run(() -> Words.languageProperty().set(Language.GERMAN));
      TextField smoothing = Fx.get(() -> (TextField) window.scene().lookup("#setting-smoothing"));
      Fx.await("it has a comma", () -> smoothing.getText().equals("0,625"));
      Fx.run(() -> Words.languageProperty().set(Language.ENGLISH));
      Fx.await("it has a point", () -> smoothing.getText().equals("0.625"));
      Fx.run(smoothing::requestFocus);
      window.press(KeyCode.ENTER);
      assertEquals("", words("#setting-smoothing-problem"));
    } finally {
      Fx.run(() -> Words.languageProperty().set(Language.ENGLISH));
    }
  }

  @Test
  void anotherSpeedIsTheSpeedOfTheWindow() {
    choose("#setting-speed", 1);
    assertEquals(1, Fx.get(() -> window.session.stepsPerSecondProperty().get()));
    choose("#setting-speed", 0);
    assertFalse(Fx.get(() -> window.session.isPaceChosen()), "as suits the run");
  }

  @Test
  void aNumberThatIsNoneIsRefusedInOneLine() {
    int before = Settings.load().threads();
    for (String nonsense : List.of("0", "257", "two", "1.5", "")) {
      enter("#setting-threads", nonsense);
      assertEquals(
          "Threads must be a whole number in [1, 256], got "
              + (nonsense.isEmpty() ? "nothing" : nonsense),
          words("#setting-threads-problem"));
    }
    assertEquals(before, Settings.load().threads());
    enter("#setting-threads", "2");
    assertEquals("", words("#setting-threads-problem"));
  }

  @Test
  void aFolderIsTakenWhereFilesCanBeWritten() throws IOException {
    Path file = Files.createFile(window.home().resolve("file"));
    enter("#setting-runs", file.resolve("runs").toString());
    Fx.await(
        "it is refused", () -> words("#setting-runs-problem").equals(file + " is not a folder"));
    Path good = window.home().resolve("other-runs");
    window.window().setFolderChooser(title -> Optional.of(good));
    Fx.run(() -> ((Button) window.scene().lookup("#setting-runs-choose")).fire());
    Fx.await("it is taken", () -> Settings.load().runsFolder().equals(good));
    assertEquals("", words("#setting-runs-problem"));
  }

  @Test
  void closedSettingsAreLetGo() {
    WeakReference<Object> open = new WeakReference<>(pane());
    Fx.run(() -> ((Button) window.scene().lookup("#settings-close")).fire());
    Fx.awaitAnywhere(
        "the pane is gone",
        () -> {
          System.gc();
          return open.get() == null;
        });
  }

  @Test
  void aResetIsTakenBackAsOne() {
    choose("#setting-theme", Theme.DARK.ordinal());
    enter("#setting-threads", "3");
    Fx.run(() -> ((Button) window.scene().lookup("#settings-reset")).fire());
    assertEquals(Theme.SYSTEM, theme());
    Fx.run(() -> ((Button) window.scene().lookup("#settings-reset")).fire());
    assertEquals(Theme.DARK, theme());
    assertEquals(
        "3", Fx.get(() -> ((TextField) window.scene().lookup("#setting-threads")).getText()));
  }

  private Object theme() {
    return Fx.get(() -> ((ComboBox<?>) window.scene().lookup("#setting-theme")).getValue());
  }

  @Test
  void theLogFolderIsOpenedAndDiagnosticsAreCopied() throws IOException {
    Fx.run(() -> ((Button) window.scene().lookup("#settings-log")).fire());
    assertTrue(words("#settings-words").startsWith("There is no log yet"));
    Path logs = Files.createDirectories(window.home().resolve("logs"));
    Fx.run(() -> ((Button) window.scene().lookup("#settings-log")).fire());
    assertEquals(List.of(logs), window.opened);
    Fx.run(() -> ((Button) window.scene().lookup("#settings-diagnostics")).fire());
    assertTrue(Fx.get(() -> Clipboard.getSystemClipboard().getString()).contains("JavaFX"));
  }
}
