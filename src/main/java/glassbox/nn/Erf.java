package glassbox.nn;

/** The error function erf(x) = 2/√π ∫₀ˣ exp(-t²) dt, to about 1e-15. */
final class Erf {
  private static final double SCALE = 2 / Math.sqrt(Math.PI);
  private static final double SERIES_UP_TO = 2.5;

  private Erf() {}

  static double of(double x) {
    double size = Math.abs(x);
    if (Double.isNaN(x)) {
      return x;
    }
    double erf = size < SERIES_UP_TO ? series(size) : size > 6 ? 1 : 1 - complement(size);
    return Math.copySign(erf, x);
  }

  /** 2/√π exp(-x²) Σ 2ⁿ x²ⁿ⁺¹ / (1·3·…·(2n+1)) (Abramowitz and Stegun, 7.1.6): no cancellation. */
  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; term > sum * 1e-17; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return SCALE * Math.exp(-x * x) * sum;
  }

  /** 1 - erf(x) as a continued fraction (Abramowitz and Stegun, 7.1.14), from its far end. */
  private static double complement(double x) {
    double fraction = x;
    for (int k = 60; k >= 1; k--) {
      fraction = x + k / 2.0 / fraction;
    }
    return SCALE / 2 * Math.exp(-x * x) / fraction;
  }
}
