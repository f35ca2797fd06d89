package glassbox.ui.session;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;

/** What the user has done in the window, to be taken back and done again. */
public final class Undo {
  private static final int MOST = 200;

  private final Deque<Deed> past = new ArrayDeque<>();
  private final Deque<Deed> future = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyLongWrapper deeds = new ReadOnlyLongWrapper();
  private @Nullable Object lastSource;
  private boolean moving;

  private record Deed(Runnable back, Runnable forth) {}

  /**
   * Something was done.
   *
   * @param source what did it; what the same one does in a row, such as a field letter by letter or
   *     a slider on its way, is one deed
   */
  public void did(Object source, Runnable back, Runnable forth) {
    if (moving) {
      return; // it is done by undo itself
    }
    Runnable begin = source == lastSource && !past.isEmpty() ? past.pop().back() : back;
    past.push(new Deed(begin, forth));
    if (past.size() > MOST) {
      past.removeLast();
    }
    lastSource = source;
    future.clear();
    tell();
  }

  /** Whatever the user does to a choice can be taken back from now on. */
  public <T> void watch(Property<T> choice) {
    choice.addListener((property, before, now) ->
        did(choice, () -> choice.setValue(before), () -> choice.setValue(now)));
  }

  /**
   * Does something that is taken back as one, whatever watched choices it changes.
   *
   * @param back does the opposite
   */
  public void doAsOne(Runnable forth, Runnable back) {
    moving = true;
    try {
      forth.run();
    } finally {
      moving = false;
    }
    did(new Object(), back, forth);
  }

  /** Takes back what was done last. */
  public void undo() {
    move(past, future, true);
  }

  /** Does again what was taken back last. */
  public void redo() {
    move(future, past, false);
  }

  private void move(Deque<Deed> from, Deque<Deed> to, boolean back) {
    Deed deed = from.poll();
    lastSource = null;
    if (deed != null) {
      to.push(deed);
      moving = true;
      try {
        (back ? deed.back() : deed.forth()).run();
      } finally {
        moving = false;
      }
    }
    tell();
  }

  private void tell() {
    canUndo.set(!past.isEmpty());
    canRedo.set(!future.isEmpty());
    deeds.set(deeds.get() + 1);
  }

  /** Grows whenever something is done, taken back or done again. */
  public ReadOnlyLongProperty deedsProperty() {
    return deeds.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canUndo() {
    return canUndo.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canRedo() {
    return canRedo.getReadOnlyProperty();
  }
}
