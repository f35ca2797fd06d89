package glassbox.ui.session;

import glassbox.analysis.Predictions;
import glassbox.training.Trainer;
import java.util.function.Consumer;
import javafx.concurrent.Task;
import org.jspecify.annotations.Nullable;

/** The loop around {@link Trainer#step()}, on the training thread, until the end or a cancel. */
final class TrainingTask extends Task<Predictions> {
  /** Measurements on the images held out within an epoch, so that a short run shows a curve too. */
  private static final int VALIDATIONS_PER_EPOCH = 5;

  private final Trainer trainer;
  private final Pace pace;
  private final Consumer<Trainer> betweenSteps;
  private volatile @Nullable Predictions latest;

  /**
   * A loop.
   *
   * @param betweenSteps looks at the run after every step, on the training thread
   */
  TrainingTask(Trainer trainer, Pace pace, Consumer<Trainer> betweenSteps) {
    this.trainer = trainer;
    this.pace = pace;
    this.betweenSteps = betweenSteps;
  }

  @Override
  protected @Nullable Predictions call() {
    int every = Math.max(1, trainer.stepsPerEpoch() / VALIDATIONS_PER_EPOCH);
    boolean validates = trainer.recipe().validation() > 0;
    if (validates) {
      trainer.validate();
    }
    while (!trainer.isFinished() && !isCancelled()) {
      pace.awaitNext();
      if (isCancelled()) {
        break;
      }
      trainer.step();
      if (validates && isDue(trainer.steps() % trainer.stepsPerEpoch(), every)) {
        trainer.validate();
      }
      betweenSteps.accept(trainer);
    }
    return latest;
  }

  /** Not at the end of an epoch, nor just before it: the trainer measures there by itself. */
  private boolean isDue(long stepInEpoch, int every) {
    return stepInEpoch > 0
        && stepInEpoch % every == 0
        && trainer.stepsPerEpoch() - stepInEpoch > every / 2;
  }

  /** Shows answers on the JavaFX thread, the newest only; called from any thread. */
  void show(Predictions answers) {
    latest = answers;
    updateValue(answers);
  }
}
