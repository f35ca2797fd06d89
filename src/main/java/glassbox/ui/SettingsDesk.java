package glassbox.ui;

import glassbox.ui.runs.FolderOpener;
import glassbox.ui.session.Machine;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.settings.FolderDesk;
import glassbox.ui.settings.NumberRule;
import glassbox.ui.settings.SettingsPane;
import glassbox.ui.settings.SettingsPane.Line;
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
    pane.deed(new Line("settings-close", "Close", "Close the settings  (Esc)"), close);
    return pane;
  }

  private void look(SettingsPane pane, Elsewhere elsewhere) {
    pane.section("Look");
    pane.choice(
        new Line("setting-theme", "Theme", "Light, dark or high contrast; at once  (T)"),
        List.of(Theme.values()),
        elsewhere.theme());
    pane.choice(
        new Line("setting-motion", "Motion", "How images of the map change their places; at once"),
        List.of(Motion.values()),
        preferences.motion);
    pane.number(
        new Line("setting-smoothing", "Smoothing", "Of the thick curves, from 0 to 0.999; at once"),
        new NumberRule("smoothing", 0, 0.999, false),
        elsewhere.smoothing());
    pane.truth(
        new Line("setting-logarithmic", "Logarithmic loss axis", "At once  (L)"),
        elsewhere.logarithmicLoss());
  }

  private void training(SettingsPane pane) {
    pane.section("Training");
    pane.choice(
        new Line("setting-speed", "Speed", "Steps a second of this and later runs; at once"),
        Speed.choices(preferences.speed.getValue()),
        preferences.speed);
    pane.number(
        new Line(
            "setting-threads",
            "Threads",
            "That share each step, with the same result; from the next run on"),
        new NumberRule("threads", 1, Settings.MOST_THREADS, true),
        preferences.threads);
    int most = Math.max(Settings.LEAST_MEGABYTES, Machine.mostKeyframeMegabytes());
    pane.number(
        new Line(
            "setting-keyframes",
            "Memory for going back in time",
            "MiB for the keyframes of all runs, at most %,d here; at once".formatted(most)),
        new NumberRule("memory", Settings.LEAST_MEGABYTES, most, true),
        preferences.keyframeMegabytes);
  }

  private void folders(SettingsPane pane) {
    pane.section("Folders");
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
            "setting-runs", "Runs", "Where runs are kept; from the next start on, none is moved"),
        desk,
        preferences.runsFolder);
    pane.folder(
        new Line("setting-data", "Data", "Where your own data sets go; from the next start on"),
        desk,
        preferences.dataFolder);
  }

  private void deeds(SettingsPane pane, Runnable tour) {
    Button reset =
        pane.deed(
            new Line(
                "settings-reset",
                "Reset all",
                "All settings as at the first start; runs, data and the recipe stay"),
            () -> {});
    reset.setOnAction(event -> reset(pane, reset));
    pane.deed(
        new Line("settings-log", "Open the log folder", "Show the files that say what went wrong"),
        () -> openLog(pane));
    pane.deed(
        new Line(
            "settings-diagnostics",
            "Copy diagnostics",
            "Copy version, system, screens and settings, without names and paths"),
        () -> {
          new Diagnostics(settings).copy("");
          pane.say("The diagnostics are in the clipboard");
        });
    pane.deed(new Line("settings-tour", "Tour", "Show what is where in the window"), tour);
  }

  /** The same button takes it back: keys for that belong to the window below. */
  private void reset(SettingsPane pane, Button button) {
    preferences.reset();
    pane.say("All settings are as at the first start. Ctrl+Z takes that back, later, too.");
    button.setText("Undo reset");
    button.setOnAction(event -> {
      session.undo().undo();
      pane.say("The settings are what they were before");
      button.setText("Reset all");
      button.setOnAction(again -> reset(pane, button));
    });
  }

  private void openLog(SettingsPane pane) {
    Path folder = LogFile.folder(settings.home());
    if (Files.isDirectory(folder)) {
      opener.open(folder, pane::say);
    } else {
      pane.say("There is no log yet: it would be in " + folder);
    }
  }
}
