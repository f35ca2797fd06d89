package glassbox.ui.session;

import glassbox.data.ImageDataset;
import glassbox.training.Recipe;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What all parts of the session read and some of them change: what it is doing, the data set, the
 * recipe of the next run, what the user is to be told. For the JavaFX thread.
 */
final class SessionModel {
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.EMPTY);
  private final ReadOnlyObjectWrapper<Recipe> recipe = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ImageDataset> dataset =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
  private boolean reading;

  SessionModel(Recipe startRecipe) {
    recipe.set(startRecipe);
  }

  State state() {
    return state.get();
  }

  void setState(State newState) {
    state.set(newState);
  }

  boolean isRunning() {
    return state.get() == State.RUNNING;
  }

  /** Whether a data set is being read, whatever the state has become meanwhile. */
  boolean isReading() {
    return reading;
  }

  void setReading(boolean isReading) {
    reading = isReading;
  }

  /** Does something at once or, where a data set is being read, when that has come to its end. */
  void whenNothingIsRead(Runnable deed) {
    if (!reading) {
      deed.run();
      return;
    }
    state.addListener(
        new InvalidationListener() {
          @Override
          public void invalidated(Observable property) {
            state.get(); // to be told again
            if (!reading) {
              state.removeListener(this);
              deed.run();
            }
          }
        });
  }

  /** Whether there is something to learn and nothing in the way. */
  boolean canTrain() {
    return dataset.get() != null && !isRunning() && !reading;
  }

  /** The recipe of the next run, or of the one in hand from its next step on. */
  Recipe recipe() {
    return recipe.get();
  }

  void setRecipe(Recipe newRecipe) {
    recipe.set(newRecipe);
  }

  @Nullable ImageDataset dataset() {
    return dataset.get();
  }

  /** For {@link RunInView#enter}, which takes the runs of another data set off the charts. */
  void setDataset(ImageDataset newDataset) {
    dataset.set(newDataset);
  }

  /** Tells the user that something cannot be done. */
  void refuse(String why) {
    tell(Notice.problem(why));
  }

  void tell(Notice news) {
    notice.set(news);
  }

  void dismissNotice() {
    notice.set(null);
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Recipe> recipeProperty() {
    return recipe.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable ImageDataset> datasetProperty() {
    return dataset.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
    return notice.getReadOnlyProperty();
  }
}
