package glassbox.ui;

import glassbox.ui.lesson.LessonFiles;
import glassbox.ui.session.RunShelf;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.setup.RecipeFiles;
import glassbox.ui.transport.DatasetFinder;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Starts the window with what was remembered, and ends it cleanly. */
public final class GlassboxApp extends Application {
  private @Nullable MainWindow window;

  /**
   * Opens the window and returns when it is closed.
   *
   * @return why no window could be opened, where that is so
   */
  public static Optional<String> open() {
    Optional<String> obstacle = Display.obstacle();
    if (obstacle.isPresent()) {
      return obstacle;
    }
    try {
      launch(GlassboxApp.class);
      return Optional.empty();
    } catch (RuntimeException | LinkageError e) {
      if (Display.isCause(e)) {
        return Optional.of(Display.explain(e));
      }
      throw e;
    }
  }

  @Override
  public void start(Stage stage) {
    Theme.loadFonts();
    Settings remembered = Settings.load();
    // One processor stays with the screen, so that the window answers while a network trains.
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    TrainingSession session =
        new TrainingSession(remembered.recipe(), new RunShelf(remembered.runsFolder()), threads);
    Choosers choosers = new Choosers(stage);
    MainWindow main = new MainWindow(session, remembered, choosers, choosers, new FileManager());
    main.setLessonFiles(choosers.lessons());
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
    session.useDataset(remembered.recipe().dataset());
    session.warmUp();
    session.offerInterrupted();
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
  }

  /** The operating system's choosers. */
  private record Choosers(Stage stage) implements DatasetFinder, RecipeFiles {
    @Override
    public Optional<Path> folder() {
      DirectoryChooser chooser = new DirectoryChooser();
      chooser.setTitle("A folder with four IDX files, or with pictures in class folders");
      return Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath);
    }

    @Override
    public Optional<Path> archive() {
      FileChooser chooser = new FileChooser();
      chooser.setTitle("An archive with four IDX files, or with pictures in class folders");
      chooser
          .getExtensionFilters()
          .add(new FileChooser.ExtensionFilter("Archives", List.of("*.zip", "*.tar.gz", "*.tgz")));
      return Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath);
    }

    LessonFiles lessons() {
      return new LessonFiles() {
        @Override
        public Optional<Path> toOpen() {
          return Optional.ofNullable(chooser("A lesson").showOpenDialog(stage)).map(File::toPath);
        }

        @Override
        public Optional<Path> toSave() {
          FileChooser chooser = chooser("Save the lesson");
          chooser.setInitialFileName("my.lesson");
          return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
        }

        private static FileChooser chooser(String title) {
          FileChooser chooser = new FileChooser();
          chooser.setTitle(title);
          chooser
              .getExtensionFilters()
              .add(new FileChooser.ExtensionFilter("Lessons", List.of("*.lesson")));
          return chooser;
        }
      };
    }

    private static FileChooser recipes(String title) {
      FileChooser chooser = new FileChooser();
      chooser.setTitle(title);
      chooser.setInitialFileName("recipe.json");
      chooser
          .getExtensionFilters()
          .add(new FileChooser.ExtensionFilter("Recipes", List.of("*.json")));
      return chooser;
    }

    @Override
    public Optional<Path> toOpen() {
      return Optional.ofNullable(recipes("A recipe").showOpenDialog(stage)).map(File::toPath);
    }

    @Override
    public Optional<Path> toSave() {
      return Optional.ofNullable(recipes("Save the recipe").showSaveDialog(stage))
          .map(File::toPath);
    }
  }
}
