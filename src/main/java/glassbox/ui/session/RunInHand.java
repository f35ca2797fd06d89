package glassbox.ui.session;

import glassbox.training.Change;
import glassbox.training.Recipe;
import glassbox.training.RunState;
import glassbox.ui.words.Words;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The run in hand, the only one that trains or is paused: takes it, lets it advance, and says what
 * has become of it when a stretch of training ends.
 */
final class RunInHand {
  private final SessionModel model;
  private final RunInView view;
  private final RunQueue queue;
  private final PaceChoice pace;
  private final HandMaker hands;
  private final RunKeeper keeper;
  private @Nullable Hand hand;

  /**
   * No run is in hand yet.
   *
   * @param queue goes on when a run has come to its end
   */
  RunInHand(
      SessionModel model,
      RunInView view,
      RunQueue queue,
      PaceChoice pace,
      HandMaker hands,
      RunKeeper keeper) {
    this.model = model;
    this.view = view;
    this.queue = queue;
    this.pace = pace;
    this.hands = hands;
    this.keeper = keeper;
  }

  /** The run that trains or is paused; null for none. */
  @Nullable Run run() {
    return hand == null ? null : hand.run();
  }

  boolean isEmpty() {
    return hand == null;
  }

  /**
   * Takes an open run in hand; the one before is laid aside.
   *
   * @param beginning where it goes on; gives null for a run that begins
   */
  void take(Run taken, Callable<@Nullable RunState> beginning) {
    layAside();
    if (!queue.isActive()) { // what went wrong with one of several runs stays to be read
      model.dismissNotice();
    }
    hand = hands.take(taken, beginning);
    taken.setStatus(Run.Status.IN_HAND);
    view.enter(taken.data());
    taken.shownProperty().set(true);
    model.setRecipe(taken.recipeNow());
    view.look(taken);
    pace.suitNextRun();
  }

  /**
   * Trains the run in hand, if there is one, until the goal.
   *
   * @param paced whether steps come at the pace that is set, or as fast as they can
   * @param meanwhile the state that is shown
   */
  void advance(Goal goal, boolean paced, State meanwhile) {
    Hand held = hand;
    if (held == null) {
      return;
    }
    TrainingTask loop = held.advance(goal, paced);
    loop.valueProperty()
        .addListener((property, before, now) -> {
          if (held.isAt(loop) && !loop.isDone()) { // at rest the answers of the last step count
            view.showLive(held.run(), now);
          }
        });
    loop.messageProperty().addListener((property, before, now) -> model.refuse(now));
    loop.titleProperty().addListener((property, before, now) -> notChanged(held, now));
    loop.setOnSucceeded(event -> whileAt(held, loop, () -> loopEnded(held, loop)));
    loop.setOnFailed(event -> whileAt(held, loop, () -> loopFailed(held, loop)));
    model.setState(meanwhile);
  }

  /** Trains so many steps more, one by one, then pauses; steps that are still to be made count. */
  void step(long steps) {
    if (hand != null) {
      advance(new Goal.Steps(hand.nextStop() + steps), false, State.PAUSED);
    }
  }

  /** What comes too late, when another run or loop has taken its place, is of no interest. */
  private void whileAt(Hand held, TrainingTask loop, Runnable event) {
    if (held == hand && held.isAt(loop)) {
      event.run();
    }
  }

  private void loopFailed(Hand held, TrainingTask loop) {
    String why = Failures.of(loop.getException());
    String told = queue.isActive() ? held.run().name() + ": " + why : why;
    end(State.FAILED, Run.Status.FAILED);
    queue.next();
    model.refuse(told);
  }

  private void loopEnded(Hand held, TrainingTask loop) {
    if (loop.isRunFinished()) {
      end(State.FINISHED, Run.Status.FINISHED);
      queue.next();
      return;
    }
    boolean queued = model.isRunning() && !loop.isPaced(); // nobody paused it
    if (!model.isReading()) {
      model.setState(State.PAUSED);
    }
    held.measure(answers -> whileAt(held, loop, () -> view.showLive(held.run(), answers)));
    if (queued) {
      queue.next();
    }
  }

  /** Ends the loop after its present step; the run can go on. */
  void pause() {
    if (hand != null && model.isRunning()) {
      hand.pause();
      model.setState(State.PAUSED);
    }
  }

  /** Ends the run after its present step, and what waits for it; what was measured stays. */
  void stop() {
    if (hand != null) {
      queue.clear();
      end(State.FINISHED, Run.Status.UNFINISHED);
    }
  }

  private void end(State ended, Run.Status status) {
    Hand held = hand;
    if (held != null) {
      followPlan(held);
      hand = null;
      keeper.end(held, status);
      model.setState(ended);
    }
  }

  /** Puts the run in hand away as it is, to go on another time. */
  void layAside() {
    Hand held = hand;
    if (held != null) {
      hand = null;
      keeper.layAside(held);
    }
  }

  /**
   * Pauses the run in hand, where there is one, and saves it.
   *
   * @param words hears what has become of it
   */
  void saveNow(Consumer<String> words) {
    Hand held = hand;
    if (held == null) {
      words.accept(Words.of("session.run.none"));
      return;
    }
    pause();
    String name = held.run().name();
    held.saveNow(
        () -> words.accept(Words.of("session.run.paused", name)),
        problem -> words.accept(Words.of("session.run.notSavedNamed", name, problem)));
  }

  /** Puts it away at the end of the program; the next start can offer it. */
  void saveAndEnd() {
    Hand held = hand;
    if (held != null) {
      hand = null;
      held.saveAndEnd();
    }
  }

  /**
   * Takes another recipe before the next step, where there is a run in hand.
   *
   * @throws IllegalArgumentException in words, where something cannot change within a run
   */
  void change(Recipe next) {
    Hand held = hand;
    if (held != null) {
      Run of = held.run();
      Change.requirePossible(model.recipe(), next);
      of.plan().changedAt(of.history().size(), next).requireFits(of.data());
      held.change(next, problem -> notChanged(held, problem));
    }
  }

  /** A change came too late for the run: its recipe is what it was. */
  private void notChanged(Hand held, String why) {
    if (held == hand) {
      model.setRecipe(held.run().recipeNow());
    }
    model.refuse(why);
  }

  /**
   * Answers the test set on the way only while somebody looks, saves where a run rests, and follows
   * what was planned for it; once a frame.
   */
  void watch() {
    if (hand != null) {
      hand.setWatched(view.isLive(hand.run()));
      hand.watchRest(keeper::notSaved);
      followPlan(hand);
    }
  }

  /** A fork repeats what its parent changed; what the user has changed since counts for more. */
  private void followPlan(Hand held) {
    if (!held.isChanging()) {
      Recipe now = held.run().recipeNow();
      if (!now.equals(model.recipe())) {
        model.setRecipe(now);
      }
    }
  }
}
