package glassbox.ui;

import glassbox.ui.lesson.LessonFiles;
import glassbox.ui.session.FirstInstance;
import glassbox.ui.session.RunShelf;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.setup.RecipeFiles;
import glassbox.ui.transport.DatasetFinder;
import glassbox.ui.words.Language;
import glassbox.ui.words.Words;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Starts the window with what was remembered, and ends it cleanly. */
public final class GlassboxApp extends Application {
  private final Closer atTheEnd = new Closer();
  private @Nullable MainWindow window;

  /** What became of a start, and words about it where it did not become a window. */
  public record Start(Outcome outcome, String words) {}

  /** How a start can end. */
  public enum Outcome {
    /** A window was open and has been closed. */
    CLOSED,
    /** A window is open already, and has been brought to the front. */
    ELSEWHERE,
    /** No window could be opened. */
    NO_WINDOW
  }

  /**
   * Opens the window and returns when it is closed.
   *
   * @param file to open in it
   */
  public static Start open(Optional<Path> file) {
    Display.forgetEmptyChoice();
    Optional<String> obstacle = Display.obstacle();
    if (obstacle.isPresent()) {
      return new Start(Outcome.NO_WINDOW, obstacle.get());
    }
    if (FirstInstance.handOver(Settings.defaultHome(), file)) {
      return new Start(Outcome.ELSEWHERE, "it is running already; its window is in front now");
    }
    try {
      launch(GlassboxApp.class, file.map(Path::toString).stream().toArray(String[]::new));
      return new Start(Outcome.CLOSED, "");
    } catch (RuntimeException | LinkageError e) {
      if (Display.isCause(e)) {
        return new Start(Outcome.NO_WINDOW, Display.explain(e));
      }
      throw e;
    }
  }

  @Override
  public void start(Stage stage) {
    Theme.loadFonts();
    Settings remembered = Settings.load();
    Words.languageProperty().set(Language.atStart(remembered.language()));
    atTheEnd.add(() -> LogFile.begin(remembered.home()));
    TrainingSession session =
        new TrainingSession(
            remembered.recipe(), new RunShelf(remembered.runsFolder()), remembered.threads());
    session.useDataset(remembered.recipe().dataset()); // is read while the window is made
    Choosers choosers = new Choosers(stage);
    MainWindow main = new MainWindow(session, remembered, choosers, choosers, new FileManager());
    main.saveTo(choosers);
    main.setLessonFiles(choosers.lessons());
    main.setFolderChooser(choosers::folder);
    window = main;
    stage.setTitle("Glassbox");
    for (int size : new int[] {16, 32, 64, 128, 256}) {
      stage
          .getIcons()
          .add(new Image(GlassboxApp.class.getResourceAsStream("icons/glassbox-" + size + ".png")));
    }
    stage.setMinWidth(960);
    stage.setMinHeight(600);
    stage.setScene(main.scene());
    fitToScreen(stage, remembered);
    stage.setMaximized(remembered.truth("window.maximized", false));
    stage.setOnHiding(event -> rememberPlace(stage, remembered));
    stage.show();
    Thread.setDefaultUncaughtExceptionHandler(main.crashGuard());
    atTheEnd.add(() -> listen(remembered.home(), stage, main));
    if (Rehearsal.isWanted()) {
      Rehearsal.begin(session);
    }
    session.warmUp();
    main.offerTour();
    session.offerInterrupted();
    getParameters().getRaw().forEach(file -> main.open(Path.of(file)));
  }

  /** Where another program keeps the same home and does not answer, this one stands beside it. */
  private static AutoCloseable listen(Path home, Stage stage, MainWindow main) throws IOException {
    Optional<FirstInstance> first = FirstInstance.claim(home);
    if (first.isPresent()) {
      first
          .get()
          .listen(file ->
              Platform.runLater(() -> {
                bringToFront(stage);
                file.ifPresent(main::open);
              }));
    }
    return () -> {
      if (first.isPresent()) {
        first.get().close();
      }
    };
  }

