package glassbox.ui.session;

import glassbox.data.ImageDataset;
import glassbox.training.Recipe;
import glassbox.training.RunPlan;
import glassbox.training.Timeline;
import glassbox.ui.words.Words;

/** Begins runs and lets them go on, one at a time. */
final class Training {
  private final SessionModel model;
  private final RunList runs;
  private final RunQueue queue;
  private final RunOpener opener;
  private final RunInHand inHand;

  Training(SessionModel model, RunList runs, RunQueue queue, RunOpener opener, RunInHand inHand) {
    this.model = model;
    this.runs = runs;
    this.queue = queue;
    this.opener = opener;
    this.inHand = inHand;
  }

  /** Starts a run of the recipe, or lets the one in hand go on; pauses where the goal is. */
  void train(Goal goal) {
    if (goal instanceof Goal.Accuracy && model.recipe().validation() == 0) {
      model.refuse(Words.of("session.goal.accuracy"));
    } else if (isReady()) {
      inHand.advance(goal, true, State.RUNNING);
    }
  }

  /** Trains so many steps and pauses. */
  void step(long steps) {
    if (isReady()) {
      inHand.step(steps);
    }
  }

  /** Trains to the end of the epoch and pauses. */
  void finishEpoch() {
    Run held = inHand.run();
    long done = held == null ? 0 : held.epochsAfter(held.history().size());
    train(new Goal.Epochs(done + 1));
  }

  /** Whether there is a run in hand that can advance; where none is, one is begun. */
  private boolean isReady() {
    return model.canTrain() && (!inHand.isEmpty() || begin(runs.fresh(planned(), Run.Origin.NONE)));
  }

  private RunPlan planned() {
    return new RunPlan(model.recipe());
  }

  /** Takes a new run in hand; says why not where its recipe does not fit the data. */
  boolean begin(Run fresh) {
    ImageDataset data = model.dataset();
    if (data == null || !fits(fresh.recipe(), data)) {
      return false;
    }
    if (!queue.isActive()) {
      runs.hide(other -> !other.isPinned());
    }
    long interval = Timeline.intervalFor(fresh.recipe().batchSize());
    fresh.open(data, new Timeline(runs.memory(), interval));
    runs.add(fresh);
    inHand.take(fresh, () -> null);
    return true;
  }

  private boolean fits(Recipe recipe, ImageDataset data) {
    try {
      recipe.requireFits(data);
      return true;
    } catch (IllegalArgumentException e) {
      model.refuse(Failures.of(e));
      return false;
    }
  }

  /** Takes a run in hand that has not come to its end, and trains it. */
  void goOn(Run other, Goal goal) {
    if (!model.isReading() && isOurs(other)) {
      opener.open(other, () -> goOnOpen(other, goal));
    }
  }

  private boolean isOurs(Run other) {
    boolean ours = other.status() != Run.Status.ELSEWHERE;
    if (!ours) {
      model.refuse(Words.of("session.run.elsewhere", other.name()));
    }
    return ours;
  }

  /** Lets a run go on that is open; one of several does so as fast as it can. */
  void goOnOpen(Run other, Goal goal) {
    if (inHand.run() != other) {
      long end = other.history().size();
      inHand.take(other, () -> Past.stateOf(other, end));
    }
    inHand.advance(goal, !queue.isActive(), State.RUNNING);
  }
}
