package glassbox.ui.setup;

import glassbox.nn.LayerSpec;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import glassbox.ui.session.RecipeMemory;
import glassbox.ui.session.State;
import glassbox.ui.session.TrainingSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the next run: fields that a user types into, commands that change the layers, and
 * the way back. What is accepted is in the session's recipe at once.
 */
public final class SetupModel {
  private final TrainingSession session;
  private final List<Field> network = Fields.network();
  private final List<Field> training = Fields.training();
  private final List<Field> regularisation = Fields.regularisation();
  private final RecipeUndo undo = new RecipeUndo();
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
    return training;
  }

  /** The fields against learning by heart. */
  public List<Field> regularisation() {
    return regularisation;
  }

  private List<Field> all() {
    return Stream.of(network, training, regularisation).flatMap(List::stream).toList();
  }

  /** What is wrong with the first field that is refused. */
  public Optional<String> problem() {
    return all().stream()
        .map(field -> field.problemProperty().get())
        .filter(problem -> !problem.isEmpty())
        .findFirst();
  }

  /** Another optimizer with the same learning rate, by its word in a recipe. */
  public void chooseOptimizer(String name) {
    change(recipe -> RecipeMemory.with(recipe, "optimizer.name", name));
  }

  /** Another schedule, by its word in a recipe. */
  public void chooseSchedule(String name) {
    change(recipe -> RecipeMemory.with(recipe, "schedule.name", name));
  }

  /** A preset's recipe for the present data set. */
  public void choosePreset(String name) {
    use(Presets.named(name));
  }

  /** A recipe from elsewhere, for the present data set. */
  public void use(Recipe other) {
    change(recipe -> forPresentData(other));
  }

  /** Puts a layer before the one at this index; at the end it stands before the last dense one. */
  public void insertLayer(int index, LayerSpec layer) {
    changeLayers(layers -> layers.add(Math.min(index, layers.size() - 1), layer));
  }

  public void removeLayer(int index) {
    changeLayers(layers -> layers.remove(index));
  }

  /** Swaps a layer with the one before it or behind it; the last dense layer stays where it is. */
  public void moveLayer(int index, int by) {
    changeLayers(layers -> {
      int to = index + by;
      if (to >= 0 && to < layers.size() - 1 && index < layers.size() - 1) {
        Collections.swap(layers, index, to);
      }
    });
  }

  /**
   * Puts another layer in the place of one; the text is as in a recipe, such as {@code dense 64}.
   */
  public void replaceLayer(int index, String text) {
    changeLayers(layers -> layers.set(index, LayerSpec.parse(text)));
  }

  private void changeLayers(Consumer<List<LayerSpec>> edit) {
    change(recipe -> {
      List<LayerSpec> layers = new ArrayList<>(recipe.network());
      edit.accept(layers);
      return recipe.withNetwork(layers);
    });
  }

  private void change(UnaryOperator<Recipe> edit) {
    if (session.state() == State.RUNNING) {
      return;
    }
    try {
      set(edit.apply(session.recipe()), new Object());
    } catch (IllegalArgumentException e) {
      session.refuse(String.valueOf(e.getMessage()));
    }
  }

  private void set(Recipe changed, Object source) {
    if (!changed.equals(session.recipe())) {
      undo.changing(session.recipe(), source);
      session.setRecipe(changed);
    }
  }

  /** Takes back the last change of the recipe. */
  public void undo() {
    restore(undo.undo(session.recipe()));
  }

  /** Makes the change again that was taken back last. */
  public void redo() {
    restore(undo.redo(session.recipe()));
  }

  private void restore(@Nullable Recipe other) {
    if (other != null && session.state() != State.RUNNING) {
      session.setRecipe(forPresentData(other));
    }
  }

  /** The recipe with the present data set, its classes and at most as many images held out. */
  private Recipe forPresentData(Recipe other) {
    Recipe now = session.recipe();
    List<LayerSpec> layers = new ArrayList<>(other.hidden());
    layers.add(now.network().getLast());
    Recipe fitted = other.withDataset(now.dataset()).withNetwork(layers);
    return session.fits(fitted) ? fitted : fitted.withValidation(now.validation());
  }

  public ReadOnlyBooleanProperty canUndo() {
    return undo.canUndo();
  }

  public ReadOnlyBooleanProperty canRedo() {
    return undo.canRedo();
  }

  private void typed(Field field) {
    if (!showing && session.state() != State.RUNNING) {
      set(field.applyTo(session.recipe()), field);
      if (problem().isEmpty()) {
        session.dismissNotice();
      }
    }
  }

  private void show(Recipe recipe) {
    showing = true;
    for (Field field : all()) {
      boolean refused = !field.problemProperty().get().isEmpty() && field.appliesTo(recipe);
      if (!refused && !sameMeaning(field, recipe)) {
        field.showValueOf(recipe);
      }
    }
    showing = false;
  }

  /** While "0.10" is typed on the way to "0.105", it is not rewritten as "0.1". */
  private static boolean sameMeaning(Field field, Recipe recipe) {
    if (!field.appliesTo(recipe)) {
      return false;
    }
    return field.means(recipe)
        || !field.textProperty().get().isEmpty() && field.applyTo(recipe).equals(recipe);
  }
}
