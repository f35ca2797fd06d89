package glassbox.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The part of the vertical axis that a chart shows; single mini-batches may lie outside. */
record ChartScale(double least, double greatest, boolean logarithmic) {
  private static final int MOST_TICKS = 9;

  /**
   * Of a loss: logarithmic unless one is 0, from a little below the smoothed and validation curve.
   */
  static ChartScale ofLoss(Curve raw, Curve smoothed, Curve validation) {
    double greatest = greatest(raw.greatest(), validation.greatest());
    double least = least(raw.least(), validation.least());
    if (!(least > 0)) {
      double top = greatest > 0 ? greatest * 1.05 : 1;
      return new ChartScale(-0.01 * top, top, false);
    }
    double floor = Math.max(least, least(smoothed.least(), validation.least()) / 6);
    double air = greatest / floor < 3 ? 2 : 1.15;
    return new ChartScale(floor / air, greatest * air, true);
  }

  /** Of an accuracy in percent: from the tens below what the run soon reaches up to 100. */
  static ChartScale ofAccuracy(Curve smoothed, Curve validation) {
    double low = least(smoothed.quantile(0.02), validation.least());
    double least = low > 0 ? Math.clamp(10 * Math.floor((low - 5) / 10), 0, 90) : 0;
    double air = 0.02 * (100 - least);
    return new ChartScale(least - air / 2, 100 + air, false);
  }

  private static double least(double a, double b) {
    return Double.isNaN(b) ? a : Math.min(a, b);
  }

  private static double greatest(double a, double b) {
    return Double.isNaN(b) ? a : Math.max(a, b);
  }

  /**
   * Round values to label, the least first.
   *
   * @param about how many on a linear scale; a logarithmic one has 1, 2, 5, 10, … or powers of ten
   */
  List<Double> ticks(int about) {
    if (!logarithmic) {
      double step = roundStep((greatest - least) / about);
      return IntStream.rangeClosed((int) Math.ceil(least / step), (int) Math.floor(greatest / step))
          .mapToObj(i -> i * step)
          .toList();
    }
    List<Double> fine = decades(1, 1, 2, 5);
    List<Double> coarse = fine.size() <= MOST_TICKS ? fine : decades(1, 1);
    return coarse.size() <= MOST_TICKS
        ? coarse
        : decades(Math.ceilDiv(coarse.size(), MOST_TICKS), 1);
  }

  private List<Double> decades(int every, double... factors) {
    int first = (int) Math.floor(Math.log10(least));
    int last = (int) Math.ceil(Math.log10(greatest));
    return IntStream.rangeClosed(first, last)
        .filter(decade -> decade % every == 0)
        .boxed()
        .flatMap(decade -> DoubleStream.of(factors).mapToObj(f -> f * Math.pow(10, decade)))
        .filter(tick -> tick >= least && tick <= greatest)
        .toList();
  }

  /** The next of …, 1, 2, 5, 10, … that is not below. */
  private static double roundStep(double atLeast) {
    double decade = Math.pow(10, Math.floor(Math.log10(atLeast)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * decade >= atLeast) {
        return factor * decade;
      }
    }
    return 10 * decade;
  }

  /** A tick in few signs: 0.002, 50, 3e-07. */
  static String label(double tick) {
    boolean plain = tick == 0 || Math.abs(Math.log10(Math.abs(tick))) < 4.5;
    return plain
        ? new BigDecimal(tick, new MathContext(4)).stripTrailingZeros().toPlainString()
        : String.format(Locale.ROOT, "%.0e", tick);
  }
}
