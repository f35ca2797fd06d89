package glassbox.training;

import glassbox.data.ImageDataset;
import glassbox.linalg.Compute;
import glassbox.nn.Network;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Makes any step of a run again, exactly: from the last keyframe before it, step by step. For one
 * thread at a time; the run itself may go on meanwhile on another.
 */
public final class Replay {
  private final Supplier<RunPlan> plan;
  private final Timeline timeline;
  private final Trainer trainer;
  private final Keyframe beginning;

  /**
   * A replay of a run.
   *
   * @param plan the run's plan, which may grow while it trains
   */
  public Replay(Supplier<RunPlan> plan, ImageDataset data, Compute compute, Timeline timeline) {
    this.plan = plan;
    this.timeline = timeline;
    trainer = new Trainer(plan.get(), data, compute);
    beginning = trainer.keyframe();
  }

  /**
   * The network after so many steps, valid until the next call.
   *
   * @param goOn asked before every step; where it says no, the result is empty
   */
  public Optional<Network> at(long step, BooleanSupplier goOn) {
    Optional<Keyframe> exact = keyframeAt(step, goOn);
    return exact.map(keyframe -> trainer.answering());
  }

  /** All that the run was after so many steps. */
  public Optional<Keyframe> keyframeAt(long step, BooleanSupplier goOn) {
    Keyframe from = timeline.before(step).orElse(beginning);
    followPlan();
    if (trainer.steps() > step || trainer.steps() < from.step() || trainer.steps() == 0) {
      trainer.rehearseFrom(from);
    }
    while (trainer.steps() < step) {
      if (!goOn.getAsBoolean()) {
        return Optional.empty();
      }
      trainer.step();
      timeline.offer(trainer);
    }
    return Optional.of(trainer.keyframe());
  }

  /** Takes over the plan; after the keyframe was taken, so that the plan knows of its past. */
  private void followPlan() {
    RunPlan now = plan.get();
    if (!now.equals(trainer.plan())) {
      trainer.follow(now);
    }
  }

  /** The network of the keyframe nearest to a step, at once; empty where there is none. */
  public Optional<Network> near(long step) {
    return timeline
        .nearest(step)
        .map(keyframe -> {
          followPlan();
          trainer.rehearseFrom(keyframe);
          return trainer.answering();
        });
  }

  /** Where {@link #near} and {@link #at} have come to. */
  public long steps() {
    return trainer.steps();
  }
}
