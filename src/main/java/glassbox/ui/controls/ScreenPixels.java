package glassbox.ui.controls;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;

/**
 * The screen's pixels under a node: what the system and a {@link ZoomPane} make of a point. What is
 * drawn by pixels, an image, a chart, is drawn by these.
 */
public final class ScreenPixels {
  private static final double ROUNDING = 1e-6;

  private ScreenPixels() {}

  /** How many pixels wide a point of this node is; 1 where it is not shown. */
  public static double perPoint(Node node) {
    return outputScale(node) * zoom(node);
  }

  /** By how much the node's parents enlarge it. */
  static double zoom(Node node) {
    return node.getLocalToSceneTransform().getMxx();
  }

  private static double outputScale(Node node) {
    Scene scene = node.getScene();
    Window window = scene == null ? null : scene.getWindow();
    return window == null ? 1 : window.getOutputScaleX();
  }

  /**
   * The largest whole number of screen pixels, at least 1, that every pixel of a picture can be
   * wide in a square of so many points.
   */
  public static int multiple(int height, int width, double points, double perPoint) {
    return (int) Math.max(1, points * perPoint / Math.max(height, width) + ROUNDING);
  }

  /** Has all that is drawn by the screen's pixels drawn anew, charts with the next layout. */
  public static void drawAnew(Node node) {
    if (node instanceof PixelView picture) {
      picture.fit();
    } else if (node instanceof Parent parent) {
      parent.requestLayout();
      parent.getChildrenUnmodifiable().forEach(ScreenPixels::drawAnew);
    }
  }

  /** Moves a node by a part of a pixel so that it begins where one begins. */
  public static void align(Node node) {
    double perPoint = perPoint(node.getParent());
    double output = outputScale(node);
    Point2D corner =
        node.getParent().localToScene(node.getLayoutX(), node.getLayoutY()).multiply(output);
    node.setTranslateX((Math.rint(corner.getX()) - corner.getX()) / perPoint);
    node.setTranslateY((Math.rint(corner.getY()) - corner.getY()) / perPoint);
  }
}
