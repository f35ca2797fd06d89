package glassbox.ui.tour;

/**
 * A card of the tour.
 *
 * @param target what it points at, as a lookup in the window
 */
record Stop(String target, String title, String text) {}
