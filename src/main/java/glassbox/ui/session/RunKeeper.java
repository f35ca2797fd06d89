package glassbox.ui.session;

import glassbox.ui.words.Words;

/** Puts runs away that are not in hand any more; meanwhile the next one may be. */
final class RunKeeper {
  private final SessionModel model;
  private final RunInView view;
  private final RunList runs;

  RunKeeper(SessionModel model, RunInView view, RunList runs) {
    this.model = model;
    this.view = view;
    this.runs = runs;
  }

  /** Measures the test set once more with the last weights, then keeps the run. */
  void end(Hand held, Run.Status status) {
    held.run().setStatus(status);
    held.end(new Ending(held.run()));
  }

  /** Keeps a run as it is, to go on another time. */
  void layAside(Hand held) {
    held.run().setStatus(Run.Status.UNFINISHED);
    held.layAside(this::notSaved);
  }

  void notSaved(String problem) {
    model.refuse(Words.of("session.run.notSaved", problem));
  }

  private final class Ending implements Hand.Ending {
    private final Run run;

    Ending(Run run) {
      this.run = run;
    }

    @Override
    public void measured(Snapshot answers) {
      view.showLive(run, answers);
      if (run.status() == Run.Status.FINISHED) {
        answers.test().onlyAnswer().ifPresent(this::hasDied);
      }
    }

    private void hasDied(int answer) {
      model.refuse(
          Words.of("session.run.learnedNothing", run.name(), run.data().classNames().get(answer)));
    }

    @Override
    public void kept() {
      if (run.history().size() == 0) {
        runs.forget(run); // nothing came of it
      }
    }

    @Override
    public void problem(String words) {
      notSaved(words);
    }
  }
}
