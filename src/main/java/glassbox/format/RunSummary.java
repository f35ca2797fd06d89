package glassbox.format;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import glassbox.training.EpochResult;
import glassbox.training.Evaluation;
import glassbox.training.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;

/**
 * The outcome of a run as {@code summary.json} keeps it. Figures that were not measured are NaN and
 * written as null.
 *
 * @param epochs finished ones
 * @param seconds of the training steps alone
 */
public record RunSummary(
    String dataset,
    long parameters,
    int epochs,
    long steps,
    double trainLoss,
    double trainAccuracy,
    double validationAccuracy,
    double testLoss,
    double testAccuracy,
    double seconds,
    double imagesPerSecond,
    int threads,
    String kernel,
    long seed) {

  /** What a run has come to. */
  public static RunSummary of(Trainer trainer, Evaluation test, int threads, String kernel) {
    EpochResult last =
        trainer.history().epochs().isEmpty()
            ? new EpochResult(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0)
            : trainer.history().epochs().getLast();
    return new RunSummary(
        trainer.plan().start().dataset(),
        trainer.recipe().parameters(trainer.dataset()),
        last.epoch(),
        trainer.steps(),
        last.trainLoss(),
        last.trainAccuracy(),
        last.validationAccuracy(),
        test.loss(),
        test.accuracy(),
        trainer.seconds(),
        trainer.steps() == 0 ? Double.NaN : trainer.imagesLearned() / trainer.seconds(),
        threads,
        kernel,
        trainer.plan().start().seed());
  }

  /** As JSON on several lines. */
  public String json() {
    JsonObject json = new JsonObject();
    json.addProperty("dataset", dataset);
    json.addProperty("parameters", parameters);
    json.addProperty("epochs", epochs);
    json.addProperty("steps", steps);
    add(json, "trainLoss", trainLoss);
    add(json, "trainAccuracy", trainAccuracy);
    add(json, "validationAccuracy", validationAccuracy);
    add(json, "testLoss", testLoss);
    add(json, "testAccuracy", testAccuracy);
    add(json, "seconds", seconds);
    add(json, "imagesPerSecond", imagesPerSecond);
    json.addProperty("threads", threads);
    json.addProperty("kernel", kernel);
    json.addProperty("seed", seed);
    return Json.pretty(json);
  }

  /** Reads {@code summary.json}; a figure that is missing or null is NaN. */
  static RunSummary read(Path file) throws IOException {
    String where = file.toString();
    if (!(Json.parse(Json.readText(file, "cannot read the summary"), where)
        instanceof JsonObject json)) {
      throw new FormatException("cannot read the summary", where, "expected a JSON object");
    }
    return new RunSummary(
        text(json, "dataset"),
        (long) number(json, "parameters"),
        (int) number(json, "epochs"),
        (long) number(json, "steps"),
        number(json, "trainLoss"),
        number(json, "trainAccuracy"),
        number(json, "validationAccuracy"),
        number(json, "testLoss"),
        number(json, "testAccuracy"),
        number(json, "seconds"),
        number(json, "imagesPerSecond"),
        (int) number(json, "threads"),
        text(json, "kernel"),
        json.get("seed") instanceof JsonPrimitive seed && seed.isNumber()
            ? seed.getAsLong() // a double has too few digits
            : 0);
  }

  private static String text(JsonObject json, String key) {
    return json.get(key) instanceof JsonPrimitive value ? value.getAsString() : "";
  }

  private static double number(JsonObject json, String key) {
    return json.get(key) instanceof JsonPrimitive value && value.isNumber()
        ? value.getAsDouble()
        : Double.NaN;
  }

  /** The figures in words, for people. */
  SequencedMap<String, String> figures() {
    SequencedMap<String, String> figures = new LinkedHashMap<>();
    figures.put("test accuracy", words("%.2f %%", 100 * testAccuracy));
    figures.put("test loss", words("%.4f", testLoss));
    figures.put("validation accuracy", words("%.2f %%", 100 * validationAccuracy));
    figures.put("training accuracy of the last epoch", words("%.2f %%", 100 * trainAccuracy));
    figures.put("parameters", words("%,.0f", parameters));
    figures.put("epochs", words("%,.0f", epochs));
    figures.put("steps", words("%,.0f", steps));
    figures.put("seconds of training", words("%.1f", seconds));
    figures.put("images per second", words("%,.0f", imagesPerSecond));
    figures.put("threads and kernel", threads + ", " + kernel);
    figures.put("seed", Long.toString(seed));
    return figures;
  }

  private static String words(String format, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "not measured";
  }

  private static void add(JsonObject json, String key, double value) {
    json.addProperty(key, Double.isFinite(value) ? value : null);
  }

  /** {@code {"images":10000,"accuracy":0.97,"loss":0.1}}, as {@code evaluate --json} prints it. */
  public static String json(Evaluation evaluation) {
    return Json.compact(tree(evaluation));
  }

  /** The same as a tree, for more to be added. */
  public static JsonObject tree(Evaluation evaluation) {
    JsonObject json = new JsonObject();
    json.addProperty("images", evaluation.images());
    add(json, "accuracy", evaluation.accuracy());
    add(json, "loss", evaluation.loss());
    return json;
  }
}
