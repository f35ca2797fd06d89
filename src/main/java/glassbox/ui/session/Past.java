package glassbox.ui.session;

import glassbox.analysis.Predictions;
import glassbox.linalg.Compute;
import glassbox.nn.Network;
import glassbox.training.Evaluator;
import glassbox.training.Keyframe;
import glassbox.training.Replay;
import glassbox.training.RunState;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The steps of one run that are over, to be looked at again; for one thread. */
final class Past {
  private final Run run;
  private @Nullable Replay replay;
  private @Nullable Evaluator evaluator;

  Past(Run run) {
    this.run = run;
  }

  /** All that a run was after so many steps, to go on from there. */
  static RunState stateOf(Run run, long step) {
    Keyframe keyframe =
        replayOf(run)
            .keyframeAt(step, () -> true)
            .orElseThrow(() -> new IllegalStateException("step " + step + " is not there"));
    return new RunState(keyframe, run.history());
  }

  private static Replay replayOf(Run run) {
    return new Replay(run::plan, run.data(), Compute.single(), run.timeline());
  }

  /** The answers of exactly this step; null where it is given up on the way. */
  @Nullable Snapshot at(long step, BooleanSupplier goOn) {
    return picture(replay().at(step, goOn));
  }

  /** The answers of the step that is kept nearest to this one; null where none is. */
  @Nullable Snapshot near(long step) {
    return picture(replay().near(step));
  }

  private Replay replay() {
    if (replay == null) {
      replay = replayOf(run);
    }
    return replay;
  }

  private @Nullable Snapshot picture(Optional<Network> network) {
    return network
        .map(found -> Snapshot.of(run, replay().steps(), found, answersOf(found)))
        .orElse(null);
  }

  private Predictions answersOf(Network network) {
    if (evaluator == null) {
      evaluator = new Evaluator(network, Compute.single());
    }
    evaluator.network().copyFrom(network);
    return new Predictions(run.data().test(), evaluator.probabilities(run.data().test()));
  }
}
