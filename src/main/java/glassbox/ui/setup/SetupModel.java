package glassbox.ui.setup;

import glassbox.nn.LayerSpec;
import glassbox.optim.LearningRateSchedule;
import glassbox.optim.LearningRateSchedule.InverseTime;
import glassbox.training.Recipe;
import glassbox.ui.session.State;
import glassbox.ui.session.TrainingSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The settings of the next run as fields. What a field accepts is in the session's recipe at once.
 */
public final class SetupModel {
  private final TrainingSession session;
  private final List<Field> network = List.of(hiddenLayers());
  private final List<Field> optimizer =
      List.of(learningRate(), decay(), batchSize(), epochs(), seed());
  private boolean showing;

  public SetupModel(TrainingSession session) {
    this.session = session;
    for (Field field : all()) {
      field.textProperty().addListener((property, before, now) -> typed(field));
    }
    session.recipeProperty().addListener((property, before, now) -> show(now));
    show(session.recipe());
  }

  /** The fields about the layers. */
  public List<Field> network() {
    return network;
  }

  /** The fields about how they are trained. */
  public List<Field> optimizer() {
    return optimizer;
  }

  private List<Field> all() {
    List<Field> fields = new ArrayList<>(network);
    fields.addAll(optimizer);
    return fields;
  }

  /** What is wrong with the first field that is refused. */
  public Optional<String> problem() {
    return all().stream()
        .map(field -> field.problemProperty().get())
        .filter(problem -> !problem.isEmpty())
        .findFirst();
  }

  private void typed(Field field) {
    if (!showing && session.state() != State.RUNNING) {
      Recipe changed = field.applyTo(session.recipe());
      if (!changed.equals(session.recipe())) {
        session.setRecipe(changed);
      }
      if (problem().isEmpty()) {
        session.dismissNotice();
      }
    }
  }

  private void show(Recipe recipe) {
    showing = true;
    for (Field field : all()) {
      boolean refused = !field.problemProperty().get().isEmpty();
      if (!refused && !sameMeaning(field, recipe)) {
        field.showValueOf(recipe);
      }
    }
    showing = false;
  }

  /** While "0.10" is typed on the way to "0.105", it is not rewritten as "0.1". */
  private static boolean sameMeaning(Field field, Recipe recipe) {
    return field.means(recipe)
        || !field.textProperty().get().isEmpty() && field.applyTo(recipe).equals(recipe);
  }

  private static Field hiddenLayers() {
    return new Field(
        "Hidden layers",
        "Units of each hidden layer, such as 128, 128. A ReLU follows each of them.",
        recipe ->
            recipe.hidden().stream()
                .filter(LayerSpec.DenseSpec.class::isInstance)
                .map(layer -> Integer.toString(((LayerSpec.DenseSpec) layer).units()))
                .collect(Collectors.joining(", ")),
        (recipe, text) -> {
          List<LayerSpec> layers = new ArrayList<>();
          for (String units : text.isEmpty() ? new String[0] : text.split("[,;\\s]+")) {
            layers.add(new LayerSpec.DenseSpec(whole(units, "Hidden layers")));
            layers.add(new LayerSpec.ReluSpec());
          }
          layers.add(recipe.network().getLast());
          return recipe.withNetwork(layers);
        });
  }

  private static Field learningRate() {
    return new Field(
        "Learning rate",
        "How far each step goes against the gradient. Too small: slow. Too large: it diverges.",
        recipe -> text(recipe.optimizer().learningRate()),
        (recipe, text) ->
            recipe.withOptimizer(
                recipe.optimizer().withLearningRate(number(text, "Learning rate"))));
  }

  private static Field decay() {
    return new Field(
        "Decay",
        "How the learning rate shrinks: after t steps it is divided by 1 + decay · t.",
        recipe -> recipe.schedule() instanceof InverseTime inverse ? text(inverse.decay()) : "0",
        (recipe, text) -> {
          double decay = number(text, "Decay");
          LearningRateSchedule schedule = new InverseTime(decay);
          return recipe.withSchedule(schedule);
        });
  }

  private static Field batchSize() {
    return new Field(
        "Batch size",
        "Images of a step. Small: many noisy steps. Large: few steady ones.",
        recipe -> Integer.toString(recipe.batchSize()),
        (recipe, text) -> recipe.withBatchSize(whole(text, "Batch size")));
  }

  private static Field epochs() {
    return new Field(
        "Epochs",
        "How often every training image is learned.",
        recipe -> Integer.toString(recipe.epochs()),
        (recipe, text) -> recipe.withEpochs(whole(text, "Epochs")));
  }

  private static Field seed() {
    return new Field(
        "Seed",
        "Where the random numbers start: the same seed gives the same run.",
        recipe -> Long.toString(recipe.seed()),
        (recipe, text) -> recipe.withSeed(wholeLong(text, "Seed")));
  }

  private static double number(String text, String name) {
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
}
