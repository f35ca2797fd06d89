package glassbox.ui.map;

import glassbox.ui.session.Mapped;

/** Points on their way from where they were to where they are. */
final class Drift {
  static final long NANOS = 400_000_000L;

  private float[] fromX = {};
  private float[] fromY = {};
  private float[] toX = {};
  private float[] toY = {};
  private float[] x = {};
  private float[] y = {};
  private int[] images = {};
  private long start;
  private boolean moving;

  /**
   * Goes to new places from where the points are now; others than before are there at once.
   *
   * @param now the time in nanoseconds
   */
  void to(Mapped mapped, long now) {
    int count = mapped.placement().count();
    boolean same = count == images.length;
    for (int i = 0; same && i < count; i++) {
      same = images[i] == mapped.placement().image(i);
    }
    toX = new float[count];
    toY = new float[count];
    images = new int[count];
    for (int i = 0; i < count; i++) {
      toX[i] = (float) mapped.placement().x(i);
      toY[i] = (float) mapped.placement().y(i);
      images[i] = mapped.placement().image(i);
    }
    fromX = same ? x.clone() : toX;
    fromY = same ? y.clone() : toY;
    x = same ? x : toX.clone();
    y = same ? y : toY.clone();
    start = now;
    moving = same;
  }

  /** No points. */
  void clear() {
    images = new int[0];
    x = new float[0];
    y = new float[0];
    moving = false;
  }

  /** Moves the points to where they are at a time; returns whether anything moved. */
  boolean advance(long now) {
    if (!moving) {
      return false;
    }
    double share = Math.clamp((double) (now - start) / NANOS, 0, 1);
    float eased = (float) (share * share * (3 - 2 * share));
    for (int i = 0; i < x.length; i++) {
      x[i] = fromX[i] + (toX[i] - fromX[i]) * eased;
      y[i] = fromY[i] + (toY[i] - fromY[i]) * eased;
    }
    moving = share < 1;
    return true;
  }

  /** When the points will have arrived, in nanoseconds. */
  long arrival() {
    return start + NANOS;
  }

  int count() {
    return images.length;
  }

  int image(int place) {
    return images[place];
  }

  float x(int place) {
    return x[place];
  }

  float y(int place) {
    return y[place];
  }
}
