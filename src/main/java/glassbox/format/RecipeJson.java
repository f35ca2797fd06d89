package glassbox.format;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import glassbox.nn.Initializer;
import glassbox.nn.LayerSpec;
import glassbox.optim.LearningRateSchedule;
import glassbox.optim.LearningRateSchedule.Constant;
import glassbox.optim.LearningRateSchedule.Cosine;
import glassbox.optim.LearningRateSchedule.Exponential;
import glassbox.optim.LearningRateSchedule.InverseTime;
import glassbox.optim.LearningRateSchedule.Step;
import glassbox.optim.OptimizerSpec;
import glassbox.optim.OptimizerSpec.AdamSpec;
import glassbox.optim.OptimizerSpec.RmsPropSpec;
import glassbox.optim.OptimizerSpec.SgdSpec;
import glassbox.training.EarlyStopping;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recipes as JSON. A missing key takes the {@code seed} preset's value; an unknown key, a wrong
 * type or a value out of range is an error that names the key.
 */
public final class RecipeJson {
  private static final int LONGEST_FILE = 1 << 20;
  private static final String ABOVE_ZERO = "in [1, %d]".formatted(Integer.MAX_VALUE);
  private static final String NOT_BELOW_ZERO = "in [0, %d]".formatted(Integer.MAX_VALUE);
  private static final List<String> OPTIMIZERS = List.of("sgd", "rmsprop", "adam", "adamw");
  private static final List<String> SCHEDULES =
      List.of("constant", "inverse-time", "exponential", "step", "cosine");

  private RecipeJson() {}

  /** Reads a recipe from a file of at most 1 MiB. */
  public static Recipe read(Path file) throws IOException {
    return parse(readText(file), file.toString());
  }

  /** Writes a recipe to a file, in the place of what was there. */
  public static void save(Path file, Recipe recipe) throws IOException {
    AtomicFiles.write(file.toAbsolutePath(), write(recipe));
  }

  static String readText(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new FormatException("cannot read the recipe", file.toString(), "expected a file");
    }
    if (Files.size(file) > LONGEST_FILE) {
      throw new FormatException(
          "cannot read the recipe",
          file.toString(),
          "expected at most 1 MiB, got %,d bytes".formatted(Files.size(file)));
    }
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /**
   * Reads a recipe from its text.
   *
   * @param where what the text came from, for errors
   */
  public static Recipe parse(String json, String where) throws FormatException {
    if (!(Json.parse(json, where) instanceof JsonObject object)) {
      throw new FormatException("cannot use the recipe", where, "expected a JSON object");
    }
    return recipe(object, where);
  }

  private static Recipe recipe(JsonObject object, String where) throws FormatException {
    Recipe seed = Presets.seed();
    JsonSection top = new JsonSection(object, "", where);
    try {
      Recipe recipe =
          new Recipe(
              top.text("dataset", seed.dataset()),
              top.texts("network", seed.network().stream().map(LayerSpec::text).toList()).stream()
                  .map(LayerSpec::parse)
                  .toList(),
              Initializer.parse(top.text("initializer", seed.initializer().text())),
              labelSmoothing(top.section("loss")),
              optimizer(top.section("optimizer"), where),
              schedule(top.section("schedule"), missingSchedule(object), where),
              top.numberOrNull("maxNorm"),
              top.numberOrNull("clipNorm"),
              top.numberOrNull("averaging"),
              earlyStopping(top.sectionOrNull("earlyStopping")),
              top.count("epochs", seed.epochs(), "in [1, 100000]"),
              top.count("batchSize", seed.batchSize(), "in [1, 65536]"),
              top.truth("shuffle", seed.shuffle()),
              top.whole("seed", seed.seed()),
              top.count("validation", seed.validation(), NOT_BELOW_ZERO));
      top.requireNull("augmentation");
      top.refuseOthers();
      return recipe;
    } catch (IllegalArgumentException e) {
      throw new FormatException("cannot use the recipe", where, String.valueOf(e.getMessage()));
    }
  }

  private static double labelSmoothing(JsonSection loss) throws FormatException {
    double labelSmoothing = loss.number("labelSmoothing", 0);
    loss.refuseOthers();
    return labelSmoothing;
  }

