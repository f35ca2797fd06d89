package glassbox.analysis;

import glassbox.linalg.Matrix;

/** Images and where they lie on a plane. */
public final class Placement {
  private final int[] images;
  private final Matrix positions;

  /**
   * Holds arrays that nobody changes any more.
   *
   * @param images their numbers in a set
   * @param positions [N x 2], one for each
   */
  public Placement(int[] images, Matrix positions) {
    if (images.length != positions.rows() || positions.columns() != 2) {
      throw new IllegalArgumentException(
          "%d images need as many positions, got %s".formatted(images.length, positions.shape()));
    }
    this.images = images;
    this.positions = positions;
  }

  /** N. */
  public int count() {
    return images.length;
  }

  /** The number of an image in its set; place is in [0, N). */
  public int image(int place) {
    return images[place];
  }

  public double x(int place) {
    return positions.get(place, 0);
  }

  public double y(int place) {
    return positions.get(place, 1);
  }
}
