package glassbox.nn;

import glassbox.linalg.Compute;

/**
 * The rectified linear unit (Nair and Hinton 2010; Glorot, Bordes and Bengio 2011).
 *
 * <p>A NaN passes through, so that a network that has diverged is seen to have diverged.
 */
final class ReLU extends Activation {
  private final Compute compute;

  ReLU(int index, int width, LayerContext context) {
    super(index + " relu", width, context);
    compute = context.compute();
  }

  /** y = max(x, 0). */
  @Override
  void apply(float[] out, int size, Pass pass) {
    for (int i = 0; i < size; i++) {
      out[i] = Math.max(x[i], 0f);
    }
  }

  /** dL/dx = dL/dy where y > 0, else 0; at 0 the derivative is taken as 0. */
  @Override
  void differentiate(float[] dy, float[] out, int size) {
    compute.keepWherePositive(y.values(), dy, out, size);
  }
}
