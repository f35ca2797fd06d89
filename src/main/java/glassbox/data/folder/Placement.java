package glassbox.data.folder;

/**
 * Where a picture comes to lie on an image: its edges in pixels of the image, which may be outside.
 *
 * @param top row of its upper edge
 * @param left column of its left edge
 * @param height rows that it takes
 * @param width columns that it takes
 */
record Placement(double top, double left, double height, double width) {
  /** Places a picture of a size on an image of another. */
  static Placement of(int pictureHeight, int pictureWidth, ImportOptions options) {
    double down = (double) options.height() / pictureHeight;
    double across = (double) options.width() / pictureWidth;
    return switch (options.fit()) {
      case STRETCH -> new Placement(0, 0, options.height(), options.width());
      case CONTAIN -> centred(pictureHeight, pictureWidth, Math.min(down, across), options);
      case COVER -> centred(pictureHeight, pictureWidth, Math.max(down, across), options);
    };
  }

  /** In whole pixels, so that its edges are as sharp as they were. */
  private static Placement centred(int height, int width, double scale, ImportOptions options) {
    double high = Math.max(1, Math.round(height * scale));
    double wide = Math.max(1, Math.round(width * scale));
    return new Placement(
        Math.floor((options.height() - high) / 2),
        Math.floor((options.width() - wide) / 2),
        high,
        wide);
  }

  boolean covers(int row, int column) {
    return row >= top && row < top + height && column >= left && column < left + width;
  }
}
