package glassbox.ui.controls;

import javafx.scene.paint.Color;

/** What can be read on what. */
public final class Contrast {
  private Contrast() {}

  /** Black or white: the one that contrasts more, by at least 4.5. */
  public static Color blackOrWhite(Color behind) {
    return ratio(Color.BLACK, behind) >= ratio(Color.WHITE, behind) ? Color.BLACK : Color.WHITE;
  }

  /** The contrast ratio of WCAG 2.2, from 1 to 21. */
  public static double ratio(Color one, Color other) {
    double light = Math.max(luminance(one), luminance(other));
    double dark = Math.min(luminance(one), luminance(other));
    return (light + 0.05) / (dark + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
