package glassbox.ui;

import glassbox.ui.runs.FolderOpener;
import glassbox.ui.session.Machine;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.settings.FolderDesk;
import glassbox.ui.settings.NumberRule;
import glassbox.ui.settings.SettingsPane;
import glassbox.ui.settings.SettingsPane.Line;
import glassbox.ui.words.Language;
import glassbox.ui.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.Button;

/** Lays out the settings: a line here is a line in the pane. */
final class SettingsDesk {
  private final TrainingSession session;
  private final Settings settings;
  private final Preferences preferences;
  private final FolderOpener opener;
  private Function<String, Optional<Path>> chooser = title -> Optional.empty();

  /** Choices that other parts of the window hold. */
  record Elsewhere(
      Property<Theme> theme, Property<Number> smoothing, Property<Boolean> logarithmicLoss) {}

  SettingsDesk(
      TrainingSession session, Settings settings, Preferences preferences, FolderOpener opener) {
    this.session = session;
    this.settings = settings;
    this.preferences = preferences;
    this.opener = opener;
  }

  void setChooser(Function<String, Optional<Path>> newChooser) {
    chooser = newChooser;
  }

  /**
   * All settings as they are now.
   *
   * @param tour shows what is where in the window
   */
  SettingsPane pane(Elsewhere elsewhere, Runnable tour, Runnable close) {
    SettingsPane pane = new SettingsPane();
    look(pane, elsewhere);
    training(pane);
    folders(pane);
    deeds(pane, tour);
    pane.deed(line("settings-close", "window.setting.close"), close);
    return pane;
  }

  /** A line whose name is under a key, and what it does under the same with {@code .help}. */
  private static Line line(String id, String key) {
    return new Line(id, Words.of(key), Words.of(key + ".help"));
  }

  private void look(SettingsPane pane, Elsewhere elsewhere) {
    pane.section(Words.of("window.setting.look"));
    pane.choice(
        new Line(
            "setting-language",
            Words.of("words.language"),
            Words.of("window.setting.language.help")),
        Language.offered(),
        Words.languageProperty());
    pane.choice(
        line("setting-theme", "window.setting.theme"), List.of(Theme.values()), elsewhere.theme());
    pane.choice(
        line("setting-motion", "window.setting.motion"),
        List.of(Motion.values()),
        preferences.motion);
    pane.number(
        line("setting-smoothing", "window.setting.smoothing"),
        new NumberRule(Words.of("window.setting.smoothing"), 0, 0.999, false),
        elsewhere.smoothing());
    pane.truth(
        line("setting-logarithmic", "window.setting.logarithmic"), elsewhere.logarithmicLoss());
  }

  private void training(SettingsPane pane) {
    pane.section(Words.of("window.setting.training"));
    pane.choice(
        line("setting-speed", "window.setting.speed"),
        Speed.choices(preferences.speed.getValue()),
        preferences.speed);
    pane.number(
        line("setting-threads", "window.setting.threads"),
        new NumberRule(Words.of("window.setting.threads"), 1, Settings.MOST_THREADS, true),
        preferences.threads);
    int most = Math.max(Settings.LEAST_MEGABYTES, Machine.mostKeyframeMegabytes());
    pane.number(
        new Line(
            "setting-keyframes",
            Words.of("window.setting.memory"),
            Words.of("window.setting.memory.help", most)),
        new NumberRule(Words.of("window.setting.memory"), Settings.LEAST_MEGABYTES, most, true),
        preferences.keyframeMegabytes);
  }

  private void folders(SettingsPane pane) {
    pane.section(Words.of("window.setting.folders"));
    FolderDesk desk =
        new FolderDesk() {
          @Override
          public Optional<Path> choose(String title) {
            return chooser.apply(title);
          }

          @Override
          public void check(String folder, Consumer<Optional<String>> problem) {
            session.checkFolder(folder, problem);
          }
        };
    pane.folder(line("setting-runs", "window.setting.runs"), desk, preferences.runsFolder);
    pane.folder(line("setting-data", "window.setting.data"), desk, preferences.dataFolder);
  }

  private void deeds(SettingsPane pane, Runnable tour) {
    Button reset = pane.deed(line("settings-reset", "window.setting.reset"), () -> {});
    reset.setOnAction(event -> reset(pane, reset));
    pane.deed(line("settings-log", "window.setting.log"), () -> openLog(pane));
    pane.deed(
        line("settings-diagnostics", "window.diagnostics"),
        () -> {
          new Diagnostics(settings).copy("");
          pane.say(Words.of("window.setting.diagnostics.done"));
        });
    pane.deed(line("settings-tour", "window.setting.tour"), tour);
  }

  /** The same button takes it back: keys for that belong to the window below. */
  private void reset(SettingsPane pane, Button button) {
    preferences.reset();
    pane.say(Words.of("window.setting.reset.done"));
    button.setText(Words.of("window.setting.reset.undo"));
    button.setOnAction(event -> {
      session.undo().undo();
      pane.say(Words.of("window.setting.reset.undone"));
      button.setText(Words.of("window.setting.reset"));
      button.setOnAction(again -> reset(pane, button));
    });
  }

  private void openLog(SettingsPane pane) {
    Path folder = LogFile.folder(settings.home());
    if (Files.isDirectory(folder)) {
      opener.open(folder, pane::say);
    } else {
      pane.say(Words.of("window.setting.log.none", folder));
    }
  }
}
