package glassbox.ui.data;

import glassbox.ui.controls.GrayImages;

/**
 * Where the cells of a grid stand.
 *
 * @param columns cells in a row
 * @param multiple by what a pixel is enlarged
 * @param cellWidth points from one cell to the next
 * @param cellHeight points from one row to the next
 */
record GridLayout(Cells cells, int columns, int multiple, double cellWidth, double cellHeight) {
  static final double GAP = 8;
  static final double BETWEEN = 4;
  private static final double CAPTION = 18;
  private static final double NARROWEST = 64;

  /**
   * Fits cells to a width, of which more than one row leaves nothing over.
   *
   * @param points the longer side of an image
   */
  static GridLayout of(Cells cells, double width, int points, boolean captions) {
    int multiple = GrayImages.multiple(cells.height(), cells.width(), points);
    double images = cells.images() * cells.width() * multiple + (cells.images() - 1) * BETWEEN;
    double wide = Math.max(captions ? NARROWEST : 0, images) + GAP;
    double high = cells.height() * multiple + (captions ? CAPTION : 0) + GAP;
    int columns = Math.max(1, (int) (width / wide));
    double spread = cells.count() > columns ? Math.max(wide, Math.floor(width / columns)) : wide;
    return new GridLayout(cells, columns, multiple, spread, high);
  }

  int rows() {
    return Math.ceilDiv(cells.count(), columns);
  }

  double height() {
    return rows() * cellHeight;
  }

  double x(int index) {
    return index % columns * cellWidth + GAP / 2;
  }

  double y(int index) {
    return (double) (index / columns) * cellHeight + GAP / 2;
  }

  /** The cell at a place of the whole grid, or -1. */
  int at(double x, double y) {
    int column = (int) Math.floor(x / cellWidth);
    int row = (int) Math.floor(y / cellHeight);
    int index = row * columns + column;
    boolean inside = column >= 0 && column < columns && row >= 0 && index < cells.count();
    return inside ? index : -1;
  }

  double imagesWidth() {
    return cells.images() * cells.width() * multiple + (cells.images() - 1) * BETWEEN;
  }
}
