package glassbox.ui.session;

import glassbox.training.Trainer;
import javafx.concurrent.Task;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a run on the training thread, until its goal, the end of the run or a pause. Its
 * value is the newest answers to the test set, its message what could not be saved, its title what
 * could not be changed.
 */
final class TrainingTask extends Task<Snapshot> implements LiveRun.Witness {
  private final LiveRun live;
  private final Goal goal;
  private final boolean paced;
  private final TestAnswers answers;
  private volatile boolean pausing;
  private volatile boolean finished;
  private volatile @Nullable Snapshot latest;

  TrainingTask(LiveRun live, Goal goal, boolean paced, TestAnswers answers) {
    this.live = live;
    this.goal = goal;
    this.paced = paced;
    this.answers = answers;
  }

  @Override
  protected @Nullable Snapshot call() throws Exception {
    finished = live.advance(goal, paced, () -> pausing, this);
    return latest;
  }

  /** Ends it after its present step; from any thread. */
  void pause() {
    pausing = true;
  }

  boolean isPausing() {
    return pausing;
  }

  /** Whether the run has come to its end. */
  boolean isRunFinished() {
    return finished;
  }

  boolean isPaced() {
    return paced;
  }

  Goal goal() {
    return goal;
  }

  @Override
  public void stepped(Trainer trainer) {
    answers.offer(trainer.steps(), trainer.answering(), this::show);
  }

  @Override
  public void problem(String words) {
    updateMessage(words);
  }

  @Override
  public void refused(String words) {
    updateTitle(words);
  }

  /** Shows answers on the JavaFX thread, the newest only; called from any thread. */
  private void show(Snapshot newest) {
    latest = newest;
    updateValue(newest);
  }
}
