package glassbox.ui.controls;

import glassbox.ui.words.Worded;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.chart.ValueAxis;

/** An axis that is linear or logarithmic, with round numbers at its ticks. */
public final class ScaledAxis extends ValueAxis<Number> implements Worded {
  private static final double POINTS_BETWEEN_COLUMNS = 52;
  private static final double POINTS_BETWEEN_ROWS = 40;

  private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
  private final DoubleFunction<String> words;
  private double lastTick = Double.POSITIVE_INFINITY;

  private record Range(double lower, double upper) {}

  /** An axis whose ticks are written by the given function. */
  public ScaledAxis(DoubleFunction<String> words) {
    this.words = words;
    setAutoRanging(false);
    setLowerBound(0.1);
    setUpperBound(1);
    setMinorTickVisible(false);
    setAnimated(false);
    logarithmic.addListener(property -> {
      invalidateRange();
      requestAxisLayout();
    });
  }

  /** Sets both ends; for a logarithmic axis above 0. */
  public void setBounds(double lower, double upper) {
    if (lower != getLowerBound() || upper != getUpperBound()) {
      setLowerBound(lower);
      setUpperBound(upper);
      invalidateRange();
      requestAxisLayout();
    }
  }

  /** No tick stands above this value, though the axis may go on to leave room behind a line. */
  public void setLastTick(double value) {
    lastTick = value;
  }

  public BooleanProperty logarithmicProperty() {
    return logarithmic;
  }

  /** The lower end, above 0 where the axis is logarithmic. */
  private static double positive(double lower, double upper) {
    return lower > 0 ? lower : upper / 1000;
  }

  private double length() {
    return getSide() != null && getSide().isVertical() ? getHeight() : getWidth();
  }

  @Override
  public double getDisplayPosition(Number value) {
    double upper = getUpperBound();
    double lower = logarithmic.get() ? positive(getLowerBound(), upper) : getLowerBound();
    double share =
        logarithmic.get()
            ? Math.log(Math.max(value.doubleValue(), 1e-12) / lower) / Math.log(upper / lower)
            : (value.doubleValue() - lower) / (upper - lower);
    return getSide() != null && getSide().isVertical() ? length() * (1 - share) : length() * share;
  }

  @Override
  public Number getValueForDisplay(double position) {
    double along = position / length();
    double share = getSide() != null && getSide().isVertical() ? 1 - along : along;
    double upper = getUpperBound();
    double lower = logarithmic.get() ? positive(getLowerBound(), upper) : getLowerBound();
    return logarithmic.get()
        ? lower * Math.pow(upper / lower, share)
        : lower + (upper - lower) * share;
  }

  @Override
  protected Object getRange() {
    return new Range(getLowerBound(), getUpperBound());
  }

  @Override
  protected void setRange(Object range, boolean animate) {
    Range bounds = (Range) range;
    setLowerBound(bounds.lower());
    setUpperBound(bounds.upper());
  }

  @Override
  protected List<Number> calculateTickValues(double length, Object range) {
    Range bounds = (Range) range;
    boolean vertical = getSide() != null && getSide().isVertical();
    int wanted =
        Math.max(2, (int) (length / (vertical ? POINTS_BETWEEN_ROWS : POINTS_BETWEEN_COLUMNS)));
    double lower = logarithmic.get() ? positive(bounds.lower(), bounds.upper()) : bounds.lower();
    List<Double> ticks =
        logarithmic.get()
            ? logarithmicTicks(lower, bounds.upper(), wanted)
            : linearTicks(lower, bounds.upper(), wanted);
    if (logarithmic.get() && ticks.size() < 2) { // too close a look for powers of ten
      ticks = linearTicks(lower, bounds.upper(), wanted);
    }
    return new ArrayList<>(ticks.stream().filter(tick -> tick <= lastTick).toList());
  }

  /** Multiples of 1, 2, 2.5 or 5 times a power of ten, at most about as many as wanted. */
  static List<Double> linearTicks(double lower, double upper, int wanted) {
    double rough = (upper - lower) / wanted;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double unit = power * 10;
    for (double factor : new double[] {5, 2.5, 2, 1}) {
      if (factor * power >= rough) {
        unit = factor * power;
      }
    }
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(lower / unit - 1e-9); i * unit <= upper + unit * 1e-9; i++) {
      ticks.add(i * unit);
    }
    return ticks;
  }

  /** Powers of ten, with 3 between them, or 2 and 5, where there is room. */
  static List<Double> logarithmicTicks(double lower, double upper, int wanted) {
    double decades = Math.log10(upper / lower);
    double[] factors =
        decades * 3 <= wanted
            ? new double[] {1, 2, 5}
            : decades * 2 <= wanted + 1 ? new double[] {1, 3} : new double[] {1};
    List<Double> ticks = new ArrayList<>();
    for (int e = (int) Math.floor(Math.log10(lower)); e <= Math.log10(upper) + 1; e++) {
      for (double factor : factors) {
        double tick = factor * Math.pow(10, e);
        if (tick >= lower * (1 - 1e-9) && tick <= upper * (1 + 1e-9)) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  @Override
  protected List<Number> calculateMinorTickMarks() {
    return List.of();
  }

  @Override
  public void retell() {
    invalidateRange();
    requestAxisLayout();
  }

  @Override
  protected String getTickMarkLabel(Number value) {
    return words.apply(value.doubleValue());
  }
}
