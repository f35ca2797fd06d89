package glassbox.ui.controls;

import javafx.scene.image.Image;
import javafx.scene.paint.Color;

/**
 * What pictures are painted with, in points from the upper left: on the screen or into a drawing in
 * SVG, so that both are painted by the same code.
 */
public interface Ink {
  /** Where a text stands at its point. */
  enum Align {
    LEFT,
    CENTER,
    RIGHT
  }

  /**
   * A filled rectangle.
   *
   * @param arc the diameter of its round corners
   */
  void fillRect(Color colour, double x, double y, double width, double height, double arc);

  /**
   * The edge of a rectangle.
   *
   * @param line how wide the edge is
   * @param arc the diameter of its round corners
   */
  void strokeRect(
      Color colour, double line, double x, double y, double width, double height, double arc);

  void fillCircle(Color colour, double x, double y, double radius);

  void fillPolygon(Color colour, double[] x, double[] y);

  /**
   * A line through points.
   *
   * @param points how many of them
   */
  void strokeLine(Color colour, double line, double[] x, double[] y, int points);

  /**
   * A text on one line.
   *
   * @param y its middle
   */
  void text(String text, CanvasFont font, Color colour, Align align, double x, double y);

  /** A text that begins at a point and rises to the right at 45 degrees. */
  void risingText(String text, CanvasFont font, Color colour, double x, double y);

  /** An image, its pixels as squares with sharp edges. */
  void image(Image image, double x, double y, double width, double height);

  /** Draws, and leaves out what is outside a rectangle. */
  void within(double x, double y, double width, double height, Runnable drawing);
}
