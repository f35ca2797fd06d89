package glassbox.ui;

import glassbox.data.Datasets;
import glassbox.ui.controls.Overlay;
import glassbox.ui.curves.CurvesPane;
import glassbox.ui.gallery.GalleryPane;
import glassbox.ui.session.FrameClock;
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
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
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
  private final Button themeButton = new Button("", new FontIcon(Feather.MOON));
  private double paceBeforeFull = 100;
  private Theme theme;

  /**
   * The window of a session.
   *
   * @param finder asks for data sets
   * @param files asks for recipes
   */
  public MainWindow(
      TrainingSession session, Settings settings, DatasetFinder finder, RecipeFiles files) {
    this.session = session;
    this.settings = settings;
    theme = settings.theme();
    setup = new SetupModel(session);
    curves = new CurvesPane(session, clock);
    curves.logarithmicProperty().set(settings.truth("loss.logarithmic", true));
    transport = new TransportBar(session, clock, finder, this::start, themeButton(), helpButton());
    BorderPane frame = new BorderPane();
    frame.getStyleClass().add("frame");
    overlay = new Overlay(frame);
    GalleryPane gallery = new GalleryPane(session, () -> overlay);
    VBox trainView = new VBox(curves, gallery);
    trainView.getStyleClass().add("train-view");
    for (var row : List.of(curves, gallery)) {
      VBox.setVgrow(row, Priority.ALWAYS);
      row.setPrefHeight(100);
      row.setMinHeight(180);
    }
    frame.setTop(new VBox(transport, new NoticeBar(session)));
    frame.setCenter(trainView);
    frame.setRight(new SetupPane(session, setup, files));
    frame.setBottom(new TimelineBar(session, clock));
    scene =
        new Scene(
            overlay, settings.number("window.width", 1440), settings.number("window.height", 900));
    theme.applyTo(scene);
    showTheme();
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
    theme = theme.other();
    settings.setTheme(theme);
    theme.applyTo(scene);
    showTheme();
  }

  private void showTheme() {
    themeButton.setGraphic(new FontIcon(theme == Theme.LIGHT ? Feather.MOON : Feather.SUN));
  }

  /** Starts a run if all settings make sense; otherwise says which one does not. */
  private void start() {
    setup.problem().ifPresentOrElse(session::refuse, session::train);
  }

  private void startOrStop() {
    if (session.state() == State.RUNNING) {
      session.stop();
    } else {
      start();
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
    switch (event.getCode()) {
      case SPACE -> startOrStop();
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

  private void undoOrRedo(KeyEvent event) {
    if (event.getCode() == KeyCode.Y || event.getCode() == KeyCode.Z && event.isShiftDown()) {
      setup.redo();
    } else if (event.getCode() == KeyCode.Z) {
      setup.undo();
    }
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
    settings.save();
    session.close();
  }
}
