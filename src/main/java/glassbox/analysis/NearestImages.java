package glassbox.analysis;

import glassbox.data.ImageSet;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.nn.Layer;
import glassbox.nn.Network;
import glassbox.nn.Pass;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Which images a network sees as it sees another one: the nearest, by Euclidean distance, among the
 * values that come into its last layer. The values of the N images, [N x H], are computed once.
 */
public final class NearestImages {
  private static final int BATCH = 500;

  private final ImageSet images;
  private final int width;
  private final float[] values; // [N x H]

  /** One of them and how far it is. */
  public record Near(int image, float distance) {}

  private NearestImages(ImageSet images, int width, float[] values) {
    this.images = images;
    this.width = width;
    this.values = values;
  }

  /**
   * Computes the values of images, of the first ones where all would take too much room.
   *
   * @param mostBytes that they may take
   * @param going asked between batches; false ends the work
   * @return null where it was ended
   */
  public static @Nullable NearestImages of(
      Network network, ImageSet images, long mostBytes, BooleanSupplier going) {
    int width = network.layers().getLast().inputs();
    int count = (int) Math.min(images.count(), Math.max(1, mostBytes / Float.BYTES / width));
    ImageSet some = images.slice(0, count);
    Network own = network.copy(BATCH, Compute.single());
    Matrix x = some.batchMatrix(Math.min(BATCH, count));
    float[] values = new float[count * width];
    int[] which = new int[BATCH];
    for (int from = 0; from < count; from += BATCH) {
      if (!going.getAsBoolean()) {
        return null;
      }
      int n = Math.min(BATCH, count - from);
      for (int i = 0; i < n; i++) {
        which[i] = from + i;
      }
      some.fill(x, which, 0, n);
      System.arraycopy(lastHidden(own, x).values(), 0, values, from * width, n * width);
    }
    return new NearestImages(some, width, values);
  }

  /** The values [N x H] that come into the last layer for x [N x D]; a buffer of the network. */
  public static Matrix lastHidden(Network network, Matrix x) {
    Matrix signal = x;
    for (Layer layer : network.layers().subList(0, network.layers().size() - 1)) {
      signal = layer.forward(signal, Pass.EVALUATION);
    }
    return signal;
  }

  /** The images among which is looked. */
  public ImageSet images() {
    return images;
  }

  /**
   * The nearest ones, the nearest first.
   *
   * @param to H values that come into the last layer
   * @param most how many
   */
  public Near[] nearest(float[] to, int most) {
    Near[] found = new Near[Math.min(most, images.count())];
    Arrays.fill(found, new Near(-1, Float.POSITIVE_INFINITY));
    for (int image = 0; image < images.count(); image++) {
      float squared = squaredDistance(image * width, to);
      if (squared < found[found.length - 1].distance()) {
        insert(found, new Near(image, squared));
      }
    }
    for (int i = 0; i < found.length; i++) {
      found[i] = new Near(found[i].image(), (float) Math.sqrt(found[i].distance()));
    }
    return found;
  }

  private float squaredDistance(int at, float[] to) {
    float sum = 0;
    for (int i = 0; i < width; i++) {
      float difference = values[at + i] - to[i];
      sum += difference * difference;
    }
    return sum;
  }

  private static void insert(Near[] found, Near near) {
    int at = found.length - 1;
    while (at > 0 && found[at - 1].distance() > near.distance()) {
      found[at] = found[at - 1];
      at--;
    }
    found[at] = near;
  }
}
