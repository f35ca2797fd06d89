package glassbox.ui.runs;

import glassbox.ui.session.Goal;
import glassbox.ui.session.Run;
import glassbox.ui.session.State;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Words;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What can be done with runs, and what is said of it; without a window. */
final class RunCommands {
  private final TrainingSession session;
  private final RunsModel model;
  private final Runnable toTrainView;
  private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();

  /**
   * Commands.
   *
   * @param toTrainView shows what is looked at
   */
  RunCommands(TrainingSession session, RunsModel model, Runnable toTrainView) {
    this.session = session;
    this.model = model;
    this.toTrainView = toTrainView;
    session.undo().deedsProperty().addListener(property -> dismissHint());
  }

  void lookAt(Run run) {
    session.show(run);
    if (run.status() != Run.Status.DAMAGED) {
      toTrainView.run();
    }
  }

  /** Whether nothing trains, so that something may. */
  boolean isAtRest() {
    return session.state() != State.RUNNING && session.state() != State.LOADING;
  }

  boolean canGoOn(Run run) {
    boolean queued = session.queue().isActive() && session.runInHand() != run;
    return isAtRest()
        && !queued
        && (run.status() == Run.Status.UNFINISHED || run.status() == Run.Status.IN_HAND);
  }

  void goOn(Run run) {
    if (canGoOn(run)) {
      session.goOn(run, new Goal.End());
    }
  }

  /** Whether there are forks of it, or it is one. */
  boolean hasFamily(Run of) {
    return model.family(of).size() > 1;
  }

  /** Whether some run of the family can come nearer to the one that has come farthest. */
  boolean canLevel(Run of) {
    List<Run> family = model.family(of);
    long farthest = farthest(family);
    return isAtRest()
        && !session.queue().isActive()
        && family.stream()
            .filter(run -> run.status() != Run.Status.DAMAGED)
            .anyMatch(run -> run.steps() < Math.min(farthest, run.totalSteps()));
  }

  /** Trains a run's whole family as far as the one that has come farthest. */
  void level(Run of) {
    if (canLevel(of)) {
      List<Run> family = model.family(of);
      session.bringTo(family, farthest(family));
    }
  }

  private static long farthest(List<Run> family) {
    return family.stream().mapToLong(Run::steps).max().orElse(0);
  }

  void setShown(List<Run> runs, boolean shown) {
    runs.stream()
        .filter(run -> run.status() != Run.Status.DAMAGED)
        .filter(run -> run.shownProperty().get() != shown)
        .forEach(run -> session.setShown(run, shown));
  }

  /** Shows all where one is hidden; otherwise hides all. */
  void toggleShown(List<Run> runs) {
    List<Run> sound = runs.stream().filter(run -> run.status() != Run.Status.DAMAGED).toList();
    setShown(sound, !sound.stream().allMatch(run -> run.shownProperty().get()));
  }

  boolean canDelete(List<Run> runs) {
    return runs.stream().anyMatch(run -> run.status() != Run.Status.IN_HAND);
  }

  /** Deletes what is not in hand, and offers to take that back. */
  void delete(List<Run> runs) {
    List<Run> gone = runs.stream().filter(run -> !isTrained(run)).toList();
    if (!gone.isEmpty()) {
      session.runs().delete(gone);
      undoable.set(true);
      hint.set(Words.of("runs.hint.deleted", called(gone)));
    } else if (!runs.isEmpty()) {
      undoable.set(false);
      hint.set(Words.of("runs.hint.stop", runs.getFirst().name()));
    }
  }

  private static boolean isTrained(Run run) {
    return run.status() == Run.Status.IN_HAND || run.status() == Run.Status.ELSEWHERE;
  }

  private static String called(List<Run> runs) {
    return runs.size() == 1 ? runs.getFirst().name() : Words.of("runs.count", runs.size());
  }

  /** Something was done that can be taken back. */
  void did(Runnable back, Runnable forth) {
    did(new Object(), back, forth);
  }

  /** The same; what one source does in a row is one deed. */
  void did(Object source, Runnable back, Runnable forth) {
    session.undo().did(source, back, forth);
  }

  void undo() {
    session.undo().undo();
  }

  void dismissHint() {
    hint.set("");
    undoable.set(false);
  }

  /** What was done just now, until something else is; mostly empty. */
  ReadOnlyStringProperty hintProperty() {
    return hint.getReadOnlyProperty();
  }

  /** Whether what the hint says can be taken back. */
  ReadOnlyBooleanProperty hintUndoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  void rename(Run run, String name) {
    session.runs().rename(run, name);
  }

  void note(Run run, String note) {
    session.runs().note(run, note);
  }
}
