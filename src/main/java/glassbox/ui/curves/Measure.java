package glassbox.ui.curves;

import glassbox.training.History;
import glassbox.training.History.ValidationPoint;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is measured at every step. */
enum Measure {
  LOSS("Loss") {
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
      return String.format(Locale.ROOT, Math.abs(value) < 0.01 ? "%.4f" : "%.3f", value);
    }

    @Override
    String tick(double value) {
      return shortest(value);
    }
  },
  ACCURACY("Accuracy") {
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
      return String.format(Locale.ROOT, "%.1f%%", 100 * value);
    }

    @Override
    String tick(double value) {
      return shortest(100 * value) + "%";
    }
  };

  private final String title;

  Measure(String title) {
    this.title = title;
  }

  String title() {
    return title;
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
        ? String.format(Locale.ROOT, "%.1e", value)
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
    return plain ? rounded.toPlainString() : String.format(Locale.ROOT, "%.0e", value);
  }
}
