package glassbox.format;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import glassbox.training.Change;
import glassbox.training.Recipe;
import glassbox.training.RunPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was changed during a run, one key a line: {@code
 * {"step":812,"key":"optimizer.learningRate","value":0.01}}. The step is how many were done before.
 */
public final class ChangesJson {
  private ChangesJson() {}

  /** The changes of a plan, a line for every key that takes another value. */
  public static String write(RunPlan plan) {
    StringBuilder lines = new StringBuilder();
    Recipe before = plan.start();
    for (Change change : plan.changes()) {
      for (RecipeSetting setting : RecipeJson.differences(before, change.recipe())) {
        JsonObject line = new JsonObject();
        line.addProperty("step", change.step());
        line.addProperty("key", setting.key());
        line.add("value", setting.json());
        lines.append(Json.compact(line)).append('\n');
      }
      before = change.recipe();
    }
    return lines.toString();
  }

  /** Reads changes from a file and adds them to a recipe. */
  public static RunPlan read(Path file, Recipe start) throws IOException {
    return parse(Json.readText(file, "cannot use the changes"), start, file.toString());
  }

  /**
   * Adds the changes of a text to a recipe.
   *
   * @param where what the text came from, for errors
   */
  public static RunPlan parse(String text, Recipe start, String where) throws FormatException {
    Map<Long, List<RecipeSetting>> steps = new TreeMap<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        addLine(line, where + ", line " + number, steps);
      }
    }
    List<Change> changes = new ArrayList<>();
    Recipe recipe = start;
    for (Map.Entry<Long, List<RecipeSetting>> step : steps.entrySet()) {
      Recipe next = with(recipe, step.getValue(), where);
      if (!next.equals(recipe)) {
        changes.add(new Change(step.getKey(), next));
        recipe = next;
      }
    }
    try {
      return new RunPlan(start, changes);
    } catch (IllegalArgumentException e) {
      throw refusal(where, String.valueOf(e.getMessage()));
    }
  }

  private static void addLine(String line, String where, Map<Long, List<RecipeSetting>> steps)
      throws FormatException {
    if (!(Json.parse(line, where) instanceof JsonObject object)
        || !(object.get("step") instanceof JsonPrimitive step && step.isNumber())
        || !(object.get("key") instanceof JsonPrimitive key && key.isString())
        || !object.has("value")) {
      throw refusal(where, "expected {\"step\":…,\"key\":…,\"value\":…}, got " + line.strip());
    }
    double number = step.getAsDouble();
    if (number < 0 || number > Integer.MAX_VALUE || number != Math.rint(number)) {
      throw refusal(
          where,
          "step must be a whole number in [0, %d], got %s"
              .formatted(Integer.MAX_VALUE, step.getAsString()));
    }
    steps
        .computeIfAbsent((long) number, at -> new ArrayList<>())
        .add(new RecipeSetting(key.getAsString(), Json.compact(object.get("value"))));
  }

  private static Recipe with(Recipe recipe, List<RecipeSetting> settings, String where)
      throws FormatException {
    try {
      return RecipeJson.with(recipe, settings);
    } catch (FormatException e) {
      throw refusal(where, String.valueOf(e.getMessage()));
    }
  }

  private static FormatException refusal(String where, String why) {
    return new FormatException("cannot use the changes", where, why);
  }
}
