package glassbox.data;

/** Brings pictures to another size: every new pixel is the mean of the area that it covers. */
final class Scaling {
  private Scaling() {}

  /** As large as a box allows without changing the ratio of the sides; at least one pixel. */
  static Picture into(Picture picture, int boxHeight, int boxWidth) {
    double factor =
        Math.min((double) boxHeight / picture.height(), (double) boxWidth / picture.width());
    int height = Math.clamp(Math.round(picture.height() * factor), 1, boxHeight);
    int width = Math.clamp(Math.round(picture.width() * factor), 1, boxWidth);
    return to(picture, height, width);
  }

  static Picture to(Picture picture, int height, int width) {
    if (height == picture.height() && width == picture.width()) {
      return picture;
    }
    float[] narrow = new float[picture.height() * width]; // columns first, then rows
    float[] line = new float[Math.max(picture.height(), picture.width())];
    float[] means = new float[Math.max(height, width)];
    for (int row = 0; row < picture.height(); row++) {
      for (int column = 0; column < picture.width(); column++) {
        line[column] = picture.pixel(row, column);
      }
      average(line, picture.width(), means, width);
      System.arraycopy(means, 0, narrow, row * width, width);
    }
    byte[] gray = new byte[height * width];
    for (int column = 0; column < width; column++) {
      for (int row = 0; row < picture.height(); row++) {
        line[row] = narrow[row * width + column];
      }
      average(line, picture.height(), means, height);
      for (int row = 0; row < height; row++) {
        gray[row * width + column] = (byte) Math.round(means[row]);
      }
    }
    return new Picture(gray, height, width);
  }

  /** The means of n equal parts of a line of m pixels. */
  private static void average(float[] line, int m, float[] means, int n) {
    double part = (double) m / n;
    for (int i = 0; i < n; i++) {
      double from = i * part;
      double to = Math.min(m, from + part);
      double sum = 0;
      for (int at = (int) from; at < to; at++) {
        sum += line[at] * (Math.min(to, at + 1) - Math.max(from, at));
      }
      means[i] = (float) (sum / (to - from));
    }
  }
}
