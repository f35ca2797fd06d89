package glassbox.ui.confusion;

import glassbox.ui.confusion.Sheet.Figure;
import glassbox.ui.controls.CanvasFont;
import glassbox.ui.controls.Contrast;
import glassbox.ui.controls.Ink;
import glassbox.ui.controls.Ink.Align;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.FontWeight;
import org.jspecify.annotations.Nullable;

/** Paints a sheet: its cells, the names of the classes, figures and totals. */
final class MatrixPainter {
  private static final CanvasFont FIGURES = new CanvasFont(12, FontWeight.NORMAL);
  private static final List<Figure> SHOWN = List.of(Figure.values());
  private static final CanvasFont[] DIGITS = {
    new CanvasFont(13, FontWeight.NORMAL),
    new CanvasFont(12, FontWeight.NORMAL),
    new CanvasFont(11, FontWeight.NORMAL),
    new CanvasFont(10, FontWeight.NORMAL),
    new CanvasFont(9, FontWeight.NORMAL)
  };

  private final Ink ink;
  private final MatrixLayout at;
  private final Colours colours;
  private final double scrollX;
  private final double scrollY;

  /** What the theme says. */
  record Colours(CellColours cells, Color text, Color muted, Color accent) {}

  /**
   * A painter for one picture.
   *
   * @param scrollX points of the matrix that are hidden at the left
   * @param scrollY points of the matrix that are hidden above
   */
  MatrixPainter(Ink ink, MatrixLayout at, Colours colours, double scrollX, double scrollY) {
    this.ink = ink;
    this.at = at;
    this.colours = colours;
    this.scrollX = scrollX;
    this.scrollY = scrollY;
  }

  /**
   * Paints all.
   *
   * @param leastDigits the smallest size of the numbers in the cells, in points
   */
  void paint(Sheet sheet, List<String> names, double leastDigits) {
    ink.within(
        at.left() - 1,
        at.top() - 1,
        at.shownWidth() + 2,
        at.shownHeight() + 2,
        () -> paintCells(sheet, digits(sheet, leastDigits)));
    paintRows(sheet, names);
    paintColumns(sheet, names, totals(sheet, leastDigits));
  }

  private void paintCells(Sheet sheet, @Nullable CanvasFont digits) {
    for (int truth = firstRow(); truth <= lastRow(sheet); truth++) {
      for (int answer = firstColumn(); answer <= lastColumn(sheet); answer++) {
        paintCell(sheet, truth, answer, digits);
      }
    }
  }

  private int firstRow() {
    return (int) (scrollY / at.cellHeight());
  }

  private int lastRow(Sheet sheet) {
    int last = (int) Math.ceil((scrollY + at.shownHeight()) / at.cellHeight()) - 1;
    return Math.min(sheet.classes() - 1, last);
  }

  private int firstColumn() {
    return (int) (scrollX / at.cellWidth());
  }

  private int lastColumn(Sheet sheet) {
    int last = (int) Math.ceil((scrollX + at.shownWidth()) / at.cellWidth()) - 1;
    return Math.min(sheet.classes() - 1, last);
  }

  private double x(int answer) {
    return at.left() + answer * at.cellWidth() - scrollX;
  }

  private double y(int truth) {
    return at.top() + truth * at.cellHeight() - scrollY;
  }

  /** The largest font in which the longest number fits its cell; null where none does. */
  private @Nullable CanvasFont digits(Sheet sheet, double leastDigits) {
    String longest = "";
    for (int truth = firstRow(); truth <= lastRow(sheet); truth++) {
      for (int answer = firstColumn(); answer <= lastColumn(sheet); answer++) {
        String text = sheet.text(truth, answer);
        longest = text.length() > longest.length() ? text : longest;
      }
    }
    double tall = Math.min(at.cellHeight() - 4, DIGITS[0].size());
    CanvasFont comfortable = fitting(longest, at.cellWidth() - 4, leastDigits, tall);
    return comfortable == null
        ? fitting(longest, at.cellWidth() - 2, leastDigits, tall)
        : comfortable;
  }

  /** The largest font in which the longest total fits below its column; null where none does. */
  private @Nullable CanvasFont totals(Sheet sheet, double leastDigits) {
    String longest = "";
    for (int answer = firstColumn(); answer <= lastColumn(sheet); answer++) {
      String text = sheet.answers(answer);
      longest = text.length() > longest.length() ? text : longest;
    }
    return fitting(longest, at.cellWidth() - 3, leastDigits, FIGURES.size());
  }

  private static @Nullable CanvasFont fitting(
      String text, double width, double least, double most) {
    for (CanvasFont font : DIGITS) {
      boolean isReadable = font.size() >= least && font.size() <= most;
      if (isReadable && font.width(text) <= width) {
        return font;
      }
    }
    return null;
  }

