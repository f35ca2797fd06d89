package glassbox.format;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * How classes are told apart as dots: ten colours that colour-blind people can tell apart (Petroff:
 * Accessible color sequences for data visualization, 2021), then other shapes.
 */
final class ClassMarks {
  private static final List<Color> COLOURS =
      List.of(
          new Color(0x3f90da),
          new Color(0xffa90e),
          new Color(0xbd1f01),
          new Color(0x94a4a2),
          new Color(0x832db6),
          new Color(0xa96b59),
          new Color(0xe76300),
          new Color(0x8a8400),
          new Color(0x4b5563),
          new Color(0x4fb8c4));

  private static final int SHAPES = 4;

  private ClassMarks() {}

  /** Draws the mark of a class; with a dark edge where the answer is wrong. */
  static void draw(Graphics2D graphics, int classIndex, Rectangle2D place, boolean wrong) {
    Shape shape = shape(classIndex / COLOURS.size() % SHAPES, place);
    graphics.setColor(COLOURS.get(classIndex % COLOURS.size()));
    graphics.fill(shape);
    if (wrong) {
      graphics.setColor(Palette.TEXT);
      graphics.draw(shape);
    }
  }

  private static Shape shape(int kind, Rectangle2D place) {
    return switch (kind) {
      case 0 ->
          new Ellipse2D.Double(place.getX(), place.getY(), place.getWidth(), place.getHeight());
      case 1 -> place;
      case 2 -> polygon(place, 0.5, 0, 1, 1, 0, 1);
      default -> polygon(place, 0.5, 0, 1, 0.5, 0.5, 1, 0, 0.5);
    };
  }

  /** Corners as shares of the width and the height. */
  private static Shape polygon(Rectangle2D place, double... corners) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < corners.length; i += 2) {
      double x = place.getX() + corners[i] * place.getWidth();
      double y = place.getY() + corners[i + 1] * place.getHeight();
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    path.closePath();
    return path;
  }
}
