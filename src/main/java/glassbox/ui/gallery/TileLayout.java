package glassbox.ui.gallery;

import glassbox.data.ImageSet;

/**
 * Where tiles stand: in rows from the upper left, in points.
 *
 * @param imageWidth of an enlarged image
 * @param imageHeight of an enlarged image
 * @param captionLines below an image; 0 where they would be wider than it
 * @param columns tiles in a row
 * @param across from one tile to the next
 */
record TileLayout(
    double imageWidth, double imageHeight, int captionLines, int columns, double across) {
  static final double LINE = 15;

  private static final double GAP = 6;
  private static final double SHORT_CAPTION = 68;
  private static final double LONG_CAPTION = 84;
  private static final double LEAST_CAPTIONED = 36; // 28 pixels of the screen at 75 %

  /**
   * A layout for images of this size.
   *
   * @param points how many points a pixel is wide
   * @param shortNames whether a caption fits on one line
   */
  static TileLayout of(ImageSet images, double points, boolean shortNames, double width) {
    double imageWidth = images.width() * points;
    double imageHeight = images.height() * points;
    boolean captions = imageWidth >= LEAST_CAPTIONED;
    double caption = captions ? shortNames ? SHORT_CAPTION : LONG_CAPTION : 0;
    double least = Math.max(imageWidth + GAP, caption);
    int columns = Math.max(1, (int) (width / least));
    double across = Math.min(Math.floor(width / columns), least + 12);
    return new TileLayout(
        imageWidth, imageHeight, captions ? shortNames ? 1 : 3 : 0, columns, across);
  }

  /** From one row to the next. */
  double down() {
    return imageHeight + captionLines * LINE + (captionLines > 0 ? 10 : GAP);
  }

  int rows(int images) {
    return (images + columns - 1) / columns;
  }

  /** How high all of them are. */
  double height(int images) {
    return rows(images) * down();
  }
}
