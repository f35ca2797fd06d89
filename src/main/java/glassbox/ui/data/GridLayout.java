package glassbox.ui.data;

import glassbox.ui.controls.ScreenPixels;

/**
 * Where the cells of a grid stand.
 *
 * @param columns cells in a row
 * @param multiple how many pixels of the screen a pixel is wide
 * @param perPoint pixels of the screen
 * @param cellWidth points from one cell to the next
 * @param cellHeight points from one row to the next
 */
record GridLayout(
    Cells cells, int columns, int multiple, double perPoint, double cellWidth, double cellHeight) {
  static final double GAP = 8;
  static final double BETWEEN = 4;
  private static final double CAPTION = 18;
  private static final int LARGEST = 8;
  private static final double NARROWEST = 64;

  /**
   * How large images are to be.
   *
   * @param points the longer side of an image; 0: as large as all of them fit
   * @param captions whether there is a line below each
   * @param perPoint pixels of the screen
   */
  record Size(int points, boolean captions, double perPoint) {
    Size on(double newPerPoint) {
      return new Size(points, captions, newPerPoint);
    }
  }

  /** Fits cells to a room, of whose width more than one row leaves nothing over. */
  static GridLayout of(Cells cells, double width, double height, Size size) {
    if (size.points() > 0) {
      return of(
          cells,
          width,
          ScreenPixels.multiple(cells.height(), cells.width(), size.points(), size.perPoint()),
          size);
    }
    int multiple = (int) Math.max(1, LARGEST * size.perPoint());
    GridLayout layout = of(cells, width, multiple, size);
    while (multiple > 1 && !layout.fits(width, height)) {
      layout = of(cells, width, --multiple, size);
    }
    return layout;
  }

  private static GridLayout of(Cells cells, double width, int multiple, Size size) {
    double points = multiple / size.perPoint();
    double images = cells.images() * cells.width() * points + (cells.images() - 1) * BETWEEN;
    double wide = Math.max(size.captions() ? NARROWEST : 0, images) + GAP;
    double high = cells.height() * points + (size.captions() ? CAPTION : 0) + GAP;
    int columns = Math.max(1, (int) (width / wide));
    double spread = cells.count() > columns ? Math.max(wide, Math.floor(width / columns)) : wide;
    return new GridLayout(cells, columns, multiple, size.perPoint(), spread, high);
  }

  private boolean fits(double width, double height) {
    return height() <= height && cellWidth <= width;
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
    return cells.images() * cells.width() * multiple / perPoint + (cells.images() - 1) * BETWEEN;
  }
}
