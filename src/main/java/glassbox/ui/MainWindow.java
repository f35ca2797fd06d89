package glassbox.ui;

import glassbox.data.Datasets;
import glassbox.ui.confusion.ConfusionPane;
import glassbox.ui.controls.InterfaceZoom;
import glassbox.ui.controls.Overlay;
import glassbox.ui.controls.ZoomPane;
import glassbox.ui.curves.CurvesPane;
import glassbox.ui.data.DataPane;
import glassbox.ui.draw.DrawPane;
import glassbox.ui.gallery.GalleryPane;
import glassbox.ui.help.Help;
import glassbox.ui.help.Topic;
import glassbox.ui.lesson.LessonFiles;
import glassbox.ui.lesson.LessonPane;
import glassbox.ui.map.MapPane;
import glassbox.ui.present.Presenter;
import glassbox.ui.present.Slide;
import glassbox.ui.runs.FolderOpener;
import glassbox.ui.runs.RunsPane;
import glassbox.ui.session.FrameClock;
import glassbox.ui.session.State;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.setup.RecipeFiles;
import glassbox.ui.setup.SetupModel;
import glassbox.ui.setup.SetupPane;
import glassbox.ui.timeline.TimelineBar;
import glassbox.ui.tour.Tour;
import glassbox.ui.transport.DatasetFinder;
import glassbox.ui.transport.TransportBar;
import glassbox.ui.words.Language;
import glassbox.ui.words.Retelling;
import glassbox.ui.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ChangeListener;
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
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The one window: transport above, curves and gallery in the middle, setup at the right. */
public final class MainWindow {
  /** Of the curves, at the first start. */
  private static final double SMOOTHING = 0.97;

  /** Of the content, in points. */
  private static final double LEAST_WIDTH = 936;

  private static final double LEAST_HEIGHT = 560;

