package glassbox.training;

import glassbox.data.ImageSet;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.nn.Network;
import glassbox.nn.Pass;
import java.util.Arrays;

/** What a network makes of images on the way to its answers. */
public final class Activations {
  private static final int BATCH = 500;

  private final Network network;

  /** Asks a copy, so that others may use the network meanwhile. */
  public Activations(Network network, Compute compute) {
    this.network = network.copy(BATCH, compute);
  }

  /** What a hidden layer hands on [N x H] when the network answers some images. */
  public Matrix of(HiddenLayer layer, ImageSet images, int[] which) {
    Matrix all = new Matrix(which.length, layer.units());
    Matrix x = images.batchMatrix(BATCH);
    for (int from = 0; from < which.length; from += BATCH) {
      int[] batch = Arrays.copyOfRange(which, from, Math.min(which.length, from + BATCH));
      images.fill(x, batch, 0, batch.length);
      Matrix out = network.forward(x, layer.end(), Pass.EVALUATION);
      System.arraycopy(out.values(), 0, all.values(), from * layer.units(), out.size());
    }
    return all;
  }

  /** The pixels [N x D] of some images as value/255. */
  public static Matrix pixels(ImageSet images, int[] which) {
    Matrix x = new Matrix(which.length, images.pixelsPerImage());
    for (int i = 0; i < which.length; i++) {
      images.copyTo(which[i], x, i);
    }
    return x;
  }
}
