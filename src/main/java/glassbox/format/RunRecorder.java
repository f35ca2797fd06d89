package glassbox.format;

import glassbox.analysis.Predictions;
import glassbox.linalg.Compute;
import glassbox.training.Evaluation;
import glassbox.training.Keyframe;
import glassbox.training.Timeline;
import glassbox.training.Trainer;
import java.io.IOException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a run's folder up to date while it trains, so that a run that is killed can go on from some
 * seconds before. Saving takes at most a hundredth of the time: the longer it takes, the rarer it
 * is.
 */
public final class RunRecorder implements AutoCloseable {
  /** Checkpoints and tables each wait so many times as long as they took. */
  private static final long SHARE = 200;

  /** Tables are made of text, which takes longer, and no run needs them to go on: they wait. */
  private static final long TABLES = 5;

  private final RunFolder folder;
  private final Trainer trainer;
  private final StoredKeyframes stored;
  private final LongSupplier nanos;
  private @Nullable RunLock lock;

  /** Two seconds, or as many milliseconds as the system property glassbox.saveEvery says. */
  private final long nanosBetween = 1_000_000 * Long.getLong("glassbox.saveEvery", 2000);

  private long next;
  private long nextTables;
  private long savedStep;

  /** A recorder of a run that is about to begin, or to go on, in this folder. */
  public RunRecorder(RunFolder folder, Trainer trainer) {
    this(folder, trainer, System::nanoTime);
  }

  /** The same by another clock. */
  RunRecorder(RunFolder folder, Trainer trainer, LongSupplier nanos) {
    this.folder = folder;
    this.trainer = trainer;
    this.nanos = nanos;
    stored = new StoredKeyframes(folder);
  }

  /**
   * Writes what is known before the first step.
   *
   * @throws FormatException where another program trains this run; so do the others that begin
   */
  public void begin(RunAbout about) throws IOException {
    takeLock();
    folder.writeAbout(about);
    goOn();
  }

  /** Keeps the weights that the run begins with, where they are not those that are drawn. */
  public void keepBeginning() throws IOException {
    stored.keepCheckpoint(0);
  }

  /** Writes what is known of a run that begins with the first steps of another. */
  public void beginFork(RunAbout about, RunFolder parent) throws IOException {
    begin(about);
    stored.adopt(parent, about.forkStep());
  }

  private void takeLock() throws IOException {
    if (lock == null) {
      lock = RunLock.take(folder.path());
    }
  }

  /** Writes that the run goes on. */
  public void goOn() throws IOException {
    takeLock();
    folder.writePlan(trainer.plan());
    folder.forgetSummary();
    saveCheckpoint();
    next = nanos.getAsLong() + nanosBetween;
    nextTables = nanos.getAsLong() + TABLES * nanosBetween;
  }

  /** Lets a timeline know of the keyframes that lie in the folder, now and later. */
  public void tell(Timeline timeline) {
    stored.tell(timeline);
  }

  /** Saves where it is time to; between steps. */
  public void afterStep() throws IOException {
    long start = nanos.getAsLong();
    if (start >= next) {
      try {
        saveCheckpoint();
      } finally { // where it fails, too: it is tried again, but not at every step
        next = whenNext(start, nanosBetween);
      }
    }
    if (start >= nextTables) {
      try {
        folder.writeHistory(trainer.history(), trainer.course());
      } finally {
        nextTables = whenNext(start, TABLES * nanosBetween);
      }
    }
  }

  private long whenNext(long start, long between) {
    long now = nanos.getAsLong();
    return now + Math.max(between, SHARE * (now - start));
  }

  /** Writes what was changed by the user, which no later step can bring back. */
  public void planChanged() throws IOException {
    folder.writePlan(trainer.plan());
  }

  /** Saves what the run needs to go on from where it is. */
  public void saveState() throws IOException {
    if (trainer.steps() != savedStep) {
      saveCheckpoint();
    }
  }

  /** Saves where the run is. */
  public void save() throws IOException {
    saveCheckpoint();
    folder.writeHistory(trainer.history(), trainer.course());
  }

  private void saveCheckpoint() throws IOException {
    if (trainer.steps() > savedStep && savedStep > 0) {
      stored.keepCheckpoint(savedStep);
    }
    Keyframe now = trainer.keyframe();
    folder.writeCheckpoint(now, trainer.history());
    savedStep = now.step();
  }

  /** The run has ended: writes what came of it. */
  public RunSummary finish(Predictions test, Compute compute) throws IOException {
    Evaluation evaluation = test.evaluation();
    RunSummary summary =
        RunSummary.of(trainer, evaluation, compute.threads(), compute.kernelName());
    if (trainer.history().divergence() == null) {
      saveCheckpoint();
    }
    folder.writeHistory(trainer.history(), trainer.course());
    folder.writeModel(trainer.answering(), trainer.recipe(), trainer.dataset().classNames());
    try {
      folder.writeReport(trainer, test, summary);
    } finally { // pictures that cannot be written lose no results
      folder.writeSummary(summary); // last: with it the run is finished
    }
    return summary;
  }

  /** The run could not go on: writes what was measured. */
  public void fail() throws IOException {
    folder.writeHistory(trainer.history(), trainer.course());
  }

  public RunFolder folder() {
    return folder;
  }

  /** Lets others train the run. */
  @Override
  public void close() throws IOException {
    if (lock != null) {
      lock.close();
      lock = null;
    }
  }
}
