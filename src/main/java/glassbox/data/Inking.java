package glassbox.data;

/**
 * How the ink of a picture is told from its paper and made bright on black.
 *
 * @param polarity whether the ink is darker than the paper
 * @param threshold gray level in [0, 255] between the two, after dark ink has been made bright;
 *     {@link #OTSU} to find it, {@link #SHADES} for none
 */
public record Inking(Polarity polarity, int threshold) {
  /** The threshold that parts the gray levels best (Otsu 1979). */
  public static final int OTSU = -1;

  /** None: what is brighter than the paper keeps its shades. */
  public static final int SHADES = -2;

  /** What the border says, and Otsu's threshold. */
  public static final Inking AUTO = new Inking(Polarity.AUTO, OTSU);

  private static final int WHITE = 255;

  /** Which is darker, ink or paper. */
  public enum Polarity {
    /** The paper is what the border of the picture shows. */
    AUTO,
    /** Dark ink on bright paper, as in photos. */
    DARK_INK,
    /** Bright ink on black, as in MNIST. */
    BRIGHT_INK
  }

  public Inking {
    if (threshold < SHADES || threshold > WHITE) {
      throw new IllegalArgumentException(
          "threshold must be in [0, 255], -1 or -2, got %d".formatted(threshold));
    }
  }

  public Inking withPolarity(Polarity other) {
    return new Inking(other, threshold);
  }

  public Inking withThreshold(int other) {
    return new Inking(polarity, other);
  }

  /** Whether a picture has dark ink. */
  public boolean isDark(Picture picture) {
    return switch (polarity) {
      case DARK_INK -> true;
      case BRIGHT_INK -> false;
      case AUTO -> paper(picture) > WHITE / 2;
    };
  }

  /** The mean gray level along the border. */
  public static int paper(Picture picture) {
    long sum = 0;
    int count = 0;
    for (int row = 0; row < picture.height(); row++) {
      boolean edge = row == 0 || row == picture.height() - 1;
      for (int column = 0; column < picture.width(); column++) {
        if (edge || column == 0 || column == picture.width() - 1) {
          sum += picture.pixel(row, column);
          count++;
        }
      }
    }
    return (int) (sum / count);
  }

  /** The threshold that is used for a picture. */
  public int thresholdFor(Picture picture) {
    return threshold < 0 ? Histogram.of(bright(picture)).otsu() : threshold;
  }

  /**
   * Ink bright on black. A picture that is so already stays as it is where the threshold is not
   * given; otherwise what is below the threshold becomes black and what is above white, with a
   * slope between that keeps the edges smooth.
   */
  public Picture apply(Picture picture) {
    Picture bright = bright(picture);
    Histogram histogram = Histogram.of(bright);
    if (threshold < 0 && histogram.shareOfBlack() >= (isDark(picture) ? 0.5 : 0.1)) {
      return bright;
    }
    if (threshold == SHADES) {
      int paper = paper(bright);
      return sloped(bright, (WHITE + paper) / 2.0, Math.max(1, WHITE - paper));
    }
    int middle = threshold == OTSU ? histogram.otsu() : threshold;
    return sloped(bright, middle, Math.max(1, histogram.distanceOfMeans(middle) / 2));
  }

  /** Black below the middle by half the width, white above by half, and a straight line between. */
  private static Picture sloped(Picture picture, double middle, double width) {
    byte[] gray = new byte[picture.gray().length];
    for (int i = 0; i < gray.length; i++) {
      double share = ((picture.gray()[i] & 0xff) - middle) / width + 0.5;
      gray[i] = (byte) Math.round(WHITE * Math.clamp(share, 0, 1));
    }
    return new Picture(gray, picture.height(), picture.width());
  }

  private Picture bright(Picture picture) {
    return isDark(picture) ? inverted(picture) : picture;
  }

  private static Picture inverted(Picture picture) {
    byte[] gray = new byte[picture.gray().length];
    for (int i = 0; i < gray.length; i++) {
      gray[i] = (byte) (WHITE - (picture.gray()[i] & 0xff));
    }
    return new Picture(gray, picture.height(), picture.width());
  }
}
