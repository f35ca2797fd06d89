package glassbox.ui.session;

import glassbox.data.ImageDataset;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** How many steps a second are trained: what the user has chosen, or what suits the next run. */
final class PaceChoice {
  private final SessionModel model;
  private final Undo undo;
  private final DoubleProperty stepsPerSecond = new SimpleDoubleProperty(Double.POSITIVE_INFINITY);
  private final Pace pace = new Pace();
  private boolean chosen;

  PaceChoice(SessionModel model, Undo undo) {
    this.model = model;
    this.undo = undo;
    stepsPerSecond.addListener((property, before, now) -> pace.set(now.doubleValue()));
  }

  /** What the training thread is held to. */
  Pace pace() {
    return pace;
  }

  ReadOnlyDoubleProperty stepsPerSecondProperty() {
    return stepsPerSecond;
  }

  /** Unless the user has chosen a pace: one that suits the length of the next run. */
  void suitNextRun() {
    ImageDataset data = model.dataset();
    if (!chosen && data != null) {
      stepsPerSecond.set(Pace.comfortable(model.recipe().totalSteps(data.train().count())));
    }
  }

  /** The pace that the user chose at an earlier start. */
  void remember(double earlier) {
    chosen = true;
    stepsPerSecond.set(earlier);
  }

  /** The pace is again one that suits the next run. */
  void forget() {
    chosen = false;
    suitNextRun();
  }

  /** Whether it is the user's own. */
  boolean isChosen() {
    return chosen;
  }

  /** The user's pace, for this and later runs; infinity is full speed. */
  void choose(double newPace) {
    double before = stepsPerSecond.get();
    chosen = true;
    stepsPerSecond.set(newPace);
    if (before != newPace) {
      undo.did(stepsPerSecond, () -> stepsPerSecond.set(before), () -> stepsPerSecond.set(newPace));
    }
  }
}
