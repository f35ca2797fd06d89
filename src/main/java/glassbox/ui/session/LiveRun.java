package glassbox.ui.session;

import glassbox.analysis.Predictions;
import glassbox.data.ImageDataset;
import glassbox.format.RunAbout;
import glassbox.format.RunRecorder;
import glassbox.linalg.Compute;
import glassbox.training.Recipe;
import glassbox.training.RunState;
import glassbox.training.Trainer;
import glassbox.ui.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The run in hand with its trainer. Everything but {@link #change} and the getters belongs to the
 * training thread, one call after the other.
 */
final class LiveRun {
  /** Measurements on the images held out, so that a short run shows a curve too. */
  private static final int VALIDATIONS = 20;

  /**
   * Each takes as long as 60 steps of the seed recipe, so a long run is left with its epochs' ends.
   */
  private static final int MOST_VALIDATIONS_PER_EPOCH = 5;

  private final Run run;
  private final ImageDataset data;
  private final RunShelf shelf;
  private final Pace pace;
  private final RunAbout about;
  private final Callable<@Nullable RunState> beginning;
  private final Compute compute;
  private final Queue<Consumer<Trainer>> commands = new ConcurrentLinkedQueue<>();
  private final AtomicInteger changing = new AtomicInteger();
  private @Nullable Trainer trainer;
  private @Nullable RunRecorder recorder;
  private boolean saving = true;

  /** What a loop meets on its way; all on the training thread. */
  interface Witness {
    /** After every step. */
    void stepped(Trainer trainer);

    /** Something could not be saved; training goes on. */
    void problem(String words);

    /** A change came too late to be possible; training goes on without it. */
    void refused(String words);
  }

  /**
   * A run that is taken in hand.
   *
   * @param about what its folder is to say about it, where it has none yet
   * @param beginning where it goes on; gives null for a run that begins
   */
  LiveRun(
      Run run,
      ImageDataset data,
      RunShelf shelf,
      Pace pace,
      RunAbout about,
      Callable<@Nullable RunState> beginning,
      int threads) {
    this.run = run;
    this.data = data;
    this.shelf = shelf;
    this.pace = pace;
    this.about = about;
    this.beginning = beginning;
    compute = compute(threads);
  }

  /** Where a processor is spare, it prepares the next batch. */
  private static Compute compute(int threads) {
    return threads < Runtime.getRuntime().availableProcessors()
        ? Compute.withPreparer(Compute.defaultKernel(), threads)
        : Compute.of(Compute.defaultKernel(), threads);
  }

  Run run() {
    return run;
  }

  ImageDataset data() {
    return data;
  }

  /** Takes another recipe before the next step; from any thread. */
  void change(Recipe recipe) {
    changing.incrementAndGet();
    commands.add(live -> {
      try {
        live.change(recipe);
        run.setPlan(live.plan());
      } finally {
        changing.decrementAndGet();
      }
    });
  }

  /** Whether there is a recipe that it has yet to take; from any thread. */
  boolean isChanging() {
    return changing.get() > 0;
  }

  /**
   * Trains until the goal, the end or a pause.
   *
   * @param paced whether steps come at the pace that is set, or as fast as they can
   * @return whether the run has come to its end
   */
  boolean advance(Goal goal, boolean paced, BooleanSupplier pausing, Witness witness)
      throws Exception {
    Trainer live = open();
    boolean validates = live.recipe().validation() > 0;
    if (validates && live.steps() == 0 && live.history().validations().isEmpty()) {
      live.validate();
    }
    while (!pausing.getAsBoolean() && !live.isFinished() && !goal.isReached(live)) {
      if (paced) {
        pace.awaitNext(pausing);
      }
      obey(live, witness);
      if (pausing.getAsBoolean() || live.isFinished()) {
        break;
      }
      live.step();
      if (validates && isValidationDue(live)) {
        live.validate();
      }
      run.timeline().offer(live);
      keep(live, witness);
      witness.stepped(live);
    }
    return live.isFinished();
  }

  private Trainer open() throws Exception {
    if (trainer == null) {
      Trainer opened = new Trainer(run.plan(), data, compute);
      RunState state = beginning.call();
      if (state != null) {
        opened.resume(state);
      }
      run.setHistory(opened.history());
      run.timeline().keep(opened.keyframe());
      trainer = opened;
    }
    return trainer;
  }

  /** Does what was asked for meanwhile. */
  private void obey(Trainer live, Witness witness) {
    for (Consumer<Trainer> command = commands.poll(); command != null; command = commands.poll()) {
      try {
        command.accept(live);
        if (recorder != null) {
          recorder.planChanged();
        }
      } catch (IllegalArgumentException e) {
        witness.refused(Failures.of(e)); // steps were made since it was asked for
      } catch (IOException e) {
        witness.problem(notSaved(e));
      }
    }
  }

  /** Does what was asked for while nothing trains. */
  void obeyAtRest(Witness witness) throws Exception {
    obey(open(), witness);
  }

  /** Not at the end of an epoch, nor just before it: the trainer measures there by itself. */
  private static boolean isValidationDue(Trainer live) {
    int perEpoch = live.stepsPerEpoch();
    int wanted = Math.ceilDiv(VALIDATIONS, live.recipe().epochs());
    int every = Math.max(1, perEpoch / Math.min(wanted, MOST_VALIDATIONS_PER_EPOCH));
    long inEpoch = live.steps() % perEpoch;
    return !live.course().isEpochEnd(live.steps())
        && inEpoch > 0
        && inEpoch % every == 0
        && perEpoch - inEpoch > every / 2;
  }

  private void keep(Trainer live, Witness witness) {
    try {
      if (recorder == null && saving) {
        recorder = recorder(live);
      } else if (recorder != null) {
        recorder.afterStep();
      }
    } catch (IOException e) {
      saving = recorder != null; // where not even a folder can be made, nothing is tried again
      witness.problem(keptAnew(live).orElseGet(() -> notSaved(e)));
    }
  }

  private Optional<String> keptAnew(Trainer live) {
    try {
      return keepAnewWhereGone(live)
          ? Optional.of(Words.of("session.run.keptAnew", run.name(), String.valueOf(run.folder())))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // it is tried again
    }
  }

  private RunRecorder recorder(Trainer live) throws IOException {
    Path folder = run.folder();
    RunRecorder made =
        folder == null
            ? shelf.begin(live, about.withName(run.name()).withNote(run.noteProperty().get()))
            : shelf.goOn(folder, live);
    made.tell(run.timeline());
    run.setFolder(made.folder().path());
    shelf.takeInHand(made.folder().path());
    return made;
  }

  private static String notSaved(IOException e) {
    return Words.of("session.run.notSaved", Failures.of(e));
  }

  /** Whether its trainer is there; otherwise nothing came of it. */
  boolean hasBegun() {
    return trainer != null;
  }

  /** The network and its answers to the test set now. */
  Snapshot answers() throws Exception {
    Trainer live = open();
    Predictions test = new Predictions(data.test(), live.testProbabilities());
    return Snapshot.of(run, live.steps(), live.answering(), test);
  }

  /** What the run has come to. */
  RunFigures figures(@Nullable Predictions test) {
    Trainer live = Objects.requireNonNull(trainer);
    return new RunFigures(
        live.steps(),
        test == null ? Double.NaN : test.accuracy(),
        live.history().bestValidationAccuracy(),
        live.seconds());
  }

  /** Keeps where the run stands, without the tables that others read. */
  void saveState() throws IOException {
    Trainer live = trainer;
    if (live != null && recorder != null) {
      keepAnewWhereGone(live);
      recorder.saveState();
    }
  }

  /** Keeps the run as it is, to go on another time. */
  void save() throws IOException {
    Trainer live = trainer;
    if (live == null) {
      return; // it was laid aside before it had begun
    }
    run.timeline().keep(live.keyframe());
    if (recorder != null) {
      keepAnewWhereGone(live);
      recorder.save();
    }
  }

  /**
   * Makes another folder for a run whose own has vanished.
   *
   * @return whether it had
   */
  private boolean keepAnewWhereGone(Trainer live) throws IOException {
    RunRecorder before = recorder;
    if (before == null || Files.isDirectory(before.folder().path())) {
      return false;
    }
    before.close();
    run.setFolder(null);
    recorder = recorder(live);
    return true;
  }

  /** Keeps the run with all that came of it. */
  void finish(Predictions test) throws IOException {
    Trainer live = Objects.requireNonNull(trainer);
    run.timeline().keep(live.keyframe());
    if (recorder == null && saving && run.folder() != null) {
      recorder = recorder(live); // it has come to its end without a step
    }
    if (recorder != null) {
      keepAnewWhereGone(live);
      recorder.finish(test, compute);
      letGo();
    }
  }

  /** It is not in hand any more. */
  void letGo() throws IOException {
    shelf.layDown();
  }

  /** Lets go of the threads and of the folder. */
  void close() throws IOException {
    compute.close();
    if (recorder != null) {
      recorder.close();
    }
  }
}
