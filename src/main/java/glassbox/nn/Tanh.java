package glassbox.nn;

/** The hyperbolic tangent (LeCun et al. 1998, Efficient BackProp, section 4.4). */
final class Tanh extends Activation {
  Tanh(int index, int width, LayerContext context) {
    super(index + " tanh", width, context);
  }

  /** y = tanh x. */
  @Override
  void apply(float[] out, int size, Pass pass) {
    for (int i = 0; i < size; i++) {
      out[i] = (float) Math.tanh(x[i]);
    }
  }

  /** dL/dx = dL/dy (1 - y²). */
  @Override
  void differentiate(float[] dy, float[] out, int size) {
    float[] answer = y.values();
    for (int i = 0; i < size; i++) {
      out[i] = dy[i] * (1f - answer[i] * answer[i]);
    }
  }
}
