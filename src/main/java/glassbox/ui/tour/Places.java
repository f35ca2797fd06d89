package glassbox.ui.tour;

import javafx.geometry.Bounds;
import javafx.scene.layout.Region;

/**
 * Where a card stands beside what it points at: below, above, at its right or left, wherever it
 * fits into the window; otherwise over it.
 *
 * @param seen what is pointed at
 */
record Places(Bounds seen, double width, double height) {
  private static final double GAP = 16;

  static Places beside(Bounds seen, double width, double height) {
    return new Places(seen, width, height);
  }

  void put(Region card) {
    double wide = card.getWidth();
    double tall = card.getHeight();
    double middleX = seen.getCenterX() - wide / 2;
    double middleY = seen.getCenterY() - tall / 2;
    if (seen.getMaxY() + GAP + tall + GAP <= height && seen.getHeight() < height / 2) {
      place(card, middleX, seen.getMaxY() + GAP);
    } else if (seen.getMinY() - GAP - tall >= GAP) {
      place(card, middleX, seen.getMinY() - GAP - tall);
    } else if (seen.getMaxX() + GAP + wide + GAP <= width) {
      place(card, seen.getMaxX() + GAP, middleY);
    } else if (seen.getMinX() - GAP - wide >= GAP) {
      place(card, seen.getMinX() - GAP - wide, middleY);
    } else {
      place(card, middleX, middleY);
    }
  }

  private void place(Region card, double x, double y) {
    card.relocate(
        Math.round(Math.clamp(x, GAP, Math.max(GAP, width - card.getWidth() - GAP))),
        Math.round(Math.clamp(y, GAP, Math.max(GAP, height - card.getHeight() - GAP))));
  }
}
