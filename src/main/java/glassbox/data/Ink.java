package glassbox.data;

/**
 * Where the ink of a picture is, bright on black: the box of all pixels that are not black, and the
 * centre of mass, weighed by brightness.
 *
 * @param top first row with ink
 * @param left first column with ink
 * @param height rows from the first to the last with ink; 0 where there is none
 * @param width columns from the first to the last with ink; 0 where there is none
 * @param centreRow mean row, the middle of the first one being 0.5
 * @param centreColumn mean column, likewise
 */
record Ink(int top, int left, int height, int width, double centreRow, double centreColumn) {
  static Ink of(Picture picture) {
    int top = picture.height();
    int left = picture.width();
    int bottom = -1;
    int right = -1;
    double mass = 0;
    double rows = 0;
    double columns = 0;
    for (int row = 0; row < picture.height(); row++) {
      for (int column = 0; column < picture.width(); column++) {
        int level = picture.pixel(row, column);
        if (level > 0) {
          top = Math.min(top, row);
          bottom = row;
          left = Math.min(left, column);
          right = Math.max(right, column);
          mass += level;
          rows += level * (row + 0.5);
          columns += level * (column + 0.5);
        }
      }
    }
    return mass == 0
        ? new Ink(0, 0, 0, 0, middle(picture.height()), middle(picture.width()))
        : new Ink(top, left, bottom - top + 1, right - left + 1, rows / mass, columns / mass);
  }

  /**
   * Where MNIST has the centre of mass of every image, within half a pixel: in the middle of the
   * pixel behind the frame's middle, as its images show.
   */
  static double middle(int side) {
    return side / 2 + 0.5;
  }

  boolean isEmpty() {
    return height == 0;
  }

  /** The larger of the shares of the picture's height and width that the ink takes, in (0, 1]. */
  double extent(Picture of) {
    return Math.max((double) height / of.height(), (double) width / of.width());
  }

  /** How far the centre of mass is from the middle, in pixels. */
  double offset(Picture of) {
    double down = centreRow - middle(of.height());
    double right = centreColumn - middle(of.width());
    return Math.hypot(down, right);
  }
}