  private void paintCell(Sheet sheet, int truth, int answer, @Nullable CanvasFont digits) {
    double gap = at.cellWidth() >= 20 ? 2 : 1;
    double arc = at.cellWidth() >= 20 ? 8 : 0;
    double weight = sheet.weight(truth, answer);
    Color behind = colours.cells().cell(sheet.isDifference(), truth == answer, weight);
    if (weight != 0 || truth == answer) {
      ink.fillRect(behind, x(answer), y(truth), at.cellWidth() - gap, at.cellHeight() - gap, arc);
    }
    if (digits != null) {
      String text = sheet.text(truth, answer);
      ink.text(
          text,
          digits,
          text.equals("·") ? colours.muted() : Contrast.blackOrWhite(behind),
          Align.CENTER,
          x(answer) + (at.cellWidth() - gap) / 2,
          y(truth) + (at.cellHeight() - gap) / 2);
    } else if (sheet.isDifference() && weight != 0) {
      paintSign(
          Contrast.blackOrWhite(behind),
          weight > 0,
          Math.floor(x(answer) + (at.cellWidth() - gap) / 2),
          Math.floor(y(truth) + (at.cellHeight() - gap) / 2));
    }
  }

  /**
   * A plus or a minus around a point, where there is no room for digits to tell more from fewer.
   */
  private void paintSign(Color colour, boolean plus, double x, double y) {
    ink.fillRect(colour, x - 2, y, 5, 1, 0);
    if (plus) {
      ink.fillRect(colour, x, y - 2, 1, 5, 0);
    }
  }

  private void paintRows(Sheet sheet, List<String> names) {
    int every = MatrixLayout.namesEvery(at.cellHeight(), 13);
    for (int truth = firstRow(); truth <= lastRow(sheet); truth++) {
      double middle = y(truth) + at.cellHeight() / 2 - 1;
      boolean inside = middle > at.top() && middle < at.top() + at.shownHeight();
      if (truth % every == 0 && inside) {
        String name = MatrixLayout.NAME.fitted(names.get(truth), at.nameRoom());
        ink.text(name, MatrixLayout.NAME, colours.muted(), Align.RIGHT, at.left() - 8, middle);
        for (int i = 0; i < at.figures(); i++) {
          String figure = sheet.figure(SHOWN.get(i), truth);
          ink.text(figure, FIGURES, colours.text(), Align.RIGHT, figuresEnd(i), middle);
        }
      }
    }
  }

  private double figuresEnd(int column) {
    return at.left() + at.shownWidth() + (column + 1) * MatrixLayout.FIGURE - 2;
  }

  private void paintColumns(Sheet sheet, List<String> names, @Nullable CanvasFont totals) {
    int every = MatrixLayout.namesEvery(at.cellWidth(), at.rising() ? 14 : widestName(names) + 6);
    double foot = at.top() + at.shownHeight() + MatrixLayout.FOOT / 2;
    for (int answer = firstColumn(); answer <= lastColumn(sheet); answer++) {
      double middle = x(answer) + at.cellWidth() / 2 - 1;
      boolean inside = middle > at.left() && middle < at.left() + at.shownWidth();
      if (answer % every == 0 && inside) {
        paintName(names.get(answer), middle);
        if (totals != null) {
          ink.text(sheet.answers(answer), totals, colours.muted(), Align.CENTER, middle, foot);
        }
      }
    }
    CanvasFont all = totals == null ? FIGURES : totals; // the share of all stands there, too
    ink.text(MatrixLayout.all(), all, colours.muted(), Align.RIGHT, at.left() - 8, foot);
    for (int i = 0; i < at.figures(); i++) {
      String title = SHOWN.get(i).title();
      ink.text(title, FIGURES, colours.muted(), Align.RIGHT, figuresEnd(i), at.top() - 12);
    }
    ink.text(sheet.accuracy(), FIGURES, colours.text(), Align.RIGHT, figuresEnd(0), foot);
  }

  private static double widestName(List<String> names) {
    return names.stream().mapToDouble(MatrixLayout.NAME::width).max().orElse(0);
  }

  private void paintName(String name, double middle) {
    if (!at.rising()) {
      ink.text(name, MatrixLayout.NAME, colours.muted(), Align.CENTER, middle, at.top() - 12);
      return;
    }
    String fitted = MatrixLayout.NAME.fitted(name, at.nameRoom());
    ink.risingText(fitted, MatrixLayout.NAME, colours.muted(), middle - 2, at.top() - 8);
  }

  /** Marks a cell that is chosen, or where the keyboard is. */
  void outline(int truth, int answer, Color colour, double width) {
    double gap = at.cellWidth() >= 20 ? 2 : 1;
    double arc = at.cellWidth() >= 20 ? 8 : 0;
    double wide = at.cellWidth() - gap;
    double high = at.cellHeight() - gap;
    ink.within(
        at.left() - 2,
        at.top() - 2,
        at.shownWidth() + 4,
        at.shownHeight() + 4,
        () -> ink.strokeRect(colour, width, x(answer), y(truth), wide, high, arc));
  }
}