  private static @Nullable EarlyStopping earlyStopping(@Nullable JsonSection section)
      throws FormatException {
    if (section == null) {
      return null;
    }
    EarlyStopping rule =
        new EarlyStopping(section.count("patience", 3, ABOVE_ZERO), section.number("minDelta", 0));
    section.refuseOthers();
    return rule;
  }

  private static OptimizerSpec optimizer(JsonSection section, String where) throws FormatException {
    SgdSpec seed = (SgdSpec) Presets.seed().optimizer();
    String name = section.text("name", seed.name());
    double learningRate = section.number("learningRate", seed.learningRate());
    OptimizerSpec optimizer =
        switch (name) {
          case "sgd" ->
              new SgdSpec(
                  learningRate,
                  section.number("momentum", seed.momentum()),
                  section.truth("nesterov", seed.nesterov()),
                  section.number("weightDecay", seed.weightDecay()));
          case "rmsprop" ->
              new RmsPropSpec(
                  learningRate,
                  section.number("decay", RmsPropSpec.DECAY),
                  section.number("epsilon", RmsPropSpec.EPSILON),
                  section.number("momentum", seed.momentum()),
                  section.number("weightDecay", seed.weightDecay()));
          case "adam", "adamw" ->
              new AdamSpec(
                  learningRate,
                  section.number("beta1", AdamSpec.BETA1),
                  section.number("beta2", AdamSpec.BETA2),
                  section.number("epsilon", AdamSpec.EPSILON),
                  section.number("weightDecay", seed.weightDecay()),
                  name.equals("adamw"));
          default -> throw unknown("optimizer.name", OPTIMIZERS, name, where);
        };
    section.refuseOthers();
    return optimizer;
  }

  /**
   * The seed's schedule; but a recipe that names an optimizer of its own and no schedule means that
   * optimizer's plain learning rate.
   */
  private static LearningRateSchedule missingSchedule(JsonObject recipe) {
    boolean ownOptimizer =
        recipe.get("optimizer") instanceof JsonObject optimizer && optimizer.has("name");
    return ownOptimizer && !recipe.has("schedule") ? new Constant() : Presets.seed().schedule();
  }

  private static LearningRateSchedule schedule(
      JsonSection section, LearningRateSchedule missing, String where) throws FormatException {
    InverseTime seed = (InverseTime) Presets.seed().schedule();
    String name = section.text("name", missing.name());
    LearningRateSchedule schedule =
        switch (name) {
          case "constant" -> new Constant();
          case "inverse-time" -> new InverseTime(section.number("decay", seed.decay()));
          case "exponential" -> new Exponential(section.number("gamma", 0.95));
          case "step" ->
              new Step(section.count("every", 1, ABOVE_ZERO), section.number("gamma", 0.5));
          case "cosine" ->
              new Cosine(section.count("warmup", 0, NOT_BELOW_ZERO), section.number("minimum", 0));
          default -> throw unknown("schedule.name", SCHEDULES, name, where);
        };
    section.refuseOthers();
    return schedule;
  }

  private static FormatException unknown(
      String key, List<String> allowed, String got, String where) {
    return new FormatException(
        "cannot use the recipe",
        where,
        "%s must be one of %s, got \"%s\"".formatted(key, String.join(", ", allowed), got));
  }

  /** The recipe with every key present, in the order of the documentation. */
  public static String write(Recipe recipe) {
    return Json.pretty(tree(recipe));
  }