  private static void bringToFront(Stage stage) {
    stage.setIconified(false);
    stage.setAlwaysOnTop(true); // window managers keep others from the front
    stage.setAlwaysOnTop(false);
    stage.toFront();
    stage.requestFocus();
  }

  /** As large as remembered, but with its frame not larger than the screen. */
  private static void fitToScreen(Stage stage, Settings settings) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    double frame = 32;
    if (settings.number("window.width", 1440) > screen.getWidth()
        || settings.number("window.height", 900) + frame > screen.getHeight()) {
      stage.setWidth(Math.min(settings.number("window.width", 1440), screen.getWidth()));
      stage.setHeight(Math.min(settings.number("window.height", 900), screen.getHeight()));
      stage.setX(screen.getMinX());
      stage.setY(screen.getMinY());
    }
  }

  private static void rememberPlace(Stage stage, Settings settings) {
    settings.setTruth("window.maximized", stage.isMaximized());
    if (!stage.isMaximized()) {
      settings.setNumber("window.width", stage.getScene().getWidth());
      settings.setNumber("window.height", stage.getScene().getHeight());
    }
  }

  @Override
  public void stop() {
    if (window != null) {
      window.close();
    }
    atTheEnd.close();
  }

  /** The operating system's choosers. */
  private record Choosers(Stage stage) implements DatasetFinder, RecipeFiles, SavePlace {
    @Override
    public Optional<Path> folder() {
      return folder(Words.of("window.choose.folder"));
    }

    Optional<Path> folder(String title) {
      DirectoryChooser chooser = new DirectoryChooser();
      chooser.setTitle(title);
      return Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath);
    }

    @Override
    public Optional<Path> run() {
      FileChooser chooser = new FileChooser();
      chooser.setTitle(Words.of("window.choose.run"));
      chooser
          .getExtensionFilters()
          .add(
              new FileChooser.ExtensionFilter(
                  Words.of("window.choose.runs"), List.of("*.glassbox")));
      return Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath);
    }

    @Override
    public Optional<Path> archive() {
      FileChooser chooser = new FileChooser();
      chooser.setTitle(Words.of("window.choose.archive"));
      chooser
          .getExtensionFilters()
          .add(
              new FileChooser.ExtensionFilter(
                  Words.of("window.choose.archives"), List.of("*.zip", "*.tar.gz", "*.tgz")));
      return Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath);
    }

    @Override
    public Optional<Path> toSave(String name) {
      FileChooser chooser = new FileChooser();
      chooser.setTitle(Words.of("window.choose.save", name));
      chooser.setInitialFileName(name);
      return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
    }

    LessonFiles lessons() {
      return new LessonFiles() {
        @Override
        public Optional<Path> toOpen() {
          return Optional.ofNullable(
                  chooser(Words.of("window.choose.lesson")).showOpenDialog(stage))
              .map(File::toPath);
        }

        @Override
        public Optional<Path> toSave() {
          FileChooser chooser = chooser(Words.of("window.choose.lesson.save"));
          chooser.setInitialFileName("my.lesson");
          return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
        }

        private static FileChooser chooser(String title) {
          FileChooser chooser = new FileChooser();
          chooser.setTitle(title);
          chooser
              .getExtensionFilters()
              .add(
                  new FileChooser.ExtensionFilter(Words.of("window.lessons"), List.of("*.lesson")));
          return chooser;
        }
      };
    }

    private static FileChooser recipes(String title) {
      FileChooser chooser = new FileChooser();
      chooser.setTitle(title);
      chooser.setInitialFileName("glassbox.recipe.json");
      chooser
          .getExtensionFilters()
          .add(
              new FileChooser.ExtensionFilter(
                  Words.of("window.choose.recipes"), List.of("*.json")));
      return chooser;
    }

    @Override
    public Optional<Path> toOpen() {
      return Optional.ofNullable(recipes(Words.of("window.choose.recipe")).showOpenDialog(stage))
          .map(File::toPath);
    }

    @Override
    public Optional<Path> toSave() {
      return Optional.ofNullable(
              recipes(Words.of("window.choose.recipe.save")).showSaveDialog(stage))
          .map(File::toPath);
    }
  }
}
