package glassbox.nn;

/** The logistic function, the activation of the first backpropagation (Rumelhart et al. 1986). */
final class Sigmoid extends Activation {
  Sigmoid(int index, int width, LayerContext context) {
    super(index + " sigmoid", width, context);
  }

  /** y = 1 / (1 + exp(-x)). */
  @Override
  void apply(float[] out, int size, Pass pass) {
    for (int i = 0; i < size; i++) {
      out[i] = (float) (1 / (1 + Math.exp(-x[i])));
    }
  }

  /** dL/dx = dL/dy y (1 - y). */
  @Override
  void differentiate(float[] dy, float[] out, int size) {
    float[] answer = y.values();
    for (int i = 0; i < size; i++) {
      out[i] = dy[i] * answer[i] * (1f - answer[i]);
    }
  }
}
