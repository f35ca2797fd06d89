package glassbox.ui.life;

/**
 * From steps to points.
 *
 * @param steps at the right end, at least 1
 * @param width in points
 */
record LifeScale(long steps, double width) {
  double x(long step) {
    return width * Math.min(step, steps) / steps;
  }

  long step(double x) {
    return Math.clamp(Math.round(x / width * steps), 0, steps);
  }
}
