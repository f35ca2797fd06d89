package glassbox.ui.session;

import glassbox.training.Recipe;
import glassbox.training.RunPlan;
import glassbox.ui.words.Words;

/** Makes runs that share the past of another and go on by a recipe of their own. */
final class Forks {
  private final SessionModel model;
  private final RunList runs;
  private final RunOpener opener;
  private final RunInHand inHand;

  Forks(SessionModel model, RunList runs, RunOpener opener, RunInHand inHand) {
    this.model = model;
    this.runs = runs;
    this.opener = opener;
    this.inHand = inHand;
  }

  /**
   * What a fork is going to be.
   *
   * @param step steps done in the parent
   * @throws IllegalArgumentException in words, where it is not possible
   */
  static RunPlan plan(Run parent, long step, Recipe by) {
    if (step < 0 || step > parent.history().size()) {
      throw new IllegalArgumentException(
          "step must be in [0, %d], got %d".formatted(parent.history().size(), step));
    }
    RunPlan plan = parent.plan().forkedAt(step, by);
    plan.requireFits(parent.data());
    if (plan.course(parent.data()).totalSteps() <= step) {
      throw new IllegalArgumentException(Words.of("session.fork.over", step));
    }
    return plan;
  }

  /** Forks a run, which is opened first where it is of another day, and trains the fork. */
  void fork(Run parent, long step, Recipe by) {
    if (!model.isReading()) {
      opener.open(parent, () -> forkOpen(parent, step, by));
    }
  }

  private void forkOpen(Run parent, long step, Recipe by) {
    try {
      RunPlan plan = plan(parent, step, by);
      Run fork = runs.fresh(plan, new Run.Origin(parent, step, null));
      fork.open(parent.data(), parent.timeline().forkedAt(step));
      runs.add(fork);
      parent.shownProperty().set(true);
      inHand.take(fork, () -> Past.stateOf(parent, step));
      inHand.advance(new Goal.End(), true, State.RUNNING);
    } catch (IllegalArgumentException e) {
      model.refuse(Failures.of(e));
    }
  }
}
