package glassbox.ui.setup;

import glassbox.nn.LayerSpec;
import glassbox.optim.LearningRateSchedule;
import glassbox.optim.LearningRateSchedule.InverseTime;
import glassbox.optim.OptimizerSpec;
import glassbox.training.Recipe;
import glassbox.ui.session.RecipeMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every setting that is a text in the window, with its name, its help and its place in a recipe.
 */
final class Fields {
  private Fields() {}

  static List<Field> network() {
    return List.of(hiddenLayers());
  }

  static List<Field> training() {
    return List.of(
        new Field(
            "Learning rate",
            "How far each step goes against the gradient. Too small: slow. Too large: it diverges.",
            recipe -> text(recipe.optimizer().learningRate()),
            (recipe, text) ->
                recipe.withOptimizer(
                    recipe.optimizer().withLearningRate(number(text, "Learning rate")))),
        new Field(
            "Decay",
            "How the learning rate shrinks: after t steps it is divided by 1 + decay · t.",
            recipe ->
                recipe.schedule() instanceof InverseTime inverse ? text(inverse.decay()) : "0",
            (recipe, text) -> recipe.withSchedule(new InverseTime(number(text, "Decay"))),
            recipe -> recipe.schedule() instanceof InverseTime),
        keyed("Gamma", "schedule.gamma", "By what the learning rate is multiplied.", Fields::gamma),
        keyed("Every", "schedule.every", "Epochs between two multiplications.", Fields::every),
        keyed(
            "Warm-up",
            "schedule.warmup",
            "Steps on the way up to the rate; below 1: their share of the run, or of its first"
                + " cycle.",
            Fields::warmup),
        keyed("Minimum", "schedule.minimum", "The learning rate at the end.", Fields::minimum),
        keyed(
            "Momentum",
            "optimizer.momentum",
            "Share of the last step that goes on into the next.",
            Fields::momentum),
        new Field(
            "Batch size",
            "Images of a step. Small: many noisy steps. Large: few steady ones.",
            recipe -> Integer.toString(recipe.batchSize()),
            (recipe, text) -> recipe.withBatchSize(whole(text, "Batch size"))),
        new Field(
            "Epochs",
            "How often every training image is learned.",
            recipe -> Integer.toString(recipe.epochs()),
            (recipe, text) -> recipe.withEpochs(whole(text, "Epochs"))),
        new Field(
                "Seed",
                "Where the random numbers start: the same seed gives the same run.",
                recipe -> Long.toString(recipe.seed()),
                (recipe, text) -> recipe.withSeed(wholeLong(text, "Seed")))
            .fixedInARun());
  }

  static List<Field> regularisation() {
    return List.of(
        keyed(
            "Weight decay",
            "optimizer.weightDecay",
            "Pulls every weight a little towards 0 in each step.",
            recipe -> recipe.optimizer().weightDecay()),
        keyed(
            "Label smoothing",
            "loss.labelSmoothing",
            "Share of each target that is given to all classes alike.",
            Recipe::labelSmoothing),
        optional(
            "Max-norm", "maxNorm", "Longest that the weights into a unit get.", Recipe::maxNorm),
        optional("Clip norm", "clipNorm", "Longest that the gradient may be.", Recipe::clipNorm),
        optional(
                "Averaging",
                "averaging",
                "Decay of the weights' moving average, such as 0.999, which then answers.",
                Recipe::averaging)
            .fixedInARun(),
        optional(
                "Patience",
                "earlyStopping.patience",
                "Ends the run after so many epochs without a better validation loss.",
                recipe ->
                    recipe.earlyStopping() == null
                        ? null
                        : (double) recipe.earlyStopping().patience())
            .fixedInARun(),
        keyed(
                "Validation",
                "validation",
                "Images held out from the end of the training set.",
                recipe -> (double) recipe.validation())
            .fixedInARun());
  }

