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
    pane.deed(
        new Line(
            "settings-close",
            Words.of("window.setting.close"),
            Words.of("window.setting.close.help")),
        close);
    return pane;
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
        new Line(
            "setting-theme",
            Words.of("window.setting.theme"),
            Words.of("window.setting.theme.help")),
        List.of(Theme.values()),
        elsewhere.theme());
    pane.choice(
        new Line(
            "setting-motion",
            Words.of("window.setting.motion"),
            Words.of("window.setting.motion.help")),
        List.of(Motion.values()),
        preferences.motion);
    pane.number(
        new Line(
            "setting-smoothing",
            Words.of("window.setting.smoothing"),
            Words.of("window.setting.smoothing.help")),
        new NumberRule(Words.of("window.setting.smoothing"), 0, 0.999, false),
        elsewhere.smoothing());
    pane.truth(
        new Line(
            "setting-logarithmic",
            Words.of("window.setting.logarithmic"),
            Words.of("window.setting.logarithmic.help")),
        elsewhere.logarithmicLoss());
  }

  private void training(SettingsPane pane) {
    pane.section(Words.of("window.setting.training"));
    pane.choice(
        new Line(
            "setting-speed",
            Words.of("window.setting.speed"),
            Words.of("window.setting.speed.help")),
        Speed.choices(preferences.speed.getValue()),
        preferences.speed);
    pane.number(
        new Line(
            "setting-threads",
            Words.of("window.setting.threads"),
            Words.of("window.setting.threads.help")),
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
    pane.folder(
        new Line(
            "setting-runs", Words.of("window.setting.runs"), Words.of("window.setting.runs.help")),
        desk,
        preferences.runsFolder);
    pane.folder(
        new Line(
            "setting-data", Words.of("window.setting.data"), Words.of("window.setting.data.help")),
        desk,
        preferences.dataFolder);
  }

  private void deeds(SettingsPane pane, Runnable tour) {
    Button reset =
        pane.deed(
            new Line(
                "settings-reset",
                Words.of("window.setting.reset"),
                Words.of("window.setting.reset.help")),
            () -> {});
    reset.setOnAction(event -> reset(pane, reset));
    pane.deed(
        new Line(
            "settings-log", Words.of("window.setting.log"), Words.of("window.setting.log.help")),
        () -> openLog(pane));
    pane.deed(
        new Line(
            "settings-diagnostics",
            Words.of("window.diagnostics"),
            Words.of("window.diagnostics.help")),
        () -> {
          new Diagnostics(settings).copy("");
          pane.say(Words.of("window.setting.diagnostics.done"));
        });
    pane.deed(
        new Line(
            "settings-tour", Words.of("window.setting.tour"), Words.of("window.setting.tour.help")),
        tour);
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
