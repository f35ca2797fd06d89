package glassbox.ui.support;

import glassbox.data.ImageDataset;
import glassbox.data.SyntheticData;
import glassbox.training.Recipe;
import glassbox.training.RecipeBuilder;
import glassbox.ui.MainWindow;
import glassbox.ui.Settings;
import glassbox.ui.session.Run;
import glassbox.ui.session.RunShelf;
import glassbox.ui.session.State;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.transport.DatasetFinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/** The window on a small data set in which some images are learned and some are not. */
public final class WindowBench implements DatasetFinder, AutoCloseable {
  /** Noise with labels that mean nothing: a short run learns some of them by heart. */
  public static final ImageDataset DATA = SyntheticData.noise(5, 28, 300);

  public final TrainingSession session;
  public final List<Path> opened = new CopyOnWriteArrayList<>();
  public final SteadyRobot robot = new SteadyRobot();
  private final Path home;
  private final String homeBefore = System.getProperty("glassbox.home", "");
  private final Stage stage;
  private MainWindow window;
  private Thread.UncaughtExceptionHandler crashGuard;
  private boolean closed;

  /** Opens the window; what it remembers is in this folder, and so is the data set. */
  public WindowBench(Path home) {
    this(home, recipe().build());
  }

  private static RecipeBuilder recipe() {
    return new RecipeBuilder().network("dense 16", "relu", "dense 5").validation(40);
  }

  /** The same with runs that do not end while a test looks at them, however long it takes. */
  public static WindowBench withoutEnd(Path home) {
    return new WindowBench(home, recipe().epochs(100_000).build());
  }

  public WindowBench(Path home, Recipe recipe) {
    this.home = home;
    Fx.start();
    System.setProperty("glassbox.home", home.toString());
    IdxFolder.write(dataFolder(), DATA);
    session =
        Fx.get(() ->
            new TrainingSession(
                recipe.withDataset(dataFolder().toString()), new RunShelf(runsFolder()), 1));
    stage = Fx.get(this::openStage);
    Fx.await("the window is open", () -> stage.isShowing() && stage.isFocused());
    use(dataFolder());
  }

  private Stage openStage() {
    Settings settings = Settings.load();
    settings.setNumber("window.width", 1000);
    settings.setNumber("window.height", 760);
    window =
        new MainWindow(
            session, settings, this, new ChosenRecipes(), (folder, refused) -> opened.add(folder));
    crashGuard = window.crashGuard();
    window.saveTo(name -> Optional.of(home.resolve(name)));
    session.setStepsPerSecond(Double.POSITIVE_INFINITY);
    Stage opened = new Stage();
    opened.setScene(window.scene());
    opened.show();
    opened.requestFocus();
    return opened;
  }

  /** Where everything is that this window keeps. */
  public Path home() {
    return home;
  }

  /** A mistake in the program that nobody catches. */
  public void crash(Throwable thrown) {
    crashGuard.uncaughtException(Thread.currentThread(), thrown);
  }

  /** Opens a file as a drop on the window does. */
  public void open(Path file) {
    Fx.run(() -> window.open(file));
  }

  /** Where the runs are. */
  public Path runsFolder() {
    return home.resolve("runs");
  }

