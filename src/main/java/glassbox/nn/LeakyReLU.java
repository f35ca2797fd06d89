package glassbox.nn;

/** A ReLU that lets a little through below 0, so that no unit stays dead (Maas et al. 2013). */
final class LeakyReLU extends Activation {
  private final float slope;

  LeakyReLU(int index, int width, double slope, LayerContext context) {
    super(index + " leaky-relu", width, context);
    this.slope = (float) slope;
  }

  /** y = x where x > 0, else slope x. */
  @Override
  void apply(float[] out, int size, Pass pass) {
    for (int i = 0; i < size; i++) {
      out[i] = x[i] > 0f ? x[i] : slope * x[i];
    }
  }

  /** dL/dx = dL/dy where x > 0, else slope dL/dy. */
  @Override
  void differentiate(float[] dy, float[] out, int size) {
    for (int i = 0; i < size; i++) {
      out[i] = x[i] > 0f ? dy[i] : slope * dy[i];
    }
  }
}
