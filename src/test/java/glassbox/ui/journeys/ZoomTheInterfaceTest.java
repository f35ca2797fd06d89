package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.Settings;
import glassbox.ui.session.Filter;
import glassbox.ui.support.Fx;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Everything larger and smaller, and the mouse where it points. */
@Timeout(240)
class ZoomTheInterfaceTest extends Journey {
  private void zoom(int percent) {
    Fx.run(() -> {
      window.window().interfaceZoom().percentProperty().set(percent);
      window.scene().getRoot().applyCss();
      window.scene().getRoot().layout();
    });
  }

  private int percent() {
    return Fx.get(() -> window.window().interfaceZoom().percentProperty().get());
  }

  private Bounds onScreen(String query) {
    return Fx.get(() -> {
      window.scene().getRoot().applyCss();
      window.scene().getRoot().layout();
      Node node = window.scene().lookup(query);
      return node.localToScreen(node.getLayoutBounds());
    });
  }

  private void controlWith(KeyCode key) {
    window.robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
  }

  @Test
  void keysMakeEverythingLargerAndSmallerAndItIsRemembered() {
    double width = onScreen("#theme").getWidth();
    controlWith(KeyCode.EQUALS);
    controlWith(KeyCode.PLUS);
    assertEquals(125, percent());
    assertEquals(1.25 * width, onScreen("#theme").getWidth(), 1e-6);
    window.closeWindow();
    assertEquals(125, (int) Settings.load().number("zoom.percent", 0));
  }

  @Test
  void zeroIsTheUsualSizeAndSmallerIsSmaller() {
    controlWith(KeyCode.MINUS);
    controlWith(KeyCode.MINUS);
    controlWith(KeyCode.MINUS);
    assertEquals(75, percent());
    controlWith(KeyCode.DIGIT0);
    assertEquals(100, percent());
  }

  @Test
  void theMouseClicksDrawsAndPointsWhereItIsAt() {
    window.trainToTheEnd();
    for (int percent : new int[] {75, 125}) {
      zoom(percent);
      window.click("#view-errors");
      clickIntoTheMatrix();
      Filter filter = Fx.get(() -> window.session.selection().filter());
      assertEquals(Filter.pair(1, 2), filter);
      Fx.run(() -> window.session.selection().show(Filter.ALL));
      window.click("#view-draw");
      drawsAtTheMiddle();
    }
  }

  /** The cell of truth 1 taken for 2: its words are those of the tooltip under the same mouse. */
  private void clickIntoTheMatrix() {
    Node matrix = window.node("#confusion-matrix", Node.class);
    Fx.await("the matrix is there", () -> window.session.examinedProperty().get() != null);
    window.focus("#confusion-matrix");
    Fx.run(() -> window.session.selection().show(Filter.pair(1, 2)));
    Point2D cell = Fx.get(() -> middleOfTheMarkedCell(matrix));
    Fx.run(() -> window.session.selection().show(Filter.ALL));
    window.robot.clickOn(cell);
  }

  /** Where the accent's frame is on the screen. */
  private Point2D middleOfTheMarkedCell(Node matrix) {
    window.scene().getRoot().applyCss();
    window.scene().getRoot().layout();
    WritableImage seen = window.scene().snapshot(null);
    PixelReader pixels = seen.getPixelReader();
    Bounds at = matrix.localToScene(matrix.getLayoutBounds());
    double left = 1e9;
    double right = 0;
    double top = 1e9;
    double bottom = 0;
    for (int y = (int) at.getMinY(); y < Math.min(seen.getHeight(), at.getMaxY()); y++) {
      for (int x = (int) at.getMinX(); x < Math.min(seen.getWidth(), at.getMaxX()); x++) {
        if (isBlue(pixels.getColor(x, y))) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y);
        }
      }
    }
    assertTrue(right > left, "the marked cell is seen");
    return window.scene().getRoot().localToScreen((left + right) / 2, (top + bottom) / 2);
  }

  private static boolean isBlue(Color colour) {
    return colour.getBlue() > 0.7 && colour.getRed() < 0.35;
  }

  private void drawsAtTheMiddle() {
    ImageView sketch =
        Fx.get(() -> (ImageView) window.node("#drawing-area", Node.class).lookup("ImageView"));
    Point2D middle =
        Fx.get(() -> {
          Bounds at = sketch.localToScreen(sketch.getLayoutBounds());
          return new Point2D(at.getCenterX(), at.getCenterY());
        });
    window.robot.clickOn(middle);
    Fx.await(
        "the middle of the drawing is white",
        () -> {
          int side = (int) sketch.getImage().getWidth();
          return (sketch.getImage().getPixelReader().getArgb(side / 2, side / 2) & 0xff) > 128;
        });
    assertEquals(
        0,
        Fx.get(() -> sketch.getImage().getPixelReader().getArgb(20, 20) & 0xff),
        "nothing far from there");
    Fx.run(() -> window.session.undo().undo());
  }

  @Test
  void imagesAreCrispWhereverAPixelIsBroken() {
    window.trainToTheEnd();
    for (int percent : new int[] {75, 110, 125, 250}) {
      zoom(percent);
      Set<Node> tiles = Fx.get(() -> window.scene().getRoot().lookupAll(".tile ImageView"));
      for (Node tile : tiles) {
        double side = Fx.get(() -> tile.localToScene(tile.getLayoutBounds()).getWidth());
        assertEquals(0, side / 28 - Math.rint(side / 28), 1e-6, percent + " %: " + side);
      }
    }
  }

  @Test
  void menusAreAsLargeAsTheWindowSays() {
    double usual = widthOfTheHelpMenu();
    zoom(150);
    assertEquals(1.5 * usual, widthOfTheHelpMenu(), 0.1 * usual);
  }

  private double widthOfTheHelpMenu() {
    window.focus("#help");
    awaitInSight("#help");
    window.click("#help");
    Fx.await("the menu is open", () -> popup() != null);
    double width =
        Fx.get(() -> {
          Node item = popup().getScene().lookup(".menu-item");
          assertNotNull(item);
          return item.localToScreen(item.getLayoutBounds()).getWidth();
        });
    window.press(KeyCode.ESCAPE);
    Fx.await("the menu is closed", () -> popup() == null);
    return width;
  }

  private static PopupWindow popup() {
    return Window.getWindows().stream()
        .filter(open -> open instanceof PopupWindow && open.getScene().lookup(".menu-item") != null)
        .map(PopupWindow.class::cast)
        .findFirst()
        .orElse(null);
  }

  @Test
  void whatHasNoRoomIsReachedByBarsAndByTheKeyboard() {
    zoom(250);
    ScrollBar across = Fx.get(() -> (ScrollBar) window.scene().lookup(".zoom-bar:horizontal"));
    assertTrue(across.isVisible());
    for (String query : new String[] {"#theme", "#lessons"}) {
      window.focus(query);
      awaitInSight(query);
    }
  }

  private void awaitInSight(String query) {
    Fx.await(query + " is in sight", () -> onScreen(".root").contains(onScreen(query)));
  }
}
