package glassbox.ui.present;

import glassbox.ui.controls.ZoomPane;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * The window for the projector: one thing, as large as can be read from the last row. The smallest
 * letters' capitals are 1/40 of the screen's height, whatever the screen: seen from eight times its
 * height, as far as people sit, that is 11 minutes of arc, twice what good eyes need.
 */
final class Projection {
  /** Points of height that everything is laid out in: 11-point capitals are a 40th of it. */
  static final double LAYOUT_HEIGHT = 320;

  private final Stage stage = new Stage();
  private final StackPane room = new StackPane();
  private final ZoomPane zoom = new ZoomPane(room);

  /**
   * A window that is not open yet.
   *
   * @param dress gives the scene the theme and the keys
   */
  Projection(Consumer<Scene> dress, Runnable close) {
    room.getStyleClass().add("projection");
    Scene scene = new Scene(zoom, 1280, 720);
    zoom.zoomProperty().bind(scene.heightProperty().divide(LAYOUT_HEIGHT));
    dress.accept(scene);
    scene.getStylesheets().add(Projection.class.getResource("present.css").toExternalForm());
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.F11) {
            close.run();
            event.consume();
          }
        });
    stage.setTitle("Glassbox, presenting");
    stage.setScene(scene);
    stage.setFullScreenExitHint("");
    stage.setOnHidden(event -> close.run());
  }

  void show(Region content) {
    room.getChildren().setAll(content);
  }

  /** On another screen than the laptop's window where there is one. */
  void open(Window laptop) {
    Rectangle2D bounds = otherScreen(laptop).getBounds();
    stage.setX(bounds.getMinX());
    stage.setY(bounds.getMinY());
    stage.setWidth(bounds.getWidth());
    stage.setHeight(bounds.getHeight());
    stage.setFullScreen(true);
    stage.show();
  }

  private static Screen otherScreen(Window laptop) {
    return Screen.getScreens().stream()
        .filter(screen -> !screen.getBounds().contains(laptop.getX() + 1, laptop.getY() + 1))
        .findFirst()
        .orElse(Screen.getPrimary());
  }

  void close() {
    stage.setOnHidden(null);
    room.getChildren().clear();
    stage.close();
  }
}
