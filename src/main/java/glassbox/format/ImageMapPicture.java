package glassbox.format;

import glassbox.analysis.Placement;
import glassbox.analysis.Predictions;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/**
 * Images as dots in the colours of their classes, those answered incorrectly larger and with an
 * edge; the classes' names beside them.
 */
final class ImageMapPicture {
  private static final int SIDE = 900;
  private static final int INSET = 2 * Picture.MARGIN;
  private static final int TOP = INSET + 56;
  private static final int ROW = 22;
  private static final int WIDEST_NAME = 120;
  private static final double DOT = 5;
  private static final double WRONG_DOT = 7;

  private final Typeface type;
  private final ImageMap map;
  private final int rows = SIDE / ROW - 2;
  private final int columnWidth;

  ImageMapPicture(Typeface type, ImageMap map) {
    this.type = type;
    this.map = map;
    Ink ink = type.caption();
    int widest =
        map.classNames().stream()
            .mapToInt(name -> Typeface.width(fitted(name), ink.font()))
            .max()
            .orElse(0);
    columnWidth = widest + 36;
  }

  private String fitted(String name) {
    return Typeface.fitted(name, type.caption().font(), WIDEST_NAME);
  }

  Picture draw() {
    int columns = Math.ceilDiv(map.classNames().size(), rows);
    int legend = Math.max(150, columns * columnWidth);
    Picture picture = new Picture(SIDE + legend + 3 * INSET, TOP + SIDE + INSET);
    picture.card();
    header(picture);
    dots(picture.graphics());
    legend(picture, INSET + SIDE + INSET);
    return picture;
  }

  private void header(Picture picture) {
    String note =
        String.format(
            Locale.ROOT, "%,d images, %,d answered incorrectly", map.placement().count(), wrong());
    int room = picture.width() - 2 * INSET;
    picture.text(
        Typeface.fitted(map.title(), type.heading().font(), room),
        INSET,
        INSET + 18,
        type.heading());
    picture.text(note, INSET, INSET + 40, type.note());
  }

  private int wrong() {
    int wrong = 0;
    for (int place = 0; place < map.placement().count(); place++) {
      wrong += map.answers().isCorrect(map.placement().image(place)) ? 0 : 1;
    }
    return wrong;
  }

  /** Those that are wrong lie above the others. */
  private void dots(Graphics2D graphics) {
    Placement placement = map.placement();
    Frame frame = Frame.around(placement);
    Predictions answers = map.answers();
    for (boolean correct : new boolean[] {true, false}) {
      double size = correct ? DOT : WRONG_DOT;
      for (int i = 0; i < placement.count(); i++) {
        int image = placement.image(i);
        if (answers.isCorrect(image) == correct) {
          double x = INSET + SIDE * frame.across(placement.x(i)) - size / 2;
          double y = TOP + SIDE * (1 - frame.up(placement.y(i))) - size / 2;
          Rectangle2D place = new Rectangle2D.Double(x, y, size, size);
          ClassMarks.draw(graphics, answers.truth(image), place, !correct);
        }
      }
    }
  }

  private void legend(Picture picture, int left) {
    List<String> names = map.classNames();
    for (int c = 0; c < names.size(); c++) {
      int x = left + c / rows * columnWidth;
      int y = TOP + c % rows * ROW;
      ClassMarks.draw(picture.graphics(), c, new Rectangle2D.Double(x, y + 4, 10, 10), false);
      picture.text(fitted(names.get(c)), x + 18, y + 13, new Ink(type.regular(12), Palette.TEXT));
    }
    int y = TOP + Math.min(names.size(), rows) * ROW + 8;
    picture.graphics().setColor(Palette.TEXT);
    picture.graphics().draw(new Ellipse2D.Double(left, y + 4, 10, 10));
    picture.text("edge: incorrect", left + 18, y + 13, type.caption());
  }

  /** A square around all positions. */
  private record Frame(double left, double bottom, double side) {
    static Frame around(Placement placement) {
      double left = Double.POSITIVE_INFINITY;
      double right = Double.NEGATIVE_INFINITY;
      double bottom = left;
      double top = right;
      for (int i = 0; i < placement.count(); i++) {
        left = Math.min(left, placement.x(i));
        right = Math.max(right, placement.x(i));
        bottom = Math.min(bottom, placement.y(i));
        top = Math.max(top, placement.y(i));
      }
      double side = Math.max(Math.max(right - left, top - bottom), Float.MIN_NORMAL);
      return new Frame((left + right - side) / 2, (bottom + top - side) / 2, side);
    }

    double across(double x) {
      return (x - left) / side;
    }

    double up(double y) {
      return (y - bottom) / side;
    }
  }
}
