package glassbox.ui.present;

/** What can be shown large. */
public enum Slide {
  CURVES("Curves"),
  IMAGES("Images"),
  MATRIX("Matrix"),
  MAP("Map"),
  DRAWING("Drawing");

  private final String title;

  Slide(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
