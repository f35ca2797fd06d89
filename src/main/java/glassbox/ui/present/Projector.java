package glassbox.ui.present;

import glassbox.ui.controls.ProgramFile;
import glassbox.ui.controls.ZoomPane;
import glassbox.ui.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The window on the projector. Its content is laid out on {@link #HEIGHT} points and enlarged to
 * the window, so that the capitals of the smallest type, 8 points high, are at least a fortieth of
 * its height: legible from the last row.
 */
final class Projector {
  /** A little less than 40 times the height of a capital of 11 points, 0.727 of that. */
  static final double HEIGHT = 316;

  private static final double SHARE_OF_ONE_SCREEN = 0.6;

  private final Stage stage = new Stage();
  private final StackPane content = new StackPane();
  private final Scene scene;
  private final Scene laptop;
  private final ListChangeListener<String> dress = change -> dress();

  /**
   * A window that is not open yet.
   *
   * @param laptop the scene of the main window, whose look it has
   * @param closed told when it has been closed
   */
  Projector(Scene laptop, Runnable closed) {
    this.laptop = laptop;
    content.getStyleClass().addAll("frame", "presented");
    ZoomPane enlarged = new ZoomPane(content);
    scene = new Scene(enlarged, 960, 540);
    enlarged.zoomProperty().bind(scene.heightProperty().divide(HEIGHT));
    dress();
    laptop.getStylesheets().addListener(dress);
    stage.setTitle(Words.of("present.window"));
    stage.setScene(scene);
    stage.setFullScreenExitHint("");
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH); // Esc ends it altogether
    stage.setOnHidden(event -> {
      letGo();
      closed.run();
    });
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            stage.hide();
            event.consume();
          }
        });
  }

  private void dress() {
    scene.getStylesheets().setAll(laptop.getStylesheets());
    scene.getStylesheets().add(ProgramFile.beside(Projector.class, "present.css"));
  }

  /** What is shown leaves the scene, which ends its listening. */
  private void letGo() {
    laptop.getStylesheets().removeListener(dress);
    content.getChildren().clear();
    scene.setRoot(new StackPane());
  }

  Scene scene() {
    return scene;
  }

  void show(Region thing) {
    content.getChildren().setAll(thing);
    scene.getRoot().requestFocus(); // a mark of the keyboard would only distract
  }

  /** Opens on the other screen, all of it; with one screen as a window beside the main one. */
  void open() {
    Window main = laptop.getWindow();
    if (main instanceof Stage owner) {
      stage.getIcons().setAll(owner.getIcons());
    }
    Optional<Screen> other = other(main);
    Rectangle2D on = other.orElse(Screen.getPrimary()).getVisualBounds();
    double share = other.isPresent() ? 1 : SHARE_OF_ONE_SCREEN;
    stage.setWidth(share * on.getWidth());
    stage.setHeight(share * on.getHeight());
    stage.setX(on.getMaxX() - stage.getWidth());
    stage.setY(on.getMinY() + (1 - share) / 2 * on.getHeight());
    stage.setMinWidth(320);
    stage.setMinHeight(240);
    stage.setFullScreen(other.isPresent());
    stage.show();
    if (other.isPresent() && main != null) {
      main.requestFocus();
    }
  }

  private static Optional<Screen> other(@Nullable Window main) {
    if (main == null) {
      return Optional.empty();
    }
    Point2D middle =
        new Point2D(main.getX() + main.getWidth() / 2, main.getY() + main.getHeight() / 2);
    return other(Screen.getScreens(), Screen::getBounds, middle);
  }

  /** The first screen that has not the main window's middle; none where all show the same. */
  static <S> Optional<S> other(List<S> screens, Function<S, Rectangle2D> bounds, Point2D middle) {
    return screens.stream().filter(screen -> !bounds.apply(screen).contains(middle)).findFirst();
  }

  void close() {
    stage.hide();
  }
}
