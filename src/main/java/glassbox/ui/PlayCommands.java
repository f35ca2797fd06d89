package glassbox.ui;

import glassbox.ui.session.Playhead;
import glassbox.ui.session.State;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.setup.SetupModel;

/** Training as one plays a film: start and pause, a step forward or back, full speed. */
final class PlayCommands {
  private final TrainingSession session;
  private final SetupModel setup;
  private double paceBeforeFull = 100;
  private boolean awaited;

  /**
   * The commands of a session.
   *
   * @param setup knows whether all settings make sense
   */
  PlayCommands(TrainingSession session, SetupModel setup) {
    this.session = session;
    this.setup = setup;
    session.stateProperty().addListener((property, before, now) -> stateIs(now));
  }

  /** Who asked for a run while the data were read gets it when they are there. */
  private void stateIs(State now) {
    if (!awaited || now == State.LOADING) {
      return;
    }
    awaited = false;
    if (now != State.EMPTY && now != State.RUNNING) {
      start();
    }
  }

  /** Starts a run if all settings make sense; otherwise says which one does not. */
  void start() {
    ifSettingsMakeSense(session::train);
  }

  void trainOrPause() {
    if (session.state() == State.RUNNING) {
      session.pause();
    } else if (session.state() == State.LOADING) {
      awaited = !awaited;
    } else {
      start();
    }
  }

  /** Forward on the timeline; at its newest step one trains on, step by step. */
  void forward(long steps) {
    Playhead playhead = session.playhead();
    if (!playhead.isLive()) {
      playhead.moveBy(steps);
    } else if (session.state() != State.RUNNING) {
      ifSettingsMakeSense(() -> session.step(steps));
    }
  }

  void back(long steps) {
    session.playhead().moveBy(-steps);
  }

  private void ifSettingsMakeSense(Runnable command) {
    setup.problem().ifPresentOrElse(session::refuse, command);
  }

  /** Full speed, and the second time back to the pace before. */
  void toggleFullSpeed() {
    double pace = session.stepsPerSecondProperty().get();
    if (Double.isInfinite(pace)) {
      session.setStepsPerSecond(paceBeforeFull);
    } else {
      paceBeforeFull = pace;
      session.setStepsPerSecond(Double.POSITIVE_INFINITY);
    }
  }
}
