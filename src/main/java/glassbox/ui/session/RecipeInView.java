package glassbox.ui.session;

import glassbox.training.Recipe;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The recipe of the moment that is looked at. At the newest step it is the one that the next step,
 * or the next run, will follow, and can be changed; of a step that is over it is what held there.
 */
public final class RecipeInView {
  private final SessionModel model;
  private final RunInView view;
  private final RunInHand inHand;
  private final ReadOnlyObjectWrapper<Recipe> recipe = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper past = new ReadOnlyBooleanWrapper();

  RecipeInView(SessionModel model, RunInView view, RunInHand inHand) {
    this.model = model;
    this.view = view;
    this.inHand = inHand;
    model.recipeProperty().addListener((property, before, now) -> look());
    model.stateProperty().addListener((property, before, now) -> look());
    view.runProperty().addListener((property, before, now) -> look());
    view.playhead().liveProperty().addListener((property, before, now) -> look());
    view.playhead().stepProperty().addListener((property, before, now) -> look());
    look();
  }

  private void look() {
    Run run = view.runProperty().get();
    long step = view.playhead().stepProperty().get();
    past.set(run != null && isPast(run));
    recipe.set(run != null && past.get() ? run.plan().at(Math.max(0, step)) : model.recipe());
  }

  /** A run that is at rest while another one is in hand cannot be changed either. */
  private boolean isPast(Run run) {
    return !view.playhead().isLive() || !inHand.isEmpty() && inHand.run() != run;
  }

  /** The recipe of the step after the one that is looked at. */
  public ReadOnlyObjectProperty<Recipe> recipeProperty() {
    return recipe.getReadOnlyProperty();
  }

  public Recipe recipe() {
    return recipe.get();
  }

  /** Whether it is what held in the past, to be read only; a fork can change it. */
  public ReadOnlyBooleanProperty pastProperty() {
    return past.getReadOnlyProperty();
  }

  public boolean isPast() {
    return past.get();
  }
}
