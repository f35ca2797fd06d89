package glassbox.ui.present;

import glassbox.ui.words.Words;

/** What can be shown large. */
public enum Slide {
  CURVES,
  IMAGES,
  MATRIX,
  MAP,
  DRAWING;

  String title() {
    return Words.of("present.slide." + name().toLowerCase(java.util.Locale.ROOT));
  }
}
