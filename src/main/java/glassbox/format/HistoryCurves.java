package glassbox.format;

import glassbox.training.History;
import glassbox.training.History.ValidationPoint;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A run's loss or accuracy, ready for a chart.
 *
 * @param axis what the vertical axis shows
 * @param unit written after every value
 * @param raw of single mini-batches
 * @param smoothed their moving average
 * @param validation of the images held out; may be empty
 */
record HistoryCurves(
    String title,
    String axis,
    String unit,
    Curve raw,
    Curve smoothed,
    Curve validation,
    ChartScale scale) {
  private static final double SMOOTHING = 0.97;

  static HistoryCurves loss(History history) {
    return loss(
        Curve.of(history.size(), history::loss), validation(history, ValidationPoint::loss));
  }

  static HistoryCurves loss(Curve raw, Curve validation) {
    Curve smoothed = raw.smoothed(SMOOTHING);
    ChartScale scale = ChartScale.ofLoss(raw, smoothed, validation);
    String axis = scale.logarithmic() ? "loss, logarithmic" : "loss";
    return new HistoryCurves("Loss", axis, "", raw, smoothed, validation, scale);
  }

  static HistoryCurves accuracy(History history) {
    return accuracy(
        Curve.of(history.size(), step -> 100 * history.accuracy(step)),
        validation(history, point -> 100 * point.accuracy()));
  }

  /** Of accuracies in percent. */
  static HistoryCurves accuracy(Curve raw, Curve validation) {
    Curve smoothed = raw.smoothed(SMOOTHING);
    ChartScale scale = ChartScale.ofAccuracy(smoothed, validation);
    return new HistoryCurves("Accuracy", "accuracy", "%", raw, smoothed, validation, scale);
  }

  private static Curve validation(History history, ToDoubleFunction<ValidationPoint> value) {
    List<ValidationPoint> measured =
        history.validations().stream()
            .filter(point -> Double.isFinite(value.applyAsDouble(point)))
            .toList();
    return new Curve(
        measured.stream().mapToDouble(ValidationPoint::afterSteps).toArray(),
        measured.stream().mapToDouble(value).toArray());
  }

  /** A value as people read it: 0.140, 96.4%, 3.1e-05. */
  String text(double value) {
    boolean tiny = value > 0 && value < 0.001;
    String format = tiny ? "%.2g" : unit.isEmpty() ? "%.3f" : "%.1f";
    return String.format(Locale.ROOT, format, value) + unit;
  }
}
