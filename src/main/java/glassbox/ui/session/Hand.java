package glassbox.ui.session;

import glassbox.training.Recipe;
import glassbox.training.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.concurrent.Task;
import org.jspecify.annotations.Nullable;

/**
 * Holds the run in hand for the JavaFX thread: every call returns at once, the work is done on the
 * training thread in the order of the calls.
 */
final class Hand {
  private static final long REST_NANOS = 300_000_000L;

  private final LiveRun live;
  private final ExecutorService training;
  private final TestAnswers answers;
  private @Nullable TrainingTask loop;
  private long restSince;
  private long savedStep = -1;

  /** What comes of the end of a run, on the JavaFX thread. */
  interface Ending {
    void measured(Snapshot answers);

    void kept();

    void problem(String words);
  }

  Hand(LiveRun live, ExecutorService training, TestAnswers answers) {
    this.live = live;
    this.training = training;
    this.answers = answers;
  }

  Run run() {
    return live.run();
  }

  /** Starts a loop; the one before ends first. */
  TrainingTask advance(Goal goal, boolean paced) {
    pause();
    TrainingTask next = new TrainingTask(live, goal, paced, answers);
    loop = next;
    training.execute(next);
    return next;
  }

  boolean isAt(TrainingTask task) {
    return loop == task;
  }

  /** Where the next single steps begin: after those that are still to be made. */
  long nextStop() {
    long done = run().history().size();
    return loop != null
            && !loop.isDone()
            && !loop.isPausing()
            && loop.goal() instanceof Goal.Steps(long steps)
        ? Math.max(done, steps)
        : done;
  }

  void pause() {
    if (loop != null) {
      loop.pause();
    }
  }

  void setWatched(boolean watched) {
    answers.setWanted(watched);
  }

  /**
   * Takes another recipe before the next step.
   *
   * @param problem hears, on the JavaFX thread, what could not be done or saved at rest
   */
  void change(Recipe recipe, Consumer<String> problem) {
    live.change(recipe);
    work(
        () -> {
          AtRest witness = new AtRest();
          live.obeyAtRest(witness);
          return witness.words;
        },
        words -> words.forEach(problem),
        problem);
  }

  /** Whether the run has yet to take a recipe that it was given. */
  boolean isChanging() {
    return live.isChanging();
  }

  /** Hears what goes wrong while nothing trains. */
  private static final class AtRest implements LiveRun.Witness {
    private final List<String> words = new ArrayList<>();

    @Override
    public void stepped(Trainer trainer) {
      throw new IllegalStateException("nothing trains");
    }

    @Override
    public void problem(String what) {
      words.add(what);
    }

    @Override
    public void refused(String what) {
      words.add(what);
    }
  }

  /** Answers the test set as it is now. */
  void measure(Consumer<Snapshot> use) {
    TrainingTask now = loop;
    work(
        () -> loop == now ? live.answers() : null,
        found -> {
          if (found != null) {
            use.accept(found);
          }
        },
        problem -> {});
  }

  /** Measures and keeps the run, and lets it go. */
  void end(Ending ending) {
    pause();
    answers.end();
    Task<Snapshot> measuring =
        work(
            live::answers,
            found -> {
              run().setFigures(live.figures(found.test()));
              ending.measured(found);
            },
            problem -> {});
    work(
        () -> {
          try {
            if (live.hasBegun() && run().history().size() > 0) {
              live.finish(measuring.get().test());
            }
          } finally {
            live.close();
          }
          return live;
        },
        done -> ending.kept(),
        ending::problem);
  }

  /**
   * Pauses the run and saves it as it is.
   *
   * @param saved hears that it is done
   */
  void saveNow(Runnable saved, Consumer<String> problem) {
    pause();
    work(
        () -> {
          live.save();
          return live;
        },
        done -> saved.run(),
        problem);
  }

  /**
   * Saves where the run stands once it has rested for a moment, so that single steps need not wait;
   * once a frame.
   */
  void watchRest(Consumer<String> problem) {
    long step = run().history().size();
    if (loop == null || !loop.isDone() || step == savedStep) {
      restSince = System.nanoTime();
    } else if (System.nanoTime() - restSince > REST_NANOS) {
      savedStep = step;
      work(
          () -> {
            live.saveState();
            return live;
          },
          done -> {},
          problem);
    }
  }

  /** Saves the run as it is, and lets it go. */
  void layAside(Consumer<String> problem) {
    pause();
    answers.end();
    work(
        () -> {
          try {
            live.save();
            live.letGo();
          } finally {
            live.close();
          }
          return live;
        },
        done -> {
          if (live.hasBegun()) {
            run().setFigures(live.figures(null));
          }
        },
        problem);
  }

  /** Saves the run as it is when the program ends; the next start can offer it. */
  void saveAndEnd() {
    pause();
    answers.end();
    work(
        () -> {
          try {
            live.save();
          } finally {
            live.close();
          }
          return live;
        },
        done -> {},
        problem -> {});
  }

  private <T> Task<T> work(Callable<T> work, Consumer<T> use, Consumer<String> problem) {
    Task<T> task = Background.task(work, use, problem);
    training.execute(task);
    return task;
  }
}
