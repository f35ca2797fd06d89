package glassbox.ui;

import glassbox.data.Datasets;
import glassbox.ui.controls.Overlay;
import glassbox.ui.curves.CurvesPane;
import glassbox.ui.gallery.GalleryPane;
import glassbox.ui.runs.FolderOpener;
import glassbox.ui.runs.RunsPane;
import glassbox.ui.session.FrameClock;
import glassbox.ui.session.Playhead;
import glassbox.ui.session.State;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.setup.RecipeFiles;
import glassbox.ui.setup.SetupModel;
import glassbox.ui.setup.SetupPane;
import glassbox.ui.timeline.TimelineBar;
import glassbox.ui.transport.DatasetFinder;
import glassbox.ui.transport.TransportBar;
import java.io.File;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

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
  private final Button themeButton = new Button("", new FontIcon(Feather.MOON));
  private double paceBeforeFull = 100;
  private final ObjectProperty<Theme> theme;

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
    theme = new SimpleObjectProperty<>(settings.theme());
    clock.add(session::tick);
    setup = new SetupModel(session);
    curves =
        new CurvesPane(
            session.runs().all(), session.runProperty(), session.playhead().stepProperty(), clock);
    curves.smoothingProperty().set(settings.number("smoothing", 0.97));
    curves.logarithmicProperty().set(settings.truth("loss.logarithmic", true));
    transport = new TransportBar(session, clock, finder, this::start, themeButton(), helpButton());
    BorderPane frame = new BorderPane();
    frame.getStyleClass().add("frame");
    overlay = new Overlay(frame);
    GalleryPane gallery = new GalleryPane(session, () -> overlay);
    trainView = new VBox(curves, gallery);
    trainView.getStyleClass().add("train-view");
    for (var row : List.of(curves, gallery)) {
      VBox.setVgrow(row, Priority.ALWAYS);
      row.setPrefHeight(100);
      row.setMinHeight(180);
    }
    frame.setTop(new VBox(transport, new NoticeBar(session)));
    frame.setLeft(rail);
    frame.setCenter(trainView);
    frame.setRight(new SetupPane(session, setup, files));
    runs = new RunsPane(session, opener, () -> rail.viewProperty().set(MainRail.View.TRAIN));
    clock.add(() -> {
      if (rail.viewProperty().get() == MainRail.View.RUNS) {
        runs.look();
      }
    });
    timeline = new TimelineBar(session, clock, () -> overlay);
    frame.setBottom(timeline);
    rail.viewProperty().addListener((property, before, now) -> frame.setCenter(viewOf(now)));
    scene =
        new Scene(
            overlay, settings.number("window.width", 1440), settings.number("window.height", 900));
    showTheme();
    theme.addListener(property -> showTheme());
    session.undo().watch(theme);
    session.undo().watch(curves.logarithmicProperty());
    session.undo().watch(curves.smoothingProperty());
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
    scene.addEventFilter(KeyEvent.KEY_RELEASED, MainWindow::keepSpaceFromButtons);
    scene.setOnDragOver(MainWindow::acceptFile);
    scene.setOnDragDropped(this::dropped);
    clock.start();
    transport.firstFocus().requestFocus();
  }

  public Scene scene() {
    return scene;
  }

  private Button themeButton() {
    themeButton.setId("theme");
    themeButton.getStyleClass().add("button-icon");
    themeButton.setTooltip(new Tooltip("Light or dark  (T)"));
    themeButton.setAccessibleText("Light or dark theme");
    themeButton.setOnAction(event -> toggleTheme());
    return themeButton;
  }

  private Button helpButton() {
    Button help = new Button("?");
    help.setId("help");
    help.getStyleClass().add("button-icon");
    help.setTooltip(new Tooltip("What the keys do  (?)"));
    help.setAccessibleText("What the keys do");
    help.setOnAction(event -> overlay.show(new ShortcutSheet()));
    return help;
  }

  private void toggleTheme() {
    theme.set(theme.get().other());
  }

  private void showTheme() {
    settings.setTheme(theme.get());
    theme.get().applyTo(scene);
    themeButton.setGraphic(new FontIcon(theme.get() == Theme.LIGHT ? Feather.MOON : Feather.SUN));
  }

  /** Starts a run if all settings make sense; otherwise says which one does not. */
  private void start() {
    setup.problem().ifPresentOrElse(session::refuse, session::train);
  }

  private void trainOrPause() {
    if (session.state() == State.RUNNING) {
      session.pause();
    } else {
      start();
    }
  }

  /** Forward on the timeline; at its newest step one trains on, step by step. */
  private void forward(long steps) {
    Playhead playhead = session.playhead();
    if (!playhead.isLive()) {
      playhead.moveBy(steps);
    } else if (session.state() != State.RUNNING) {
      setup.problem().ifPresentOrElse(session::refuse, () -> session.step(steps));
    }
  }

  private void toggleFullSpeed() {
    double pace = session.stepsPerSecondProperty().get();
    if (Double.isInfinite(pace)) {
      session.setStepsPerSecond(paceBeforeFull);
    } else {
      paceBeforeFull = pace;
      session.setStepsPerSecond(Double.POSITIVE_INFINITY);
    }
  }

  private boolean isTyping() {
    return scene.getFocusOwner() instanceof TextInputControl;
  }

  private void shortcut(KeyEvent event) {
    if (event.isAltDown() && event.getCode().isDigitKey()) {
      chooseView(event);
    }
    if (event.isShortcutDown() && !isTyping() && !overlay.isOpen()) {
      undoOrRedo(event);
    }
    if (event.isControlDown() || event.isAltDown() || event.isMetaDown() || isTyping()) {
      return;
    }
    if (overlay.isOpen() && event.getCode() != KeyCode.T) {
      if (event.getCode() == KeyCode.SPACE) {
        event.consume(); // nothing starts or stops behind what is looked at
      }
      return;
    }
    boolean known = true;
    long steps = event.isShiftDown() ? 100 : 1;
    switch (event.getCode()) {
      case SPACE -> trainOrPause();
      case RIGHT, LEFT, HOME, END -> known = !usesArrows() && move(event.getCode(), steps);
      case B -> timeline.askWhatToFork();
      case E -> session.finishEpoch();
      case S -> session.stop();
      case F -> toggleFullSpeed();
      case L -> curves.logarithmicProperty().set(!curves.logarithmicProperty().get());
      case T -> toggleTheme();
      case DIGIT1 -> session.useDataset(Datasets.BUNDLED.get(0).name());
      case DIGIT2 -> session.useDataset(Datasets.BUNDLED.get(1).name());
      case F1 -> overlay.show(new ShortcutSheet());
      default -> known = "?".equals(event.getText()) && showShortcuts();
    }
    if (known) {
      event.consume();
    }
  }

  private boolean move(KeyCode key, long steps) {
    switch (key) {
      case RIGHT -> forward(steps);
      case LEFT -> session.playhead().moveBy(-steps);
      case HOME -> session.playhead().moveTo(0);
      default -> session.playhead().toLive();
    }
    return true;
  }

  /** Whether the arrow keys belong to what has the keyboard: a slider, a list, an image. */
  private boolean usesArrows() {
    Node owner = scene.getFocusOwner();
    return owner instanceof Slider
        || owner instanceof ComboBoxBase<?>
        || owner instanceof TreeTableView<?>
        || owner != null && owner.getStyleClass().contains("tile");
  }

  private void undoOrRedo(KeyEvent event) {
    if (event.getCode() == KeyCode.Y || event.getCode() == KeyCode.Z && event.isShiftDown()) {
      setup.redo();
    } else if (event.getCode() == KeyCode.Z) {
      setup.undo();
    }
  }

  private void chooseView(KeyEvent event) {
    int index = event.getCode().ordinal() - KeyCode.DIGIT1.ordinal();
    if (index >= 0 && index < MainRail.View.values().length) {
      rail.viewProperty().set(MainRail.View.values()[index]);
      event.consume();
    }
  }

  private Node viewOf(MainRail.View view) {
    return switch (view) {
      case TRAIN -> trainView;
      case RUNS -> runs;
    };
  }

  private boolean showShortcuts() {
    overlay.show(new ShortcutSheet());
    return true;
  }

  /** A button would fire when Space is let go; here Space always starts and stops. */
  private static void keepSpaceFromButtons(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE && !(event.getTarget() instanceof TextInputControl)) {
      event.consume();
    }
  }

  private static void acceptFile(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    if (!files.isEmpty()) {
      session.useDataset(files.getFirst().getPath());
      event.setDropCompleted(true);
      event.consume();
    }
  }

  /** Ends the run and remembers the choices. */
  public void close() {
    clock.stop();
    settings.setRecipe(session.recipe());
    settings.setTruth("loss.logarithmic", curves.logarithmicProperty().get());
    settings.setNumber("smoothing", curves.smoothingProperty().get());
    settings.save();
    session.close();
  }
}
