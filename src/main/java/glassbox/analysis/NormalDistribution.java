package glassbox.analysis;

/** The distribution function of the standard normal, by summing its density. */
final class NormalDistribution {
  private NormalDistribution() {}

  /** Φ(x) by Simpson's rule on [0, x] in 400 intervals: to about 1e-12 for |x| up to 8. */
  static double below(double x) {
    if (Math.abs(x) > 8) {
      return x > 0 ? 1 : 0;
    }
    int intervals = 400;
    double h = x / intervals;
    double sum = density(0) + density(x);
    for (int i = 1; i < intervals; i++) {
      sum += density(i * h) * (i % 2 == 0 ? 2 : 4);
    }
    return 0.5 + sum * h / 3;
  }

  private static double density(double x) {
    return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
  }
}
