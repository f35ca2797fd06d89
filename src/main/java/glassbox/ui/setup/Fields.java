package glassbox.ui.setup;

import glassbox.nn.LayerSpec;
import glassbox.optim.LearningRateSchedule;
import glassbox.optim.LearningRateSchedule.InverseTime;
import glassbox.optim.OptimizerSpec;
import glassbox.training.Recipe;
import glassbox.ui.session.RecipeMemory;
import glassbox.ui.words.Typed;
import glassbox.ui.words.Words;
import java.math.BigDecimal;
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
            "learning-rate",
            recipe -> Typed.text(recipe.optimizer().learningRate()),
            (recipe, text) ->
                recipe.withOptimizer(
                    recipe.optimizer().withLearningRate(number(text, "learning-rate")))),
        new Field(
            "decay",
            recipe ->
                recipe.schedule() instanceof InverseTime inverse
                    ? Typed.text(inverse.decay())
                    : "0",
            (recipe, text) -> recipe.withSchedule(new InverseTime(number(text, "decay"))),
            recipe -> recipe.schedule() instanceof InverseTime),
        keyed("gamma", "schedule.gamma", Fields::gamma),
        keyed("every", "schedule.every", Fields::every),
        keyed("warm-up", "schedule.warmup", Fields::warmup),
        keyed("minimum", "schedule.minimum", Fields::minimum),
        keyed("momentum", "optimizer.momentum", Fields::momentum),
        new Field(
            "batch-size",
            recipe -> Integer.toString(recipe.batchSize()),
            (recipe, text) -> recipe.withBatchSize(whole(text, "batch-size"))),
        new Field(
            "epochs",
            recipe -> Integer.toString(recipe.epochs()),
            (recipe, text) -> recipe.withEpochs(whole(text, "epochs"))),
        new Field(
                "seed",
                recipe -> Long.toString(recipe.seed()),
                (recipe, text) -> recipe.withSeed(wholeLong(text, "seed")))
            .fixedInARun());
  }

  static List<Field> regularisation() {
    return List.of(
        keyed("weight-decay", "optimizer.weightDecay", recipe -> recipe.optimizer().weightDecay()),
        keyed("label-smoothing", "loss.labelSmoothing", Recipe::labelSmoothing),
        optional("max-norm", "maxNorm", Recipe::maxNorm),
        optional("clip-norm", "clipNorm", Recipe::clipNorm),
        optional("averaging", "averaging", Recipe::averaging).fixedInARun(),
        optional(
                "patience",
                "earlyStopping.patience",
                recipe ->
                    recipe.earlyStopping() == null
                        ? null
                        : (double) recipe.earlyStopping().patience())
            .fixedInARun(),
        keyed("validation", "validation", recipe -> (double) recipe.validation()).fixedInARun());
  }

  /** A number at a key, shown only where the recipe has it. */
  private static Field keyed(String id, String key, Function<Recipe, @Nullable Double> value) {
    return new Field(
        id,
        recipe -> textOrNothing(value.apply(recipe)),
        (recipe, text) -> RecipeMemory.with(recipe, key, plain(number(text, id))),
        recipe -> value.apply(recipe) != null);
  }

  /** A number at a key, or nothing. */
  private static Field optional(String id, String key, Function<Recipe, @Nullable Double> value) {
    Predicate<Recipe> always = recipe -> true;
    return new Field(
        id,
        recipe -> textOrNothing(value.apply(recipe)),
        (recipe, text) ->
            text.isEmpty()
                ? RecipeMemory.with(recipe, key.replaceFirst("\\..*", ""), "null")
                : RecipeMemory.with(recipe, key, plain(number(text, id))),
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
            "hidden-layers",
            recipe ->
                recipe.hidden().stream()
                    .filter(LayerSpec.DenseSpec.class::isInstance)
                    .map(layer -> Integer.toString(((LayerSpec.DenseSpec) layer).units()))
                    .collect(Collectors.joining(", ")),
            (recipe, text) -> {
              List<LayerSpec> layers = new ArrayList<>();
              for (String units : text.isEmpty() ? new String[0] : text.split("[,;\\s]+")) {
                layers.add(new LayerSpec.DenseSpec(whole(units, "hidden-layers")));
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

  static double number(String text, String id) {
    String plain = text.replace(',', '.');
    if (!plain.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
      throw new IllegalArgumentException(Words.of("setup.refused.number", Field.name(id), text));
    }
    return Double.parseDouble(plain);
  }

  private static int whole(String text, String id) {
    return (int) Math.clamp(wholeLong(text, id), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static long wholeLong(String text, String id) {
    try {
      return Long.parseLong(text.replace("_", ""));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(Words.of("setup.refused.whole", Field.name(id), text), e);
    }
  }

  /** As a recipe has it. */
  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static String textOrNothing(@Nullable Double value) {
    return value == null ? "" : Typed.text(value);
  }
}