  /** How many runs are kept with all that came of them. */
  public int kept() {
    try (Stream<Path> runs = Files.list(runsFolder())) {
      return (int) runs.filter(run -> Files.exists(run.resolve("summary.json"))).count();
    } catch (NoSuchFileException e) {
      return 0; // the first run makes the folder
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path dataFolder() {
    return home.resolve("small-data");
  }

  /** Opens a data set and waits until it can be trained on. */
  public void use(Path data) {
    Fx.run(() -> session.useDataset(data.toString()));
    awaitState(State.READY);
  }

  @Override
  public Optional<Path> folder() {
    return Optional.of(home.resolve("chosen"));
  }

  @Override
  public Optional<Path> archive() {
    return Optional.empty();
  }

  /** The window itself; on the JavaFX thread. */
  public MainWindow window() {
    return window;
  }

  public Scene scene() {
    return window.scene();
  }

  /** A node by its id or style, laid out. */
  public <T extends Node> T node(String query, Class<T> type) {
    return Fx.get(() -> robot.lookup(query).queryAs(type));
  }

  public String text(String query) {
    return Fx.get(() -> {
      Node node = node(query, Node.class);
      return node instanceof TextInputControl input ? input.getText() : ((Labeled) node).getText();
    });
  }

  /** The words of the notice, empty where there is none. */
  public String notice() {
    return Fx.get(() ->
        scene().lookup(".notice").isVisible()
            ? ((Labeled) scene().lookup("#notice")).getText()
            : "");
  }

  public State state() {
    return Fx.get(session::state);
  }

  public void awaitState(State state) {
    Fx.await("the session is " + state, () -> session.state() == state);
  }

  public int steps() {
    return Fx.get(() -> {
      Run run = session.runProperty().get();
      return run == null ? 0 : run.history().size();
    });
  }

  /** Puts the focus on a node, as a click would without pressing it. */
  public void focus(String query) {
    Fx.run(() -> node(query, Node.class).requestFocus());
  }

  public void press(KeyCode... keys) {
    for (KeyCode key : keys) {
      robot.type(key);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Clicks where a node is once everything is laid out that has changed. */
  public void click(String query) {
    bringIntoSight(query);
    robot.clickOn(query);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void bringIntoSight(String query) {
    Fx.run(() -> {
      layOut();
      scrollTo(scene().lookup(query));
    });
  }

  private void layOut() {
    scene().getRoot().applyCss();
    scene().getRoot().layout();
  }

  /** Scrolls, as somebody would who wants to click on it. */
  private void scrollTo(@Nullable Node node) {
    for (Node above = node; above != null; above = above.getParent()) {
      if (above instanceof ScrollPane pane && pane.getContent() != null && node != null) {
        Node content = pane.getContent();
        double top = content.sceneToLocal(node.localToScene(node.getLayoutBounds())).getMinY();
        double shown = pane.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - shown;
        double from = hidden * pane.getVvalue();
        double height = node.getLayoutBounds().getHeight();
        if (hidden > 0 && (top < from || top + height > from + shown)) {
          pane.setVvalue(Math.clamp((top - shown / 2) / hidden, 0, 1));
          layOut();
        }
      }
    }
  }

  /** Replaces a field's text as fingers do. */
  public void retype(String query, String text) {
    bringIntoSight(query);
    robot.doubleClickOn(query);
    Fx.await(query + " has the keyboard", () -> node(query, Node.class).isFocused());
    press(KeyCode.HOME);
    robot.press(KeyCode.SHIFT).press(KeyCode.END).release(KeyCode.END).release(KeyCode.SHIFT);
    press(KeyCode.DELETE);
    robot.write(text);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** What stands in a part of the gallery. */
  public List<Node> tiles(String gallery) {
    return Fx.get(() ->
        robot.lookup(gallery).lookup(".tile").queryAll().stream().collect(Collectors.toList()));
  }

  /** Trains to the end and waits until the final answers are shown. */
  public void trainToTheEnd() {
    int before = kept();
    Fx.run(session::train);
    awaitState(State.FINISHED);
    Fx.await(
        "the run is kept and its answers are shown",
        () -> kept() > before && session.predictionsProperty().get() != null);
    Fx.await("the pictures are laid out", () -> !tiles("#correct-images").isEmpty());
    Fx.run(session::dismissNotice); // that of noise little can be learned is no news here
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Ends the program as closing the window does. */
  public void closeWindow() {
    closed = true;
    Fx.run(() -> {
      stage.hide();
      window.close();
    });
  }

  @Override
  public void close() {
    if (!closed) {
      closeWindow();
    }
    System.setProperty("glassbox.home", homeBefore);
  }

  /** Where the next recipe is opened or saved; nothing until a test sets it. */
  public java.nio.file.@org.jspecify.annotations.Nullable Path recipeFile;

  /** Answers what a user would choose. */
  private final class ChosenRecipes implements glassbox.ui.setup.RecipeFiles {
    @Override
    public java.util.Optional<java.nio.file.Path> toOpen() {
      return java.util.Optional.ofNullable(recipeFile);
    }

    @Override
    public java.util.Optional<java.nio.file.Path> toSave() {
      return java.util.Optional.ofNullable(recipeFile);
    }
  }
}
