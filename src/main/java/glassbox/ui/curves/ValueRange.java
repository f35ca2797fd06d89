package glassbox.ui.curves;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** Which values a chart shows: what its visible lines need, or what was chosen by hand. */
final class ValueRange {
  /** A loss beyond so many times the first one has run away; its line leaves the chart. */
  private static final double RUN_AWAY = 10;

  private static final double[] ACCURACY_FLOORS = {0.98, 0.95, 0.9, 0.8, 0.5};

  private final Measure measure;
  private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
  private boolean byHand;
  private double lower;
  private double upper = 1;

  ValueRange(Measure measure) {
    this.measure = measure;
    logarithmic.addListener(property -> byHand = false);
  }

  BooleanProperty logarithmicProperty() {
    return logarithmic;
  }

  /** The values at both ends, and how they are spread between them. */
  record Ends(double lower, double upper, boolean logarithmic) {}

  Ends ends() {
    return new Ends(lower, upper, logarithmic.get());
  }

  /** What has been chosen by hand; null where nothing was. */
  @Nullable Ends zoom() {
    return byHand ? ends() : null;
  }

  /** Chooses again. */
  void setZoom(@Nullable Ends chosen) {
    byHand = chosen != null && chosen.logarithmic() == logarithmic.get();
    if (chosen != null && byHand) {
      lower = chosen.lower();
      upper = chosen.upper();
    }
  }

  double lower() {
    return lower;
  }

  double upper() {
    return upper;
  }

  Scale scale(double length) {
    return new Scale(lower, upper, logarithmic.get(), length);
  }

  boolean isByHand() {
    return byHand;
  }

  /** Shows what the lines need again. */
  void fit() {
    byHand = false;
  }

  /**
   * Zooms by hand.
   *
   * @param share where the value stands that stays, from 0 at the lower end to 1 at the upper
   * @param factor of the new height to the old one
   */
  void zoom(double share, double factor) {
    double at = inner(lower) + share * height();
    double tall = Math.clamp(height() * factor, 1e-3, logarithmic.get() ? 40 : 1e6);
    set(at - share * tall, tall);
  }

  /** Moves by hand, by a share of the height; only where it was zoomed by hand before. */
  void move(double share) {
    if (byHand) {
      set(inner(lower) + share * height(), height());
    }
  }

  private void set(double from, double tall) {
    byHand = true;
    lower = outer(from);
    upper = outer(from + tall);
  }

  private double inner(double value) {
    return logarithmic.get() ? Math.log(value) : value;
  }

  private double outer(double value) {
    return logarithmic.get() ? Math.exp(value) : value;
  }

  private double height() {
    return inner(upper) - inner(lower);
  }

  /** Takes in what the lines show within these steps, unless another choice was made by hand. */
  void include(List<Drawn> drawn, StepRange steps) {
    if (byHand) {
      return;
    }
    VisibleValues seen = VisibleValues.of(measure, drawn, steps.ends());
    if (measure == Measure.LOSS) {
      fitLoss(seen);
    } else {
      fitAccuracy(seen, drawn, steps.isWhole());
    }
  }

  /** From a part of the smallest smoothed value to the largest; thinner raw dips are cut off. */
  private void fitLoss(VisibleValues seen) {
    double largest = seen.isEmpty() ? 3 : Math.max(seen.largest(), 1e-3);
    largest = Math.min(largest, RUN_AWAY * Math.max(2, seen.firstSmoothed()));
    double smallest = seen.isEmpty() ? 1 : Math.max(seen.smallestSmoothed(), 1e-6);
    if (logarithmic.get()) {
      lower = roundedDown(Math.min(smallest / 2, largest / 10));
      upper = largest * 1.1;
    } else {
      lower = 0;
      upper = largest * 1.05;
    }
  }

  /** To one digit, so that the axis does not move all the time. */
  private static double roundedDown(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    return Math.max(1, Math.floor(value / power)) * power;
  }

  /**
   * All steps: from 0 %, or from 50 % once all are well above it and the upper half is what
   * matters. A part of them: from a round number below the smoothed lines.
   */
  private void fitAccuracy(VisibleValues seen, List<Drawn> drawn, boolean whole) {
    upper = 1;
    lower = 0;
    if (whole) {
      boolean good =
          !drawn.isEmpty()
              && drawn.stream()
                  .flatMap(line -> line.members().stream())
                  .allMatch(member -> member.curve(measure).now() > 0.75);
      lower = good ? 0.5 : 0;
    } else if (!seen.isEmpty()) {
      for (double floor : ACCURACY_FLOORS) {
        if (lower == 0 && floor <= 1.5 * seen.smallestSmoothed() - 0.5) {
          lower = floor;
        }
      }
    }
  }
}
