package glassbox.ui.curves;

import glassbox.training.History;
import glassbox.training.History.ValidationPoint;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is measured at every step. */
enum Measure {
  LOSS {
    @Override
    double of(History history, int step) {
      return history.loss(step);
    }

    @Override
    double of(ValidationPoint point) {
      return point.loss();
    }

    @Override
    String number(double value) {
      return Figures.decimal(value, Math.abs(value) < 0.01 ? 4 : 3);
    }

    @Override
    String tick(double value) {
      return shortest(value);
    }
  },
  ACCURACY {
    @Override
    double of(History history, int step) {
      return history.accuracy(step);
    }

    @Override
    double of(ValidationPoint point) {
      return point.accuracy();
    }

    @Override
    String number(double value) {
      return Figures.percent(value, 1);
    }

    @Override
    String tick(double value) {
      return Words.of("curves.percent", shortest(100 * value));
    }
  };

  String title() {
    return Words.of("curves.measure." + name().toLowerCase(Locale.ROOT));
  }

  /** The value of a step, counted from 0. */
  abstract double of(History history, int step);

  abstract double of(ValidationPoint point);

  abstract String number(double value);

  /** What stands at an axis. */
  abstract String tick(double value);

  /** Whether a good curve falls. */
  boolean falls() {
    return this == LOSS;
  }

  /** A value in words; a dash where there is none. */
  String text(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    return Double.isInfinite(value) || Math.abs(value) >= 1e5
        ? Figures.formatted("%.1e", value)
        : number(value);
  }

  /** The best measurement on the images held out. */
  Optional<ValidationPoint> best(List<ValidationPoint> points) {
    ValidationPoint best = null;
    for (ValidationPoint point : points) {
      boolean better = best == null || (falls() ? of(point) < of(best) : of(point) > of(best));
      if (Double.isFinite(of(point)) && better) {
        best = point;
      }
    }
    return Optional.ofNullable(best);
  }

  /** As few digits as it takes, four at most. */
  private static String shortest(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(4)).stripTrailingZeros();
    boolean plain = rounded.signum() == 0 || Math.abs(Math.log10(Math.abs(value))) < 7;
    return plain
        ? Figures.decimal(rounded.doubleValue(), Math.max(0, rounded.scale()))
        : Figures.formatted("%.0e", value);
  }
}
