package glassbox.ui.curves;

/** How many points may still be worked on in this look, so that the window stays quick. */
final class Allowance {
  private int left;

  Allowance(int points) {
    left = points;
  }

  /** Grants as many of the wanted points as are left. */
  int take(int wanted) {
    int granted = Math.clamp(wanted, 0, left);
    left -= granted;
    return granted;
  }
}
