package glassbox.data;

/**
 * One gray picture of any size.
 *
 * @param gray height * width unsigned bytes, row by row, 0 black to 255 white; nobody changes them
 *     any more
 */
public record Picture(byte[] gray, int height, int width) {
  public Picture {
    if (height < 1 || width < 1 || (long) height * width != gray.length) {
      throw new IllegalArgumentException(
          "a picture must have height * width pixels, got %d x %d with %d"
              .formatted(height, width, gray.length));
    }
  }

  /** One pixel in [0, 255]. */
  public int pixel(int row, int column) {
    return gray[row * width + column] & 0xff;
  }

  /** As large as the given size allows, on paper of its own border's gray level. */
  public Picture fitted(int toHeight, int toWidth) {
    Picture scaled = Scaling.into(this, toHeight, toWidth);
    byte[] fitted = new byte[toHeight * toWidth];
    java.util.Arrays.fill(fitted, (byte) Inking.paper(this));
    int top = (toHeight - scaled.height()) / 2;
    int left = (toWidth - scaled.width()) / 2;
    for (int row = 0; row < scaled.height(); row++) {
      System.arraycopy(
          scaled.gray(),
          row * scaled.width(),
          fitted,
          (top + row) * toWidth + left,
          scaled.width());
    }
    return new Picture(fitted, toHeight, toWidth);
  }

  /**
   * The gray level of a colour, by Rec. 601: Y = 0.299 R + 0.587 G + 0.114 B.
   *
   * @param argb with alpha in the uppermost byte, seen over white
   * @return in [0, 255]
   */
  public static int luminance(int argb) {
    int red = argb >> 16 & 0xff;
    int green = argb >> 8 & 0xff;
    int blue = argb & 0xff;
    float alpha = (argb >>> 24) / 255f;
    float level = (299 * red + 587 * green + 114 * blue) / 1000f;
    return Math.round(alpha * level + 255 * (1 - alpha));
  }
}
