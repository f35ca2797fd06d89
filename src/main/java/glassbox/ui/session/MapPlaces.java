package glassbox.ui.session;

import glassbox.analysis.Placement;
import glassbox.analysis.Procrustes;
import glassbox.linalg.Matrix;
import org.jspecify.annotations.Nullable;

/** Makes the places that methods give comparable from one time to the next. */
final class MapPlaces {
  private MapPlaces() {}

  /**
   * Images at positions [N x 2] that are turned and mirrored so that they drift from where they
   * were and do not jump, within a square from -1 to 1.
   *
   * @param last where they were; null, or of another number, where they were nowhere
   */
  static Placement drifted(int[] images, Matrix positions, @Nullable Placement last) {
    boolean comparable = last != null && last.count() == images.length;
    Matrix turned =
        comparable && last != null ? Procrustes.aligned(positions, places(last)) : positions;
    return new Placement(images, withinASquare(turned));
  }

  private static Matrix places(Placement placement) {
    Matrix places = new Matrix(placement.count(), 2);
    for (int i = 0; i < placement.count(); i++) {
      places.set(i, 0, (float) placement.x(i));
      places.set(i, 1, (float) placement.y(i));
    }
    return places;
  }

  private static Matrix withinASquare(Matrix positions) {
    double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int i = 0; i < positions.size(); i++) {
      low[i % 2] = Math.min(low[i % 2], positions.values()[i]);
      high[i % 2] = Math.max(high[i % 2], positions.values()[i]);
    }
    double half = Math.max(Math.max(high[0] - low[0], high[1] - low[1]) / 2, Float.MIN_NORMAL);
    Matrix within = new Matrix(positions.rows(), 2);
    for (int i = 0; i < positions.size(); i++) {
      double centre = (low[i % 2] + high[i % 2]) / 2;
      within.values()[i] = (float) ((positions.values()[i] - centre) / half);
    }
    return within;
  }
}