  /** Below this width presenting has its key and its menu entry. */
  private static final double ROOM_FOR_PRESENT = 1200;

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
  private final Late<MapPane> map;
  private final Late<RunsPane> runs;
  private final Late<DrawPane> draw;
  private final Late<DataPane> data;
  private final Late<ConfusionPane> confusion;
  private final Late<LinkedView> linked;
  private final ThemeSwitch theme;
  private final PlayCommands play;
  private final Help help;
  private final SetupPane settingsPane;
  private final LessonRoom classroom;
  private final Late<LessonPane> lesson;
  private final Tour tour;
  private final Preferences preferences;
  private final SettingsDesk settingsDesk;
  private final BorderPane frame = new BorderPane();
  private final ChangeListener<Language> retelling = (property, before, now) -> speak(now);
  private final InterfaceZoom zoom = new InterfaceZoom();
  private final GalleryPane gallery;
  private final Lectern lectern;
  private final Button present = new Button("", new FontIcon(Feather.MONITOR));
  private boolean learning;

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
    clock.add(new HeapBound()::watch);
    setup = new SetupModel(session);
    play = new PlayCommands(session, setup);
    curves =
        new CurvesPane(
            session.runs().all(), session.runProperty(), session.playhead().stepProperty(), clock);
    curves.smoothingProperty().set(settings.number("smoothing", SMOOTHING));
    curves.logarithmicProperty().set(settings.truth("loss.logarithmic", true));
    settings.pace().ifPresent(session::rememberPace);
    frame.getStyleClass().add("frame");
    overlay = new Overlay(frame);
    scene =
        new Scene(
            zoomed(overlay),
            settings.number("window.width", 1440),
            settings.number("window.height", 900));
    tour = new Tour(session);
    overlay.getChildren().add(1, tour); // over the window, under what is opened
    help = new Help(scene, () -> overlay);
    HelpMenu helpMenu = new HelpMenu(help, this::showHelp, this::showShortcuts, zoom);
    helpMenu.add("help-tour", Words.of("window.help.tour"), this::beginTour);
    helpMenu.add("help-settings", Words.of("window.help.settings"), this::showSettings);
    gallery = new GalleryPane(session, () -> overlay);
    lectern =
        new Lectern(
            scene,
            settings,
            this::presented,
            other -> bindKeys(new Shortcuts(other, overlay)),
            clock);
    helpMenu.addPresenting(lectern::toggle);
    transport = new TransportBar(session, clock, finder, play::start, theme, present, helpMenu);
    presentIfThereIsRoom();
    lectern.placeBar(frame, transport);
    trainView = trainView(curves, gallery);
    frame.setTop(transport);
    frame.setLeft(rail);
    NoticeBar notice = new NoticeBar(session);
    StackPane middle = new StackPane(trainView, notice);
    StackPane.setAlignment(notice, Pos.BOTTOM_CENTER);
    frame.setCenter(middle);
    timeline = new TimelineBar(session, clock, () -> overlay);
    settingsPane = new SetupPane(session, setup, files, timeline::askWhatToFork);
    classroom = new LessonRoom(scene, rail);
    lesson = new Late<>(() -> new LessonPane(session, classroom, clock, this::leaveLesson));
    runs = new Late<>(() -> new RunsPane(session, opener, this::showTraining));
    draw = new Late<>(() -> new DrawPane(session, settings.drawingsFolder(), () -> overlay));
    data = new Late<>(() -> new DataPane(session));
    DataPane.previewImports(session, () -> overlay, settings.dataFolder());
    confusion = new Late<>(() -> new ConfusionPane(session));
    linked = new Late<>(() -> new LinkedView(session));
    clock.add(() -> {
      if (rail.viewProperty().get() == MainRail.View.RUNS) {
        runs.get().look();
      }
    });
    map = new Late<>(() -> new MapPane(session));
    clock.add(() -> {
      if (rail.viewProperty().get() == MainRail.View.MAP) {
        map.get().look();
      }
    });
    frame.setBottom(timeline);
    rail.viewProperty()
        .addListener((property, before, now) -> {
          Node view = viewOf(now);
          if (middle.getChildren().getFirst() != view) {
            middle.getChildren().set(0, view);
          }
          frame.setRight(rightSide(now));
          lectern.follow(now);
        });
    frame.setRight(rightSide(MainRail.View.TRAIN));
    rail.lessons().setOnAction(event -> openLessons());
    theme.dress(scene);
    Words.languageProperty().addListener(retelling);
    preferences = new Preferences(session, settings, scene);
    settingsDesk = new SettingsDesk(session, settings, preferences, opener);
    preferences.include(theme.themeProperty(), Theme.SYSTEM);
    preferences.include(zoom.percentProperty(), InterfaceZoom.USUAL);
    preferences.include(curves.smoothingProperty(), SMOOTHING);
    preferences.include(curves.logarithmicProperty(), true);
    preferences.onChange(this::remember);
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
    session.undo().watch(curves.zoomProperty());
    bindKeys(new Shortcuts(scene, overlay));
    FileDrop.on(scene, path -> open(Path.of(path)));
    clock.start();
    transport.firstFocus().requestFocus();
  }

  /** All of the window is as large as was chosen; with too little room it scrolls. */
  private ZoomPane zoomed(Overlay content) {
    zoom.percentProperty().set((int) settings.number("zoom.percent", InterfaceZoom.USUAL));
    ZoomPane pane = new ZoomPane(content);
    pane.zoomProperty().bind(zoom.factor());
    pane.setLeast(LEAST_WIDTH, LEAST_HEIGHT);
    return pane;
  }

  /** How large everything is. */
  public InterfaceZoom interfaceZoom() {
    return zoom;
  }

  /** Opens what a file or a folder is: a run, a recipe, or else a data set. */
  public void open(Path path) {
    if (FileArgument.isRun(path)) {
      session.openArchive(path);
    } else if (FileArgument.isRecipe(path)) {
      session.openRecipe(path, setup::use);
    } else {
      session.open(path.toString());
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
    keys.on(KeyCode.G, this::guessFirst);
    keys.on(KeyCode.L, () -> toggle(curves.logarithmicProperty()));
    keys.onAlways(KeyCode.T, theme::toggle);
    keys.on(KeyCode.DIGIT1, () -> useBundled(0));
    keys.on(KeyCode.DIGIT2, () -> useBundled(1));
    for (MainRail.View each : MainRail.View.values()) {
      KeyCode digit = KeyCode.getKeyCode(String.valueOf(each.ordinal() + 1));
      keys.onAlt(digit, () -> rail.viewProperty().set(each));
    }
    keys.onSettings(this::showSettings);
    keys.onExport(() -> ExportDesk.openMenu(scene), () -> ExportDesk.copy(scene));
    keys.onUndo(setup::undo, setup::redo);
    keys.onZoom(zoom);
    keys.onPresent(lectern::toggle);
    keys.onHelp(this::showHelp, help::point, this::showShortcuts);
  }

  /** In the list of runs digits are easily typed beside a field. */
  private void useBundled(int index) {
    if (rail.viewProperty().get() != MainRail.View.RUNS) {
      session.useDataset(Datasets.BUNDLED.get(index).name());
    }
  }

  private static void toggle(BooleanProperty choice) {
    choice.set(!choice.get());
  }

  private Node viewOf(MainRail.View view) {
    return switch (view) {
      case TRAIN -> trainView;
      case DRAW -> draw.get();
      case DATA -> data.get();
      case MAP -> linked.get().beside(map.get(), 0.58);
      case ERRORS -> linked.get().beside(confusion.get(), 0.47);
      case RUNS -> runs.get();
    };
  }

  /** A second view of what can be shown large. */
  private Region presented(Slide slide) {
    return switch (slide) {
      case CURVES -> curves.presented();
      case IMAGES -> gallery.presented();
      case MATRIX -> confusion.get().presented();
      case MAP -> map.get().presented(clock);
      case DRAWING -> draw.get().presented();
    };
  }

  /** What is shown on the projector. */
  public Presenter presenter() {
    return lectern.presenter();
  }

  private void presentIfThereIsRoom() {
    present.setId("present");
    present.getStyleClass().add("button-icon");
    present.setTooltip(new Tooltip(Words.of("window.present.help")));
    present.setAccessibleText(Words.of("window.present"));
    present.setOnAction(event -> lectern.toggle());
    present.visibleProperty().bind(transport.widthProperty().greaterThan(ROOM_FOR_PRESENT));
    present.managedProperty().bind(present.visibleProperty());
  }

  private void showTraining() {
    rail.viewProperty().set(MainRail.View.TRAIN);
  }

  /** A lesson stays beside whatever it shows; settings belong to the curves. */
  private @Nullable Region rightSide(MainRail.View view) {
    if (learning) {
      return lesson.get();
    }
    return view == MainRail.View.TRAIN ? settingsPane : null;
  }

  private void openLessons() {
    learn();
    lesson.get().choose();
  }

  private void guessFirst() {
    if (rail.viewProperty().get() == MainRail.View.TRAIN) {
      learn();
      lesson.get().guessFirst();
    }
  }

  private void learn() {
    learning = true;
    frame.setRight(lesson.get());
  }

  private void leaveLesson() {
    learning = false;
    frame.setRight(rightSide(rail.viewProperty().get()));
  }

  /** Asks for files of lessons from now on. */
  public void setLessonFiles(LessonFiles files) {
    classroom.setFiles(files);
  }

  /** Asks for folders of the settings from now on. */
  public void setFolderChooser(Function<String, Optional<Path>> chooser) {
    settingsDesk.setChooser(chooser);
  }

  private void showSettings() {
    overlay.show(
        settingsDesk.pane(
            new SettingsDesk.Elsewhere(
                theme.themeProperty(), curves.smoothingProperty(), curves.logarithmicProperty()),
            () -> {
              overlay.close();
              beginTour();
            },
            overlay::close));
  }

  /** Shows what is where, once in the life of this user's settings. */
  public void offerTour() {
    if (!settings.truth("tour.seen", false)) {
      beginTour();
    }
  }

  private void beginTour() {
    settings.setTruth("tour.seen", true);
    remember();
    showTraining();
    tour.begin();
  }

  private void showHelp() {
    help.show(Topic.valueOf(rail.viewProperty().get().name()));
  }

  private void showShortcuts() {
    overlay.show(new ShortcutSheet(new Diagnostics(settings)));
  }

  /** Says everything in another language, what is not in view included. */
  private void speak(Language language) {
    settings.setLanguage(language);
    theme.themeProperty().get().applyTo(scene);
    Retelling.of(overlay);
    retellBeside(trainView);
    retellBeside(settingsPane);
    for (Late<? extends Node> view : List.of(map, runs, draw, data, confusion, linked, lesson)) {
      retellBeside(view.ifMade());
    }
    remember();
  }

  private void retellBeside(@Nullable Node view) {
    if (view != null && view.getScene() == null) {
      Retelling.of(view);
    }
  }

  /** Ends the run and remembers the choices. */
  public void close() {
    Words.languageProperty().removeListener(retelling);
    clock.stop();
    lectern.presenter().end();
    noteChoices();
    settings.save();
    session.close();
  }

  private void noteChoices() {
    settings.setRecipe(session.recipe());
    settings.setTruth("loss.logarithmic", curves.logarithmicProperty().get());
    settings.setNumber("smoothing", curves.smoothingProperty().get());
    lectern.note();
    settings.setNumber("zoom.percent", zoom.percentProperty().get());
    if (session.isPaceChosen()) {
      settings.setPace(session.stepsPerSecondProperty().get());
    } else {
      settings.forgetPace();
    }
  }

  private void remember() {
    noteChoices();
    session.inBackground(settings::save);
  }
}
