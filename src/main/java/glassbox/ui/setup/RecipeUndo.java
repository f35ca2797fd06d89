package glassbox.ui.setup;

import glassbox.training.Recipe;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** The recipes that the user had before, to go back to and forth again. */
final class RecipeUndo {
  private static final int MOST = 200;

  private final Deque<Recipe> past = new ArrayDeque<>();
  private final Deque<Recipe> future = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private @Nullable Object lastSource;

  /**
   * A recipe is about to be changed.
   *
   * @param source what changes it; what the same field changes letter by letter is one change
   */
  void changing(Recipe before, Object source) {
    if (source != lastSource) {
      past.push(before);
      if (past.size() > MOST) {
        past.removeLast();
      }
    }
    lastSource = source;
    future.clear();
    tell();
  }

  @Nullable Recipe undo(Recipe now) {
    return move(past, future, now);
  }

  @Nullable Recipe redo(Recipe now) {
    return move(future, past, now);
  }

  private @Nullable Recipe move(Deque<Recipe> from, Deque<Recipe> to, Recipe now) {
    Recipe other = from.poll();
    if (other != null) {
      to.push(now);
    }
    lastSource = null;
    tell();
    return other;
  }

  private void tell() {
    canUndo.set(!past.isEmpty());
    canRedo.set(!future.isEmpty());
  }

  ReadOnlyBooleanProperty canUndo() {
    return canUndo.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty canRedo() {
    return canRedo.getReadOnlyProperty();
  }
}
