package glassbox.ui.tour;

import glassbox.ui.words.Words;

/**
 * A card of the tour.
 *
 * @param target what it points at, as a lookup in the window
 */
record Stop(String target, String name) {
  String title() {
    return Words.of("tour." + name);
  }

  String text() {
    return Words.of("tour." + name + ".text");
  }
}
