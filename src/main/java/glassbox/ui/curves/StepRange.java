package glassbox.ui.curves;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Which steps the charts show: all of them, or a window that is moved by hand, or one that moves
 * along with the newest step.
 */
final class StepRange {
  /** Less than so many steps are never looked at. */
  private static final double SHORTEST = 30;

  /** The steps at both ends. */
  record Ends(double lower, double upper) {
    double width() {
      return upper - lower;
    }
  }

  private final ReadOnlyObjectWrapper<Ends> ends = new ReadOnlyObjectWrapper<>(new Ends(0, 100));
  private final BooleanProperty following = new SimpleBooleanProperty(this, "following", true);
  private double total = 100;
  private double newest;
  private double room;
  private boolean whole = true;

  StepRange() {
    following.addListener(property -> follow());
  }

  ReadOnlyObjectProperty<Ends> endsProperty() {
    return ends.getReadOnlyProperty();
  }

  Ends ends() {
    return ends.get();
  }

  /** Whether the window moves along with the newest step. */
  BooleanProperty followingProperty() {
    return following;
  }

  /** Whether all steps are seen. */
  boolean isWhole() {
    return whole;
  }

  /**
   * Sets how far the runs reach.
   *
   * @param totalSteps of the longest, as planned
   * @param newestStep of the run in hand
   */
  void setReach(double totalSteps, double newestStep) {
    total = Math.max(1, totalSteps);
    newest = newestStep;
    follow();
  }

  /** Sets the share of the width, in [0, 1), that is left free behind the lines for their names. */
  void setRoom(double share) {
    room = share;
    follow();
  }

  /** Shows everything and follows again. */
  void fit() {
    whole = true;
    following.set(true);
    follow();
  }

  /** What has been chosen. */
  Zoom.Steps zoom() {
    return new Zoom.Steps(whole ? null : ends(), following.get());
  }

  /** Chooses again. */
  void setZoom(Zoom.Steps chosen) {
    Ends wanted = chosen.ends();
    whole = wanted == null;
    following.set(chosen.following());
    show(wanted == null ? 0 : wanted.lower(), wanted == null ? wholeWidth() : wanted.width());
    follow();
  }

  private double wholeWidth() {
    return total / (1 - room);
  }

  private void follow() {
    if (!following.get()) {
      return;
    }
    if (whole) {
      ends.set(new Ends(0, wholeWidth()));
    } else {
      double width = Math.min(ends().width(), wholeWidth());
      show(newest - width * (1 - room), width);
    }
  }

  /**
   * Zooms by hand, which ends the following.
   *
   * @param step stays where it is
   * @param factor of the new width to the old one; below 1 for a closer look
   */
  void zoom(double step, double factor) {
    double width =
        Math.clamp(ends().width() * factor, Math.min(SHORTEST, wholeWidth()), wholeWidth());
    double share = (step - ends().lower()) / ends().width();
    byHand(step - share * width, width);
  }

  /** Moves the window by so many steps by hand, which ends the following. */
  void move(double steps) {
    byHand(ends().lower() + steps, ends().width());
  }

  private void byHand(double lower, double width) {
    following.set(false);
    whole = width >= wholeWidth();
    show(lower, width);
  }

  private void show(double lower, double width) {
    double from = Math.clamp(lower, 0, Math.max(0, wholeWidth() - width));
    ends.set(new Ends(from, from + width));
  }
}
