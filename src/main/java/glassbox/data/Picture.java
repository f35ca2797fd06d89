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
}
