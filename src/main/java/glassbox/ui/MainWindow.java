package glassbox.ui;

import glassbox.data.Datasets;
import glassbox.ui.controls.Overlay;
import glassbox.ui.curves.CurvesPane;
import glassbox.ui.gallery.GalleryPane;
import glassbox.ui.runs.FolderOpener;
import glassbox.ui.runs.RunsPane;
import glassbox.ui.session.FrameClock;
import glassbox.ui.session.State;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.setup.RecipeFiles;
import glassbox.ui.setup.SetupModel;
import glassbox.ui.setup.SetupPane;
import glassbox.ui.timeline.TimelineBar;
import glassbox.ui.transport.DatasetFinder;
import glassbox.ui.transport.TransportBar;
import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The one window: transport above, curves and gallery in the middle, setup at the right. */
public final class MainWindow {
  private final TrainingSession session;
  private final Settings settings;
  private final SetupModel setup;
  private final CurvesPane curves;
  private final TransportBar transport;
  private final Overlay overlay;
  private final Scene scene;
  private final FrameClock clock = new FrameClock();
  private final MainRail rail = new MainRail();
  private final TimelineBar timeline;
  private final VBox trainView;
  private final RunsPane runs;
  private final ThemeSwitch theme;
  private final PlayCommands play;

  /**
   * The window of a session.
   *
   * @param finder asks for data sets
   * @param files asks for recipes
   * @param opener shows a run's folder
   */
  public MainWindow(
      TrainingSession session,
      Settings settings,
      DatasetFinder finder,
      RecipeFiles files,
      FolderOpener opener) {
    this.session = session;
    this.settings = settings;
    theme = new ThemeSwitch(settings);
    clock.add(session::tick);
    setup = new SetupModel(session);
    play = new PlayCommands(session, setup);
    curves =
        new CurvesPane(
            session.runs().all(), session.runProperty(), session.playhead().stepProperty(), clock);
    curves.smoothingProperty().set(settings.number("smoothing", 0.97));
    curves.logarithmicProperty().set(settings.truth("loss.logarithmic", true));
    transport = new TransportBar(session, clock, finder, play::start, theme, helpButton());
    BorderPane frame = new BorderPane();
    frame.getStyleClass().add("frame");
    overlay = new Overlay(frame);
    trainView = trainView(curves, new GalleryPane(session, () -> overlay));
    frame.setTop(transport);
    frame.setLeft(rail);
    NoticeBar notice = new NoticeBar(session);
    StackPane middle = new StackPane(trainView, notice);
    StackPane.setAlignment(notice, Pos.BOTTOM_CENTER);
    frame.setCenter(middle);
    SetupPane settingsPane = new SetupPane(session, setup, files);
    frame.setRight(settingsPane);
    runs = new RunsPane(session, opener, () -> rail.viewProperty().set(MainRail.View.TRAIN));
    clock.add(() -> {
      if (rail.viewProperty().get() == MainRail.View.RUNS) {
        runs.look();
      }
    });
    timeline = new TimelineBar(session, clock, () -> overlay);
    frame.setBottom(timeline);
    rail.viewProperty()
        .addListener((property, before, now) -> {
          middle.getChildren().set(0, viewOf(now));
          frame.setRight(now == MainRail.View.TRAIN ? settingsPane : null);
        });
    scene =
        new Scene(
            overlay, settings.number("window.width", 1440), settings.number("window.height", 900));
    theme.dress(scene);
    theme.themeProperty().addListener(property -> remember());
    session
        .stateProperty()
        .addListener((property, before, now) -> {
          if (now == State.RUNNING) {
            remember(); // a program that is killed keeps the choices, too
          }
        });
    session.undo().watch(theme.themeProperty());
    session.undo().watch(curves.logarithmicProperty());
    session.undo().watch(curves.smoothingProperty());
    bindKeys(new Shortcuts(scene, overlay));
    FileDrop.on(scene, path -> open(Path.of(path)));
    clock.start();
    transport.firstFocus().requestFocus();
  }

