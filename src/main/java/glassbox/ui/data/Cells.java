package glassbox.ui.data;

import java.util.List;

/**
 * What an {@link ImageGrid} shows: images of one size, as many as there may be.
 *
 * @param count how many cells
 * @param height pixels of every image
 * @param width pixels of every image
 * @param images images side by side in a cell
 * @param source gives a cell when it comes into sight
 */
record Cells(int count, int height, int width, int images, Source source) {
  /** Nothing to show. */
  static final Cells NONE = new Cells(0, 1, 1, 1, index -> new Cell(List.of(), "", ""));

  /** Makes cells. */
  interface Source {
    Cell at(int index);
  }

  /**
   * One cell.
   *
   * @param images unsigned bytes, row by row
   * @param caption below it; may be empty
   * @param spoken for those who hear it
   */
  record Cell(List<byte[]> images, String caption, String spoken) {}
}
