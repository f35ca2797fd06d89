package glassbox.ui.lesson;

import glassbox.format.Lesson;
import glassbox.format.Lesson.Stop;
import glassbox.format.Lesson.Turn;
import glassbox.training.Change;
import glassbox.training.Recipe;
import glassbox.ui.session.Goal;
import glassbox.ui.session.Run;
import glassbox.ui.session.State;
import glassbox.ui.session.TrainingSession;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a lesson: at every stop its run is brought to the stop's step, exactly, since a run
 * is a value. It waits for the session, never the session for it.
 */
final class LessonPlayer {
  private final TrainingSession session;
  private final Classroom room;
  private final Recipe recipeBefore;
  private Lesson lesson;
  private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(0);
  private final List<Run> runs = new ArrayList<>();
  private @Nullable Run run;
  private List<Change> changes;
  private Recipe present;
  private @Nullable Long target;
  private boolean beginning;
  private boolean waiting;
  private boolean closed;

  LessonPlayer(TrainingSession session, Classroom room, Lesson lesson) {
    this.session = session;
    this.room = room;
    this.lesson = lesson;
    recipeBefore = session.recipe();
    changes = lesson.plan().changes();
    present = lesson.plan().start();
    session.stateProperty().addListener((property, before, now) -> goOn());
    session.datasetProperty().addListener((property, before, now) -> goOn());
    session.stop();
    beginning = true;
    enter();
  }

  Lesson lesson() {
    return lesson;
  }

  /** Goes on with the same lesson in another language. */
  void speak(Lesson translated) {
    lesson = translated;
  }

  Stop stop() {
    return lesson.stops().get(at.get());
  }

  /** The number of the present stop, from 0. */
  ReadOnlyIntegerProperty atProperty() {
    return at.getReadOnlyProperty();
  }

  /** The lesson's present run, null before its first step. */
  @Nullable Run run() {
    return run;
  }

  boolean hasNext() {
    return at.get() + 1 < lesson.stops().size();
  }

  void next() {
    if (hasNext()) {
      at.set(at.get() + 1);
      enter();
    }
  }

  /** Back to the stop before; what was trained meanwhile stays. */
  void back() {
    if (at.get() > 0) {
      at.set(at.get() - 1);
      showPlace();
      Long step = stop().step();
      if (step != null && run != null && step <= run.history().size()) {
        lookAt(run, step);
      }
    }
  }

  private void showPlace() {
    if (stop().view() != null) {
      room.show(stop().view());
    }
    room.highlight(stop().highlight());
  }

  private void enter() {
    showPlace();
    Turn turn = stop().turn();
    target = stop().step();
    if (turn != null) {
      turnTo(turn);
    }
    goOn();
  }

  private void turnTo(Turn turn) {
    Long fork = turn.forkStep();
    present = turn.recipe();
    changes = List.of();
    if (fork == null || run == null) {
      session.stop();
      run = null;
      beginning = true;
    } else {
      session.fork(run, Math.min(fork, run.history().size()), turn.recipe());
      take(session.runInHand());
      session.pause(); // it goes on as far as the stop says
    }
  }

  /** Does the next thing on the way to the stop's step, if the session has time for it. */
  private void goOn() {
    if (closed || waiting) {
      return;
    }
    waiting = true; // what is done here changes the state, which calls back
    try {
      advance();
    } finally {
      waiting = false;
    }
  }

  private void advance() {
    if (beginning && isAtRest()) {
      begin();
    }
    Long step = target;
    if (step == null || beginning || session.state() == State.RUNNING) {
      return;
    }
    Run of = run;
    long done = of == null ? 0 : of.history().size();
    if (step <= done) {
      target = null;
      if (of != null) {
        lookAt(of, step);
      }
    } else if (session.state() != State.LOADING) {
      trainTowards(step, done);
    }
  }

  private void lookAt(Run of, long step) {
    if (step == of.history().size()) {
      session.playhead().toLive();
    } else {
      session.playhead().moveTo(step);
    }
  }

  private boolean isAtRest() {
    return session.state() != State.LOADING
        && session.state() != State.EMPTY
        && session.state() != State.RUNNING;
  }

  /** Makes the lesson's recipe the next run's, and its data those that are open. */
  private void begin() {
    var data = session.datasetProperty().get();
    if (data != null && data.name().equals(present.dataset())) {
      session.setRecipe(present);
      beginning = false;
    } else {
      session.useDataset(present.dataset());
    }
  }

  private void trainTowards(long step, long done) {
    Change next =
        changes.stream()
            .filter(change -> change.step() >= done && change.step() < step)
            .filter(change -> !change.recipe().equals(session.recipe()))
            .findFirst()
            .orElse(null);
    if (next != null && next.step() == done) {
      session.setRecipe(next.recipe());
      changes = changes.subList(changes.indexOf(next) + 1, changes.size());
      trainTowards(step, done);
      return;
    }
    session.train(new Goal.Steps(next == null ? step : next.step()));
    take(session.runInHand());
  }

  /** A run of the lesson: those before it stay on the charts, to be compared. */
  private void take(@Nullable Run taken) {
    if (taken != null && taken != run) {
      runs.forEach(before -> session.runs().setShown(before, true));
      runs.add(taken);
      run = taken;
    }
  }

  /** Ends the lesson; the recipe is what it was before. */
  void close() {
    if (!closed) {
      closed = true;
      room.highlight(null);
      session.stop();
      session.setRecipe(fitting(recipeBefore));
    }
  }

  /** The recipe of before for the data that are open now. */
  private Recipe fitting(Recipe recipe) {
    var data = session.datasetProperty().get();
    return data == null ? recipe : recipe.withDataset(data.name());
  }
}
