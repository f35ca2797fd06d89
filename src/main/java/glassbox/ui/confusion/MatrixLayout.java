package glassbox.ui.confusion;

import glassbox.ui.confusion.Sheet.Figure;
import glassbox.ui.controls.CanvasFont;
import glassbox.ui.words.Words;
import java.util.List;
import javafx.scene.text.FontWeight;

/**
 * Where everything stands, in points: names at the left and above, cells, figures at the right,
 * totals below. Cells are as large as there is room for; where they would be too small to be hit,
 * the matrix is larger than its window and scrolls.
 *
 * @param left where the cells begin
 * @param top where the cells begin
 * @param cellWidth from one cell to the next
 * @param cellHeight from one cell to the next
 * @param figures how many columns of figures there is room for
 * @param rising whether the names above rise because they are too wide
 * @param shownWidth how much of the cells is to be seen at a time
 * @param shownHeight how much of the cells is to be seen at a time
 */
record MatrixLayout(
    double left,
    double top,
    double cellWidth,
    double cellHeight,
    int figures,
    boolean rising,
    double shownWidth,
    double shownHeight) {
  static final CanvasFont NAME = new CanvasFont(12, FontWeight.SEMI_BOLD);
  static final double FIGURE = 60;
  static final double FOOT = 24;

  /** What stands before the totals. */
  static String all() {
    return Words.of("confusion.all");
  }

  private static final double SMALLEST = 9;
  private static final double LARGEST = 76;
  private static final double COMFORTABLE = 38;
  private static final double LONGEST_NAME = 96;
  private static final double GAP = 8;

  /** A layout of a matrix in a room of this size. */
  static MatrixLayout of(List<String> names, double width, double height) {
    double longest = names.stream().mapToDouble(NAME::width).max().orElse(0);
    double nameRoom = Math.min(longest, Math.min(LONGEST_NAME, 0.22 * width));
    double left = Math.ceil(Math.max(nameRoom, NAME.width(all())) + GAP);
    int classes = names.size();
    int figures = Figure.values().length;
    while (figures > 1 && (width - left - figures * FIGURE) / classes < COMFORTABLE) {
      figures--;
    }
    double room = Math.max(SMALLEST, width - left - figures * FIGURE);
    double cellWidth = Math.clamp(Math.floor(room / classes), SMALLEST, LARGEST);
    boolean rising = longest > cellWidth - 4 && classes <= 64;
    double top = rising ? Math.ceil(0.72 * nameRoom + 16) : 24;
    double tall = Math.floor((height - top - FOOT) / classes);
    double cellHeight = Math.clamp(tall, SMALLEST, Math.min(LARGEST, 1.3 * cellWidth));
    double shownWidth = Math.min(classes * cellWidth, room);
    double shownHeight = Math.min(classes * cellHeight, Math.max(cellHeight, height - top - FOOT));
    return new MatrixLayout(
        left, top, cellWidth, cellHeight, figures, rising, shownWidth, shownHeight);
  }

  /** How wide a name at the left may be. */
  double nameRoom() {
    return left - GAP;
  }

  double hiddenWidth(int classes) {
    return Math.max(0, classes * cellWidth - shownWidth);
  }

  double hiddenHeight(int classes) {
    return Math.max(0, classes * cellHeight - shownHeight);
  }

  /** Every how many classes a name has room above. */
  static int namesEvery(double size, double needed) {
    return Math.max(1, (int) Math.ceil(needed / size));
  }
}