  private static JsonObject tree(Recipe recipe) {
    JsonObject json = new JsonObject();
    json.addProperty("dataset", recipe.dataset());
    JsonArray network = new JsonArray();
    recipe.network().forEach(layer -> network.add(layer.text()));
    json.add("network", network);
    json.addProperty("initializer", recipe.initializer().text());
    JsonObject loss = new JsonObject();
    loss.addProperty("labelSmoothing", recipe.labelSmoothing());
    json.add("loss", loss);
    json.add("optimizer", tree(recipe.optimizer()));
    json.add("schedule", tree(recipe.schedule()));
    json.addProperty("maxNorm", recipe.maxNorm());
    json.addProperty("clipNorm", recipe.clipNorm());
    json.addProperty("averaging", recipe.averaging());
    json.add("earlyStopping", tree(recipe.earlyStopping()));
    json.add("augmentation", JsonNull.INSTANCE);
    json.addProperty("epochs", recipe.epochs());
    json.addProperty("batchSize", recipe.batchSize());
    json.addProperty("shuffle", recipe.shuffle());
    json.addProperty("seed", recipe.seed());
    json.addProperty("validation", recipe.validation());
    return json;
  }

  private static JsonObject tree(OptimizerSpec optimizer) {
    JsonObject json = new JsonObject();
    json.addProperty("name", optimizer.name());
    json.addProperty("learningRate", optimizer.learningRate());
    switch (optimizer) {
      case SgdSpec sgd -> {
        json.addProperty("momentum", sgd.momentum());
        json.addProperty("nesterov", sgd.nesterov());
      }
      case RmsPropSpec rmsProp -> {
        json.addProperty("decay", rmsProp.decay());
        json.addProperty("epsilon", rmsProp.epsilon());
        json.addProperty("momentum", rmsProp.momentum());
      }
      case AdamSpec adam -> {
        json.addProperty("beta1", adam.beta1());
        json.addProperty("beta2", adam.beta2());
        json.addProperty("epsilon", adam.epsilon());
      }
    }
    json.addProperty("weightDecay", optimizer.weightDecay());
    return json;
  }

  private static JsonElement tree(@Nullable EarlyStopping rule) {
    if (rule == null) {
      return JsonNull.INSTANCE;
    }
    JsonObject json = new JsonObject();
    json.addProperty("patience", rule.patience());
    json.addProperty("minDelta", rule.minDelta());
    return json;
  }

  private static JsonObject tree(LearningRateSchedule schedule) {
    JsonObject json = new JsonObject();
    json.addProperty("name", schedule.name());
    switch (schedule) {
      case Constant constant -> {}
      case InverseTime inverse -> json.addProperty("decay", inverse.decay());
      case Exponential exponential -> json.addProperty("gamma", exponential.gamma());
      case Step step -> {
        json.addProperty("every", step.every());
        json.addProperty("gamma", step.gamma());
      }
      case Cosine cosine -> {
        json.addProperty("warmup", cosine.warmup());
        json.addProperty("minimum", cosine.minimum());
      }
    }
    return json;
  }

  /**
   * The recipe with one key set, as {@code --set} does it.
   *
   * @param key dotted, such as {@code optimizer.learningRate}
   * @param value JSON; a bare word is a text
   */
  public static Recipe with(Recipe recipe, String key, String value) throws FormatException {
    JsonObject json = tree(recipe);
    set(json, key, value);
    return recipe(json, key + "=" + value);
  }

  private static void set(JsonObject json, String key, String value) throws FormatException {
    String[] path = key.split("\\.", -1);
    JsonObject parent = json;
    for (int i = 0; i < path.length - 1; i++) {
      if (parent.get(path[i]) instanceof JsonNull && path[i].equals("earlyStopping")) {
        parent.add(path[i], new JsonObject());
      }
      if (!(parent.get(path[i]) instanceof JsonObject child)) {
        throw new FormatException("cannot use the recipe", key + "=" + value, "unknown key " + key);
      }
      parent = child;
    }
    String last = path[path.length - 1];
    JsonElement element = value(value);
    if (last.equals("name") && path.length > 1 && !element.equals(parent.get("name"))) {
      forgetSettingsOfTheOther(parent);
    }
    parent.add(last, element);
  }

  /** Another optimizer or schedule starts from its own defaults, with the same learning rate. */
  private static void forgetSettingsOfTheOther(JsonObject section) {
    List.copyOf(section.keySet()).stream()
        .filter(name -> !name.equals("learningRate"))
        .forEach(section::remove);
  }

  private static JsonElement value(String text) {
    try {
      return Json.parse(text, "value");
    } catch (FormatException e) {
      return new JsonPrimitive(text);
    }
  }
}
