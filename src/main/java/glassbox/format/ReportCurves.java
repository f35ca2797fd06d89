package glassbox.format;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import glassbox.training.EpochResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleBinaryOperator;

/**
 * The curves of a run as data for the page's script: each measure's smallest and largest value of
 * stretches of steps, its moving average, and what was measured on the images held out.
 */
final class ReportCurves {
  private static final int MOST_POINTS = 12_000;
  private static final MathContext DIGITS = new MathContext(4);

  private final ReportData data;
  private final int steps;
  private final int stretch;

  ReportCurves(ReportData data) {
    this.data = data;
    steps = data.history().size();
    stretch = Math.max(1, Math.ceilDiv(steps, MOST_POINTS));
  }

  /** Text that ends no script element. */
  String json() {
    JsonObject json = new JsonObject();
    json.addProperty("steps", steps);
    JsonArray at = new JsonArray();
    for (int end = stretch; end < steps + stretch; end += stretch) {
      at.add(Math.min(end, steps));
    }
    json.add("x", at);
    JsonArray ends = new JsonArray();
    for (EpochResult epoch : data.history().epochs()) {
      ends.add(data.course().stepsOf(epoch.epoch()));
    }
    json.add("epochEnds", ends);
    json.add("loss", measure(HistoryCurves.loss(data.history())));
    json.add("accuracy", measure(HistoryCurves.accuracy(data.history())));
    return Json.compact(json).replace("<", "\\u003c");
  }

  private JsonObject measure(HistoryCurves curves) {
    JsonObject json = new JsonObject();
    json.addProperty("title", curves.title());
    json.addProperty("unit", curves.unit());
    json.add("low", stretches(curves.raw(), Math::min));
    json.add("high", stretches(curves.raw(), Math::max));
    json.add("smooth", stretches(curves.smoothed(), (before, last) -> last));
    JsonArray validation = new JsonArray();
    for (int i = 0; i < curves.validation().y().length; i++) {
      JsonArray point = new JsonArray();
      point.add((long) curves.validation().x()[i]);
      add(point, curves.validation().y()[i]);
      validation.add(point);
    }
    json.add("validation", validation);
    return json;
  }

  private JsonArray stretches(Curve curve, DoubleBinaryOperator both) {
    JsonArray values = new JsonArray();
    for (int from = 0; from < steps; from += stretch) {
      double value = curve.y()[from];
      for (int i = from + 1; i < Math.min(from + stretch, steps); i++) {
        value = both.applyAsDouble(value, curve.y()[i]);
      }
      add(values, value);
    }
    return values;
  }

  private static void add(JsonArray values, double value) {
    values.add(
        Double.isFinite(value)
            ? new com.google.gson.JsonPrimitive(new BigDecimal(value, DIGITS))
            : JsonNull.INSTANCE);
  }
}
