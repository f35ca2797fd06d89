package glassbox.format;

import java.awt.Color;

/** The colours of the light theme, as in the window; train and validation are Okabe and Ito's. */
final class Palette {
  static final Color BACKGROUND = new Color(0xf6f8fa);
  static final Color CARD = Color.WHITE;
  static final Color LINE = new Color(0xd1d9e0);
  static final Color GRID = new Color(0xe6eaef);
  static final Color NEUTRAL = new Color(0xe9edf2);
  static final Color TEXT = new Color(0x1f2328);
  static final Color MUTED = new Color(0x59636e);
  static final Color TRAIN = new Color(0x0072b2);
  static final Color TRAIN_RAW = new Color(0xa9cfe6);
  static final Color VALIDATION = new Color(0xd55e00);
  static final Color CORRECT = new Color(0x1a7f37);
  static final Color INCORRECT = new Color(0xcf222e);

  private Palette() {}

  /** A colour between two, at share 0 the first, at 1 the second. */
  static Color between(Color first, Color second, double share) {
    return new Color(
        mix(first.getRed(), second.getRed(), share),
        mix(first.getGreen(), second.getGreen(), share),
        mix(first.getBlue(), second.getBlue(), share));
  }

  private static int mix(int first, int second, double share) {
    return (int) Math.round(first + (second - first) * share);
  }
}
