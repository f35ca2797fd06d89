package glassbox.nn;

/**
 * The Gaussian error linear unit (Hendrycks and Gimpel 2016), exact: Φ is the distribution function
 * of the standard normal, φ its density.
 */
final class GELU extends Activation {
  private static final double DENSITY_AT_0 = 1 / Math.sqrt(2 * Math.PI);

  GELU(int index, int width, LayerContext context) {
    super(index + " gelu", width, context);
  }

  /** y = x Φ(x). */
  @Override
  void apply(float[] out, int size, Pass pass) {
    for (int i = 0; i < size; i++) {
      out[i] = (float) (x[i] * distribution(x[i]));
    }
  }

  /** dL/dx = dL/dy (Φ(x) + x φ(x)). */
  @Override
  void differentiate(float[] dy, float[] out, int size) {
    for (int i = 0; i < size; i++) {
      double density = DENSITY_AT_0 * Math.exp(-0.5 * x[i] * x[i]);
      out[i] = (float) (dy[i] * (distribution(x[i]) + x[i] * density));
    }
  }

  /** Φ(x) = (1 + erf(x / √2)) / 2. */
  static double distribution(double x) {
    return 0.5 * (1 + Erf.of(x / Math.sqrt(2)));
  }
}
