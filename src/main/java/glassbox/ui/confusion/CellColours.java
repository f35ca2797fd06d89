package glassbox.ui.confusion;

import javafx.scene.paint.Color;

/**
 * The colours of cells. Mistakes go from the card's colour to one strong one, differences from
 * there to two that everybody can tell apart.
 *
 * @param card behind the cells
 * @param found of the diagonal
 * @param mistake of the most frequent mistake
 * @param more of the largest increase
 * @param fewer of the largest decrease
 */
record CellColours(Color card, Color found, Color mistake, Color more, Color fewer) {
  /** So that a single mistake can be told from none. */
  private static final double FAINTEST = 0.12;

  /**
   * Behind a cell.
   *
   * @param weight as {@link Sheet#weight} gives it
   */
  Color cell(boolean isDifference, boolean isDiagonal, double weight) {
    if (weight == 0) {
      return isDiagonal && !isDifference ? found : card;
    }
    if (isDifference) {
      return mixed(weight > 0 ? more : fewer, Math.abs(weight));
    }
    return isDiagonal ? found : mixed(mistake, weight);
  }

  private Color mixed(Color strong, double weight) {
    return card.interpolate(strong, FAINTEST + (1 - FAINTEST) * weight);
  }
}