  /** A number at a key, shown only where the recipe has it. */
  private static Field keyed(
      String name, String key, String help, Function<Recipe, @Nullable Double> value) {
    return new Field(
        name,
        help,
        recipe -> textOrNothing(value.apply(recipe)),
        (recipe, text) -> RecipeMemory.with(recipe, key, text(number(text, name))),
        recipe -> value.apply(recipe) != null);
  }

  /** A number at a key, or nothing. */
  private static Field optional(
      String name, String key, String help, Function<Recipe, @Nullable Double> value) {
    Predicate<Recipe> always = recipe -> true;
    return new Field(
        name,
        help + " Empty: off.",
        recipe -> textOrNothing(value.apply(recipe)),
        (recipe, text) ->
            text.isEmpty()
                ? RecipeMemory.with(recipe, key.replaceFirst("\\..*", ""), "null")
                : RecipeMemory.with(recipe, key, text(number(text, name))),
        always);
  }

  private static @Nullable Double gamma(Recipe recipe) {
    return switch (recipe.schedule()) {
      case LearningRateSchedule.Exponential exponential -> exponential.gamma();
      case LearningRateSchedule.Step step -> step.gamma();
      default -> null;
    };
  }

  private static @Nullable Double every(Recipe recipe) {
    return recipe.schedule() instanceof LearningRateSchedule.Step step
        ? (double) step.every()
        : null;
  }

  private static @Nullable Double warmup(Recipe recipe) {
    return recipe.schedule() instanceof LearningRateSchedule.Cosine cosine ? cosine.warmup() : null;
  }

  private static @Nullable Double minimum(Recipe recipe) {
    return recipe.schedule() instanceof LearningRateSchedule.Cosine cosine
        ? cosine.minimum()
        : null;
  }

  private static @Nullable Double momentum(Recipe recipe) {
    return switch (recipe.optimizer()) {
      case OptimizerSpec.SgdSpec sgd -> sgd.momentum();
      case OptimizerSpec.RmsPropSpec rmsProp -> rmsProp.momentum();
      case OptimizerSpec.AdamSpec adam -> null;
    };
  }

  private static Field hiddenLayers() {
    return new Field(
            "Hidden layers",
            "Units of each hidden layer, such as 128, 128. What follows the first one follows"
                + " each.",
            recipe ->
                recipe.hidden().stream()
                    .filter(LayerSpec.DenseSpec.class::isInstance)
                    .map(layer -> Integer.toString(((LayerSpec.DenseSpec) layer).units()))
                    .collect(Collectors.joining(", ")),
            (recipe, text) -> {
              List<LayerSpec> layers = new ArrayList<>();
              for (String units : text.isEmpty() ? new String[0] : text.split("[,;\\s]+")) {
                layers.add(new LayerSpec.DenseSpec(whole(units, "Hidden layers")));
                layers.addAll(followers(recipe.hidden()));
              }
              layers.add(recipe.network().getLast());
              return recipe.withNetwork(layers);
            })
        .fixedInARun();
  }

  /** What stands between the first hidden dense layer and the next: a ReLU, mostly. */
  private static List<LayerSpec> followers(List<LayerSpec> hidden) {
    List<LayerSpec> followers = new ArrayList<>();
    boolean inFirst = false;
    for (LayerSpec layer : hidden) {
      if (layer instanceof LayerSpec.DenseSpec) {
        if (inFirst) {
          break;
        }
        inFirst = true;
      } else if (inFirst) {
        followers.add(layer);
      }
    }
    return inFirst ? followers : List.of(new LayerSpec.ReluSpec());
  }

  static double number(String text, String name) {
    String plain = text.replace(',', '.');
    if (!plain.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
      throw new IllegalArgumentException(name + " must be a number, got \"" + text + "\"");
    }
    return Double.parseDouble(plain);
  }

  private static int whole(String text, String name) {
    return (int) Math.clamp(wholeLong(text, name), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static long wholeLong(String text, String name) {
    try {
      return Long.parseLong(text.replace("_", ""));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a whole number, got \"" + text + "\"", e);
    }
  }

  /** As few digits as it takes. */
  private static String text(double value) {
    return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static String textOrNothing(@Nullable Double value) {
    return value == null ? "" : text(value);
  }
}
