package glassbox.nn;

/** Numbers in recipe texts such as {@code "dropout 0.2"}. */
final class Numbers {
  private Numbers() {}

  static double parse(String word, String what) {
    if (!word.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
      throw new IllegalArgumentException(what + " must be a number, got \"" + word + "\"");
    }
    return Double.parseDouble(word);
  }

  /** Without a trailing ".0". */
  static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
