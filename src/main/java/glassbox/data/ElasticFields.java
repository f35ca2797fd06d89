package glassbox.data;

import glassbox.linalg.RandomStream;
import java.util.random.RandomGenerator;

/**
 * A pool of smooth random fields, by which the points of an image are moved along one axis (Simard,
 * Steinkraus and Platt 2003). A field across and one down, each with a sign, are drawn for every
 * image: some sixty thousand combinations. Each field has mean square 1.
 */
final class ElasticFields {
  /** Deviation of the Gaussian that smoothes them, in pixels. */
  private static final double SMOOTHNESS = 4;

  private static final int REACH = (int) Math.ceil(3 * SMOOTHNESS);

  /** Enough to vary; for images as small as MNIST's few enough for a second-level cache. */
  private static final int MOST = 128;

  private static final int FEWEST = 8;

  /** Values of the whole pool, as far as {@link #FEWEST} allows: 4 MiB. */
  private static final int MOST_VALUES = 1 << 20;

  private final float[][] fields;
  private final float[] largest;

  /** The fields of a seed for images of so many pixels a side. */
  ElasticFields(long seed, int side) {
    fields = new float[Math.clamp(MOST_VALUES / ((long) side * side), FEWEST, MOST)][];
    largest = new float[fields.length];
    float[] weights = gaussian();
    for (int f = 0; f < fields.length; f++) {
      fields[f] = field(RandomStream.of(seed, "elastic", f), side, weights);
      for (float value : fields[f]) {
        largest[f] = Math.max(largest[f], Math.abs(value));
      }
    }
  }

  int count() {
    return fields.length;
  }

  /** One field, row by row. */
  float[] field(int index) {
    return fields[index];
  }

  /** The largest absolute value of a field. */
  float largest(int index) {
    return largest[index];
  }

  private static float[] gaussian() {
    float[] weights = new float[2 * REACH + 1];
    for (int i = 0; i < weights.length; i++) {
      double distance = (i - REACH) / SMOOTHNESS;
      weights[i] = (float) StrictMath.exp(-distance * distance / 2);
    }
    return weights;
  }

  /** Noise that also reaches beyond the edges, smoothed along rows, then along columns. */
  private static float[] field(RandomGenerator random, int side, float[] weights) {
    int wide = side + 2 * REACH;
    float[] noise = new float[wide * wide];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = 2 * random.nextFloat() - 1;
    }
    float[] alongRows = new float[wide * side];
    for (int row = 0; row < wide; row++) {
      addNeighbours(noise, row * wide, 1, weights, alongRows, row * side, side);
    }
    float[] field = new float[side * side];
    for (int row = 0; row < side; row++) {
      addNeighbours(alongRows, row * side, side, weights, field, row * side, side);
    }
    return toMeanSquare1(field);
  }

  /** A row of weighted sums of values that are so far apart. */
  private static void addNeighbours(
      float[] in, int from, int apart, float[] weights, float[] out, int at, int columns) {
    for (int w = 0; w < weights.length; w++) {
      int neighbour = from + w * apart;
      for (int c = 0; c < columns; c++) {
        out[at + c] += weights[w] * in[neighbour + c];
      }
    }
  }

  private static float[] toMeanSquare1(float[] field) {
    double squares = 0;
    for (float value : field) {
      squares += (double) value * value;
    }
    float scale = (float) (1 / Math.sqrt(squares / field.length));
    for (int i = 0; i < field.length; i++) {
      field[i] *= scale;
    }
    return field;
  }
}