  /** Opens what a file or a folder is: a run, a recipe, or else a data set. */
  public void open(Path path) {
    if (FileArgument.isRun(path)) {
      session.openArchive(path);
    } else if (FileArgument.isRecipe(path)) {
      session.openRecipe(path, setup::use);
    } else {
      session.useDataset(path.toString());
    }
  }

  /** Lets the user save what the cards show, at places that are asked for. */
  public void saveTo(SavePlace place) {
    ExportDesk.serve(scene, session, place);
  }

  /** What hears of mistakes in the program. */
  public Thread.UncaughtExceptionHandler crashGuard() {
    return new CrashGuard(session, overlay, new Diagnostics(settings));
  }

  public Scene scene() {
    return scene;
  }

  /** Curves and pictures share the height. */
  private static VBox trainView(Region... rows) {
    VBox view = new VBox(rows);
    view.getStyleClass().add("train-view");
    for (Region row : rows) {
      VBox.setVgrow(row, Priority.ALWAYS);
      row.setPrefHeight(100);
      row.setMinHeight(180);
    }
    return view;
  }

  private Button helpButton() {
    Button help = new Button("?");
    help.setId("help");
    help.getStyleClass().add("button-icon");
    help.setTooltip(new Tooltip("What the keys do  (?)"));
    help.setAccessibleText("What the keys do");
    help.setOnAction(event -> showShortcuts());
    return help;
  }

  private void bindKeys(Shortcuts keys) {
    keys.on(KeyCode.SPACE, play::trainOrPause);
    keys.onMove(KeyCode.RIGHT, play::forward);
    keys.onMove(KeyCode.LEFT, play::back);
    keys.onMove(KeyCode.HOME, steps -> session.playhead().moveTo(0));
    keys.onMove(KeyCode.END, steps -> session.playhead().toLive());
    keys.on(KeyCode.B, timeline::askWhatToFork);
    keys.on(KeyCode.E, session::finishEpoch);
    keys.on(KeyCode.S, session::stop);
    keys.on(KeyCode.F, play::toggleFullSpeed);
    keys.on(KeyCode.L, () -> toggle(curves.logarithmicProperty()));
    keys.onAlways(KeyCode.T, theme::toggle);
    keys.on(KeyCode.DIGIT1, () -> useBundled(0));
    keys.on(KeyCode.DIGIT2, () -> useBundled(1));
    keys.onAlt(KeyCode.DIGIT1, () -> rail.viewProperty().set(MainRail.View.TRAIN));
    keys.onAlt(KeyCode.DIGIT2, () -> rail.viewProperty().set(MainRail.View.RUNS));
    keys.onUndo(setup::undo, setup::redo);
    keys.onHelp(this::showShortcuts);
  }

  /** In the list of runs digits are easily typed beside a field. */
  private void useBundled(int index) {
    if (rail.viewProperty().get() == MainRail.View.TRAIN) {
      session.useDataset(Datasets.BUNDLED.get(index).name());
    }
  }

  private static void toggle(BooleanProperty choice) {
    choice.set(!choice.get());
  }

  private Node viewOf(MainRail.View view) {
    return switch (view) {
      case TRAIN -> trainView;
      case RUNS -> runs;
    };
  }

  private void showShortcuts() {
    overlay.show(new ShortcutSheet(new Diagnostics(settings)));
  }

  /** Ends the run and remembers the choices. */
  public void close() {
    clock.stop();
    noteChoices();
    settings.save();
    session.close();
  }

  private void noteChoices() {
    settings.setRecipe(session.recipe());
    settings.setTruth("loss.logarithmic", curves.logarithmicProperty().get());
    settings.setNumber("smoothing", curves.smoothingProperty().get());
  }

  private void remember() {
    noteChoices();
    session.inBackground(settings::save);
  }
}
