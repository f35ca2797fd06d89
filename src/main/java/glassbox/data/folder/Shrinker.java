package glassbox.data.folder;

import glassbox.data.Picture;
import java.util.Arrays;

/**
 * Brings pictures to another size: each new pixel is a mean of those around the point that it comes
 * from, weighted by a triangle as wide as two new pixels, or two old ones where it is enlarged. A
 * picture that has the size already stays as it is.
 */
final class Shrinker {
  private Shrinker() {}

  /** The old pixels that a new one is made of: their first, and a weight for each. */
  private record Taps(int first, float[] weights) {}

  /** The part of a placed picture that lies on the image; black beside it. */
  static byte[] draw(Picture picture, Placement place, ImportOptions to) {
    Taps[] rows = taps(picture.height(), place.top(), place.height(), to.height());
    Taps[] columns = taps(picture.width(), place.left(), place.width(), to.width());
    float[] line = new float[picture.width()];
    byte[] image = new byte[to.height() * to.width()];
    for (int row = 0; row < to.height(); row++) {
      mix(picture.gray(), rows[row], line);
      for (int column = 0; column < to.width(); column++) {
        if (place.covers(row, column)) {
          image[row * to.width() + column] = (byte) Math.round(mean(line, columns[column]));
        }
      }
    }
    return image;
  }

  /**
   * Along one side.
   *
   * @param old pixels of the picture
   * @param start where it begins on the image
   * @param length pixels that it takes there
   * @param count pixels of the image
   */
  private static Taps[] taps(int old, double start, double length, int count) {
    double step = old / length;
    double reach = Math.max(1, step);
    Taps[] taps = new Taps[count];
    for (int i = 0; i < count; i++) {
      taps[i] = around((i + 0.5 - start) * step - 0.5, reach, old);
    }
    return taps;
  }

  private static Taps around(double middle, double reach, int old) {
    int first = Math.clamp((long) Math.ceil(middle - reach), 0, old - 1);
    int last = Math.clamp((long) Math.floor(middle + reach), first, old - 1);
    float[] weights = new float[last - first + 1];
    double sum = 0;
    for (int i = first; i <= last; i++) {
      double weight = Math.max(0, 1 - Math.abs(i - middle) / reach);
      weights[i - first] = (float) weight;
      sum += weight;
    }
    if (sum == 0) { // beside the picture: never looked at
      weights[0] = 1;
      sum = 1;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= (float) sum;
    }
    return new Taps(first, weights);
  }

  private static void mix(byte[] gray, Taps rows, float[] line) {
    Arrays.fill(line, 0);
    for (int r = 0; r < rows.weights().length; r++) {
      int from = (rows.first() + r) * line.length;
      float weight = rows.weights()[r];
      for (int i = 0; i < line.length; i++) {
        line[i] += weight * (gray[from + i] & 0xff);
      }
    }
  }

  private static float mean(float[] line, Taps columns) {
    float mean = 0;
    for (int i = 0; i < columns.weights().length; i++) {
      mean += columns.weights()[i] * line[columns.first() + i];
    }
    return mean;
  }
}
