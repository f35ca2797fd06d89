package glassbox.ui.curves;

/**
 * Something that happened after so many steps.
 *
 * @param words that stand beside the line where there is room
 */
record VerticalMark(Kind kind, double step, String words) {
  /** What happened; what matters more comes later and lies on top. */
  enum Kind {
    EPOCH("epoch"),
    CHANGE("change"),
    DIVERGENCE("divergence");

    private final String style;

    Kind(String style) {
      this.style = style;
    }

    /** Style class of its line and words. */
    String style() {
      return style;
    }
  }
}
