package glassbox.ui.controls;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.transform.Scale;

/**
 * A canvas that has a pixel for each one of the screen, however much its parents are enlarged: a
 * plain one would be blurred. One draws on it in points. It takes no notice of the mouse.
 */
public final class CrispCanvas extends Canvas {
  private final Scale shrunk = new Scale(1, 1);
  private double pixelsPerPoint = 1;

  public CrispCanvas() {
    getTransforms().add(shrunk);
    setMouseTransparent(true);
  }

  /** Makes it so many points large and empty; to be called before each picture, by its parent. */
  public GraphicsContext open(double width, double height) {
    double zoom = ScreenPixels.zoom(getParent());
    pixelsPerPoint = ScreenPixels.perPoint(getParent());
    shrunk.setX(1 / zoom);
    shrunk.setY(1 / zoom);
    setWidth(Math.ceil(width * zoom));
    setHeight(Math.ceil(height * zoom));
    ScreenPixels.align(this);
    GraphicsContext ink = getGraphicsContext2D();
    ink.setTransform(1, 0, 0, 1, 0, 0);
    ink.clearRect(0, 0, getWidth(), getHeight());
    ink.setTransform(zoom, 0, 0, zoom, 0, 0);
    return ink;
  }

  /** How many pixels of the screen a point of the picture is wide. */
  public double pixelsPerPoint() {
    return pixelsPerPoint;
  }

  /** The nearest place, in points, where a pixel of the screen begins. */
  public double snapped(double points) {
    return Math.rint(points * pixelsPerPoint) / pixelsPerPoint;
  }
}
