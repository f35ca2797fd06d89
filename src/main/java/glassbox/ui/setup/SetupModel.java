package glassbox.ui.setup;

import glassbox.nn.LayerSpec;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import glassbox.ui.session.RecipeInView;
import glassbox.ui.session.RecipeMemory;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.session.Undo;
import glassbox.ui.words.Language;
import glassbox.ui.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;

/**
 * The settings of the run in hand or of the next one: fields that a user types into, commands that
 * change the layers, and the way back. What is accepted is in the session's recipe at once; a run
 * in hand takes a field when it is complete.
 */
public final class SetupModel {
  private final TrainingSession session;
  private final List<Field> network = Fields.network();
  private final List<Field> training = Fields.training();
  private final List<Field> regularisation = Fields.regularisation();
  private final Undo undo;
  private final RecipeInView inView;

  /** Held here, because the language outlives the window. */
  private final ChangeListener<Language> retelling = (property, before, now) -> retell();

  private boolean showing;

  public SetupModel(TrainingSession session) {
    this.session = session;
    undo = session.undo();
    for (Field field : all()) {
      field.textProperty().addListener((property, before, now) -> typed(field));
    }
    inView = session.recipeInView();
    inView.recipeProperty().addListener((property, before, now) -> show(now));
    inView.pastProperty().addListener((property, before, now) -> show(inView.recipe()));
    Words.languageProperty().addListener(new WeakChangeListener<>(retelling));
    show(inView.recipe());
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
    use(Presets.named(name, session.recipe().dataset()));
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
    if (inView.isPast()) {
      session.refuse(Words.of("setup.past.refused"));
      return;
    }
    try {
      set(edit.apply(session.recipe()), new Object());
    } catch (IllegalArgumentException e) {
      session.refuse(String.valueOf(e.getMessage()));
    }
  }

  private void set(Recipe changed, Object source) {
    Recipe before = session.recipe();
    if (!changed.equals(before)) {
      session.setRecipe(changed);
      if (session.recipe().equals(changed)) { // a run in hand may have refused it
        undo.did(source, () -> restore(before), () -> restore(changed));
      }
    }
  }

  /** What is taken back is to be seen: the settings at the newest step, which it is about. */
  private void restore(Recipe other) {
    session.showNewest();
    session.setRecipe(forPresentData(other));
  }

  /** Takes back what was done last. */
  public void undo() {
    undo.undo();
  }

  /** Does again what was taken back last. */
  public void redo() {
    undo.redo();
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

  /** Whether settings belong to a run in hand; then they count when they are complete. */
  private boolean isInHand() {
    return session.runInHand() != null;
  }

  private void typed(Field field) {
    if (showing || inView.isPast()) {
      return;
    }
    Recipe changed = field.applyTo(session.recipe());
    if (!isInHand()) {
      set(changed, field);
      if (problem().isEmpty()) {
        session.dismissNotice();
      }
    }
  }

  /** The text of a field is complete: a run in hand takes it from its next step on. */
  public void complete(Field field) {
    if (isInHand() && !inView.isPast()) {
      Recipe changed = field.applyTo(session.recipe());
      set(changed, new Object());
      if (!session.recipe().equals(changed)) {
        giveUp(field);
      }
    }
  }

  /** Shows the setting as it is instead of what was typed. */
  public void giveUp(Field field) {
    showing = true;
    field.showValueOf(inView.recipe());
    showing = false;
  }

  /** Another language may have another decimal sign. */
  private void retell() {
    for (Field field : all()) {
      if (!isBeingMended(field)) {
        giveUp(field);
      }
    }
  }

  private void show(Recipe recipe) {
    showing = true;
    for (Field field : all()) {
      boolean refused = isBeingMended(field) && field.appliesTo(recipe);
      if (!refused && !sameMeaning(field, recipe)) {
        field.showValueOf(recipe);
      }
    }
    showing = false;
  }

  /** What is refused stays to be mended, but not in the past, where nothing can be typed. */
  private boolean isBeingMended(Field field) {
    return !inView.isPast() && !field.problemProperty().get().isEmpty();
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
