package glassbox.ui.session;

import glassbox.format.RunAbout;
import glassbox.training.RunState;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Has what a run needs to be trained and kept: threads, a pace, a shelf. */
final class HandMaker {
  private final RunShelf shelf;
  private final Pace pace;
  private final SessionThreads threads;
  private int threadsOfAStep;

  /**
   * For all runs of a session.
   *
   * @param threadsOfAStep how many threads share each step
   */
  HandMaker(RunShelf shelf, Pace pace, SessionThreads threads, int threadsOfAStep) {
    this.shelf = shelf;
    this.pace = pace;
    this.threads = threads;
    this.threadsOfAStep = threadsOfAStep;
  }

  /** Shares the steps of runs that are taken in hand from now on. */
  void setThreadsOfAStep(int threadsPerStep) {
    threadsOfAStep = threadsPerStep;
  }

  /**
   * A hand for an open run.
   *
   * @param beginning where it goes on; gives null for a run that begins
   */
  Hand take(Run run, Callable<@Nullable RunState> beginning) {
    threads.stopWarmUp();
    LiveRun live = new LiveRun(run, run.data(), shelf, pace, about(run), beginning, threadsOfAStep);
    return new Hand(live, threads.training(), new TestAnswers(run, threads.analysis()));
  }

  /** What the folder of a run is to say about it. */
  private RunAbout about(Run run) {
    RunAbout about = RunAbout.of(run.name(), run.data().checksum());
    Run parent = run.parent();
    Path origin = parent == null ? null : parent.folder();
    if (origin != null) {
      about = about.forkedFrom(RunAbout.seenFrom(shelf.path(), origin), run.forkStep());
    }
    return run.group() == null ? about : about.withGroup(run.group());
  }
}
