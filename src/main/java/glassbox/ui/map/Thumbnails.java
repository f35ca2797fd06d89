package glassbox.ui.map;

import glassbox.data.ImageSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Which of the images in view are large enough apart to be shown as pictures: once few are in view,
 * each that no earlier one covers. The same ones whichever way the map is moved.
 */
final class Thumbnails {
  /** How much of the area in view pictures of a multiple may need. */
  private static final double[] SHARES = {1.6, 0.4, 0.3};

  /** Frame around a picture, in points. */
  static final int FRAME = 2;

  private final MapModel model;
  private final Map<Long, Integer> taken = new HashMap<>();
  private int multiple;
  private double cellWidth;
  private double cellHeight;

  /**
   * Chooses, by the largest multiple that there is room for; none where there is no room.
   *
   * @param points how many points a pixel of the pictures is wide, times their multiple
   */
  Thumbnails(MapModel model, ImageSet images, double points) {
    this.model = model;
    for (int times = SHARES.length; times > 0 && multiple == 0; times--) {
      cellWidth = images.width() * times * points + 2 * FRAME + 2;
      cellHeight = images.height() * times * points + 2 * FRAME + 2;
      multiple = isRoom(SHARES[times - 1]) ? times : 0;
    }
    if (multiple > 0) {
      choose();
    }
  }

  private boolean isRoom(double share) {
    double room = share * model.width() * model.height() / cellWidth / cellHeight;
    int seen = 0;
    for (int place = 0; place < model.drift().count() && seen <= room; place++) {
      seen += model.isShown(place) && model.isInView(place) ? 1 : 0;
    }
    return seen <= room;
  }

  private void choose() {
    double scale = model.viewport().scale();
    for (int place = 0; place < model.drift().count(); place++) {
      double x = scale * model.drift().x(place);
      double y = scale * model.drift().y(place);
      long column = (long) Math.floor(x / cellWidth);
      long row = (long) Math.floor(y / cellHeight);
      if (model.isShown(place) && model.isPicked(place) && isFree(column, row, x, y)) {
        taken.put(key(column, row), place);
      }
    }
  }

  /** Whether no picture in the cells around reaches as far as here. */
  private boolean isFree(long column, long row, double x, double y) {
    double scale = model.viewport().scale();
    for (long c = column - 1; c <= column + 1; c++) {
      for (long r = row - 1; r <= row + 1; r++) {
        Integer other = taken.get(key(c, r));
        if (other != null
            && Math.abs(scale * model.drift().x(other) - x) < cellWidth
            && Math.abs(scale * model.drift().y(other) - y) < cellHeight) {
          return false;
        }
      }
    }
    return true;
  }

  private static long key(long column, long row) {
    return column << 32 ^ row & 0xffff_ffffL;
  }

  /** By how much they are enlarged; 0 where none are shown. */
  int multiple() {
    return multiple;
  }

  /** The places of the images that are shown as pictures. */
  Iterable<Integer> places() {
    return taken.values();
  }
}
