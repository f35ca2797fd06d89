package glassbox.nn;

/**
 * The rectified linear unit (Nair and Hinton 2010; Glorot, Bordes and Bengio 2011).
 *
 * <p>A NaN passes through, so that a network that has diverged is seen to have diverged.
 */
final class ReLU extends Activation {
  ReLU(int index, int width, LayerContext context) {
    super(index + " relu", width, context);
  }

  /** y = max(x, 0). */
  @Override
  void apply(float[] out, int size, Pass pass) {
    for (int i = 0; i < size; i++) {
      out[i] = Math.max(x[i], 0f);
    }
  }

  /**
   * dL/dx = dL/dy where y > 0, else 0; at 0 the derivative is taken as 0.
   *
   * <p>Half of all y are 0, in no order that a processor could guess, so this does without a
   * branch: the bits of dL/dy are kept by a mask of ones, or blanked by one of zeros. The bits of y
   * >= 0 are an integer that is 0 at 0; negated and shifted they give the mask.
   */
  @Override
  void differentiate(float[] dy, float[] out, int size) {
    float[] answer = y.values();
    for (int i = 0; i < size; i++) {
      int mask = -Float.floatToRawIntBits(answer[i]) >> 31;
      out[i] = Float.intBitsToFloat(Float.floatToRawIntBits(dy[i]) & mask);
    }
  }
}
