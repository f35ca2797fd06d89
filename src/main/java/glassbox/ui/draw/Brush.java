package glassbox.ui.draw;

/**
 * What a line is drawn with.
 *
 * @param radius in pixels of the sketch
 * @param isSoft whether it fades towards its edge
 * @param isEraser whether it leaves paper instead of ink
 */
record Brush(double radius, boolean isSoft, boolean isEraser) {
  /** How much of a pixel it covers whose middle is so far from the line, in [0, 1]. */
  double coverage(double distance) {
    double hard = Math.clamp(radius + 0.5 - distance, 0, 1);
    double share = Math.clamp(1 - distance / (1.5 * radius), 0, 1);
    return isSoft ? Math.min(1, 1.6 * share * share * (3 - 2 * share)) : hard;
  }

  /** From this distance on it covers nothing. */
  double reach() {
    return isSoft ? 1.5 * radius : radius + 0.5;
  }
}
