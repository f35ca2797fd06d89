package glassbox.nn;

import glassbox.linalg.RandomStream;
import java.util.random.RandomGenerator;

/**
 * Dropout (Srivastava et al. 2014), inverted: in training each number is put to 0 with a given
 * probability and the others are enlarged, so that evaluation has nothing to do. What is dropped
 * depends on the run's seed, the layer and the step alone.
 */
public final class Dropout extends Activation {
  private final String purpose;
  private final double rate;
  private final float[] scale; // [N x H]: 0, or 1 / (1 - rate)

  Dropout(int index, int width, double rate, LayerContext context) {
    super(index + " dropout", width, context);
    this.rate = rate;
    purpose = "dropout " + index;
    scale = new float[y.values().length];
  }

  /** y = x m / (1 - rate) with m = 0 or 1 drawn anew in training; y = x in evaluation. */
  @Override
  void apply(float[] out, int size, Pass pass) {
    if (!pass.isTraining()) {
      System.arraycopy(x, 0, out, 0, size);
      return;
    }
    RandomGenerator random = RandomStream.of(pass.seed(), purpose, pass.step());
    float kept = (float) (1 / (1 - rate));
    for (int i = 0; i < size; i++) {
      scale[i] = random.nextFloat() < rate ? 0f : kept;
      out[i] = x[i] * scale[i];
    }
  }

  /** dL/dx = dL/dy m / (1 - rate). */
  @Override
  void differentiate(float[] dy, float[] out, int size) {
    for (int i = 0; i < size; i++) {
      out[i] = dy[i] * scale[i];
    }
  }

  /** By what each number of the last training pass was multiplied, row by row. */
  public float scaleOf(int row, int unit) {
    return scale[row * inputs() + unit];
  }
}
