package glassbox.format;

import static java.util.stream.Collectors.joining;

import com.google.gson.JsonObject;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recipes as JSON. A missing key takes the {@code seed} preset's value; an unknown key, a wrong
 * type or a value out of range is an error that names the key.
 */
public final class RecipeJson {
  private static final String ABOVE_ZERO = "in [1, %d]".formatted(Integer.MAX_VALUE);
  private static final String NOT_BELOW_ZERO = "in [0, %d]".formatted(Integer.MAX_VALUE);
  private static final List<String> OPTIMIZERS = List.of("sgd", "rmsprop", "adam", "adamw");
  private static final List<String> SCHEDULES =
      List.of("constant", "inverse-time", "exponential", "step", "cosine");

  private RecipeJson() {}

  /** Reads a recipe from a file of at most 1 MiB. */
  public static Recipe read(Path file) throws IOException {
    return parse(Json.readText(file, "cannot read the recipe"), file.toString());
  }

  /** Writes a recipe to a file, in the place of what was there. */
  public static void save(Path file, Recipe recipe) throws IOException {
    AtomicFiles.write(file.toAbsolutePath(), write(recipe));
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
              AugmentationJson.read(top.sectionOrNull("augmentation")),
              top.count("epochs", seed.epochs(), "in [1, 100000]"),
              top.count("batchSize", seed.batchSize(), "in [1, 65536]"),
              top.truth("shuffle", seed.shuffle()),
              top.whole("seed", seed.seed()),
              top.count("validation", seed.validation(), NOT_BELOW_ZERO));
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
                  section.number("weightDecay", seed.weightDecay()),
                  decayBiasAndNorm(section));
          case "rmsprop" ->
              new RmsPropSpec(
                  learningRate,
                  section.number("decay", RmsPropSpec.DECAY),
                  section.number("epsilon", RmsPropSpec.EPSILON),
                  section.number("momentum", seed.momentum()),
                  section.number("weightDecay", seed.weightDecay()),
                  decayBiasAndNorm(section));
          case "adam", "adamw" ->
              new AdamSpec(
                  learningRate,
                  section.number("beta1", AdamSpec.BETA1),
                  section.number("beta2", AdamSpec.BETA2),
                  section.number("epsilon", AdamSpec.EPSILON),
                  section.number("weightDecay", seed.weightDecay()),
                  name.equals("adamw"),
                  decayBiasAndNorm(section));
          default -> throw unknown("optimizer.name", OPTIMIZERS, name, where);
        };
    section.refuseOthers();
    return optimizer;
  }

  private static boolean decayBiasAndNorm(JsonSection optimizer) throws FormatException {
    return optimizer.truth("decayBiasAndNorm", OptimizerSpec.DECAY_BIAS_AND_NORM);
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
              new Cosine(
                  section.countOrShare("warmup", 0, NOT_BELOW_ZERO),
                  section.number("minimum", 0),
                  section.count("cycles", 1, ABOVE_ZERO));
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
    return Json.pretty(RecipeTree.of(recipe));
  }

  /**
   * The recipe with one key set, as {@code --set} does it.
   *
   * @param key dotted, such as {@code optimizer.learningRate}, or {@code network.2} for a layer
   *     counted from 0, or {@code dropout} for the rate of all dropout layers
   * @param value JSON; a bare word is a text
   */
  public static Recipe with(Recipe recipe, String key, String value) throws FormatException {
    return with(recipe, List.of(new RecipeSetting(key, value)));
  }

  /**
   * The recipe with several keys set at once, in any order; only the result needs to make sense.
   * Names come first, because another optimizer or schedule forgets the settings of the old one.
   */
  public static Recipe with(Recipe recipe, List<RecipeSetting> settings) throws FormatException {
    JsonObject json = RecipeTree.of(recipe);
    List<RecipeSetting> namesFirst = new ArrayList<>(settings);
    namesFirst.sort(Comparator.comparing(setting -> !setting.key().endsWith(".name")));
    for (RecipeSetting setting : namesFirst) {
      setting.applyTo(json);
    }
    String where = settings.stream().map(RecipeSetting::toString).collect(joining(", "));
    return recipe(json, where);
  }

  /** The value of a key as a text; empty where the recipe has no such key. */
  public static Optional<String> value(Recipe recipe, String key) {
    return RecipeSetting.value(RecipeTree.of(recipe), key);
  }

  /** What is to be set in one recipe to make it the other, in the order of the documentation. */
  public static List<RecipeSetting> differences(Recipe from, Recipe to) {
    return RecipeSetting.differences(RecipeTree.of(from), RecipeTree.of(to));
  }
}
