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
    /** Of a run beside the one that is looked at; its words are a tooltip. */
    OTHER_CHANGE("other-change"),
    CHANGE("change"),
    DIVERGENCE("divergence");

    private final String style;

    Kind(String style) {
      this.style = style;
    }

    /** Whether a setting was changed, which a diamond on the axis tells. */
    boolean isChange() {
      return this == CHANGE || this == OTHER_CHANGE;
    }

    /** Style class of its line and words. */
    String style() {
      return style;
    }
  }
}
