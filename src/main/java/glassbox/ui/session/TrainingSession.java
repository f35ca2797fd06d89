package glassbox.ui.session;

import glassbox.analysis.Predictions;
import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import glassbox.format.RecipeJson;
import glassbox.format.RunAbout;
import glassbox.linalg.Compute;
import glassbox.training.Change;
import glassbox.training.History;
import glassbox.training.Recipe;
import glassbox.training.RunPlan;
import glassbox.training.RunState;
import glassbox.training.Timeline;
import glassbox.training.WarmUp;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.concurrent.Task;
import org.jspecify.annotations.Nullable;

/**
 * What the window shows and what it can ask for. All of it belongs to the JavaFX thread: read-only
 * properties, and commands that return at once.
 */
public final class TrainingSession implements AutoCloseable {
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.EMPTY);
  private final ReadOnlyObjectWrapper<Recipe> recipe = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ImageDataset> dataset =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Run> run = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Predictions> predictions =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
  private final DoubleProperty stepsPerSecond = new SimpleDoubleProperty(Double.POSITIVE_INFINITY);

  private final ExecutorService analysis =
      Executors.newSingleThreadExecutor(daemon("glassbox-analysis"));
  private final ExecutorService training =
      Executors.newSingleThreadExecutor(daemon("glassbox-training"));
  private final Pace pace = new Pace();
  private final Undo undo = new Undo();
  private final RunQueue queue = new RunQueue();
  private final Playhead playhead = new Playhead(analysis, predictions::set);
  private final RunShelf shelf;
  private final RunList runs;
  private final int threads;
  private WarmUp warmUp = new WarmUp(Compute.defaultKernel());
  private @Nullable Hand hand;
  private boolean paceChosen;
  private boolean reading;

  /**
   * A session; {@link #useDataset} is to follow.
   *
   * @param startRecipe what the first run would be
   * @param shelf keeps the runs
   * @param threads that share each step
   */
  public TrainingSession(Recipe startRecipe, RunShelf shelf, int threads) {
    this.shelf = shelf;
    this.threads = threads;
    runs = new RunList(shelf, undo, this::inBackground);
    recipe.set(startRecipe);
    stepsPerSecond.addListener((property, before, now) -> pace.set(now.doubleValue()));
  }

  private static java.util.concurrent.ThreadFactory daemon(String name) {
    return Thread.ofPlatform().name(name).daemon().factory();
  }

  // Data and recipes

  /**
   * Reads a data set in the background and makes the recipe fit it. Where it cannot be read, the
   * one before stays. A run that is paused is laid aside.
   */
  public void useDataset(String nameOrPath) {
    if (state.get() == State.RUNNING || reading) {
      return;
    }
    warmUp.stop();
    reading = true;
    State before = dataset.get() == null ? State.EMPTY : state.get();
    state.set(State.LOADING);
    inBackground(
        () -> Datasets.load(nameOrPath),
        this::loaded,
        problem -> {
          reading = false;
          state.set(before == State.PAUSED && hand == null ? State.FINISHED : before);
          refuse(problem);
        });
  }

  private void loaded(ImageDataset data) {
    ImageDataset before = dataset.get();
    reading = false;
    layAside();
    enter(data);
    look(null);
    notice.set(null);
    recipe.set(RecipeFit.fit(recipe.get(), data));
    showComfortablePace();
    state.set(State.READY);
    if (before != null && !before.name().equals(data.name())) {
      undo.did(new Object(), () -> useDataset(before.name()), () -> useDataset(data.name()));
    }
  }

  private void enter(ImageDataset data) {
    if (dataset.get() != data) {
      runs.all().forEach(other -> other.shownProperty().set(false));
      dataset.set(data);
    }
  }

  /**
   * Gets ready in the background, once data are read, so that the first run is as fast as others.
   */
  public void warmUp() {
    warmUp = new WarmUp(Compute.defaultKernel());
    analysis.execute(warmUp);
  }

  /**
   * What the next run will be. Where a run is in hand, that run follows it from its next step on,
   * or refuses in words what cannot change within a run.
   */
  public void setRecipe(Recipe newRecipe) {
    Hand held = hand;
    notice.set(null);
    try {
      if (held != null) {
        requirePossible(held.run(), newRecipe);
        held.change(newRecipe, problem -> notChanged(held, problem));
      }
      recipe.set(newRecipe);
      showComfortablePace();
    } catch (IllegalArgumentException e) {
      refuse(Words.of(e));
    }
  }

  private void requirePossible(Run of, Recipe next) {
    Change.requirePossible(recipe.get(), next);
    of.plan().changedAt(of.history().size(), next).requireFits(of.data());
  }

  /** A change came too late for the run: its recipe is what it was. */
  private void notChanged(Hand held, String why) {
    if (held == hand) {
      recipe.set(held.run().plan().last());
    }
    refuse(why);
  }

  /** Whether a recipe leaves images of the present data set to learn. */
  public boolean fits(Recipe other) {
    ImageDataset data = dataset.get();
    return data == null || other.validation() < data.train().count();
  }

  /**
   * Reads a recipe in the background.
   *
   * @param use takes it on the JavaFX thread
   */
  public void openRecipe(Path file, Consumer<Recipe> use) {
    inBackground(() -> RecipeJson.read(file), use);
  }

  /** Writes the present recipe in the background and says so. */
  public void saveRecipe(Path file) {
    Recipe now = recipe.get();
    inBackground(
        () -> {
          RecipeJson.save(file, now);
          return file;
        },
        saved -> notice.set(Notice.info("The recipe was saved as " + saved)));
  }

  private <T> void inBackground(Callable<T> work, Consumer<T> use) {
    inBackground(work, use, this::refuse);
  }

  private <T> void inBackground(Callable<T> work, Consumer<T> use, Consumer<String> problem) {
    Task<T> background =
        new Task<>() {
          @Override
          protected T call() throws Exception {
            return work.call();
          }
        };
    background.setOnSucceeded(event -> use.accept(background.getValue()));
    background.setOnFailed(event -> problem.accept(Words.of(background.getException())));
    if (!analysis.isShutdown()) {
      analysis.execute(background);
    }
  }

  /** Tells the user that something cannot be done. */
  public void refuse(String why) {
    notice.set(Notice.problem(why));
  }

  /** The user has read it. */
  public void dismissNotice() {
    notice.set(null);
  }

  // Runs

  /** Starts a run of the recipe, or lets the one in hand go on. */
  public void train() {
    train(new Goal.End());
  }

  /** Trains like {@link #train()}, but pauses where the goal is reached. */
  public void train(Goal goal) {
    if (goal instanceof Goal.Accuracy && recipe.get().validation() == 0) {
      refuse("An accuracy to train to needs images to validate on: set Validation above 0");
    } else if (canTrain() && (hand != null || begin(newRun(recipe.get())))) {
      advance(goal, true, State.RUNNING);
    }
  }

  private boolean canTrain() {
    return dataset.get() != null && state.get() != State.RUNNING && !reading;
  }

  /** Trains so many steps and pauses. */
  public void step(long steps) {
    if (!canTrain()) {
      return;
    }
    if (hand == null && !begin(newRun(recipe.get()))) {
      return;
    }
    if (hand != null) {
      advance(new Goal.Steps(hand.nextStop() + steps), false, State.PAUSED);
    }
  }

  /** Trains to the end of the epoch and pauses. */
  public void finishEpoch() {
    Hand held = hand;
    long done = held == null ? 0 : held.run().epochsAfter(held.run().history().size());
    train(new Goal.Epochs(done + 1));
  }

  private Run newRun(Recipe of) {
    return newRun(runs.newName(), new RunPlan(of), Run.Origin.NONE);
  }

  private Run newRun(String name, RunPlan plan, Run.Origin origin) {
    Run fresh = new Run(runs.newNumber(), name, plan, 0, new History(), origin);
    fresh.setInk(runs.newInk());
    return fresh;
  }

  /** Takes a new run in hand; says why not where its recipe does not fit the data. */
  private boolean begin(Run fresh) {
    Recipe of = fresh.recipe();
    ImageDataset data = dataset.get();
    try {
      if (data == null) {
        return false;
      }
      of.requireFits(data);
    } catch (IllegalArgumentException e) {
      refuse(Words.of(e));
      return false;
    }
    if (!queue.isActive()) {
      runs.all().stream()
          .filter(other -> !other.isPinned())
          .forEach(other -> other.shownProperty().set(false));
    }
    fresh.open(data, new Timeline(runs.memory(), Timeline.intervalFor(of.batchSize())));
    runs.add(fresh);
    takeInHand(fresh, () -> null);
    return true;
  }

  private void takeInHand(Run taken, Callable<@Nullable RunState> beginning) {
    warmUp.stop();
    layAside();
    if (!queue.isActive()) { // what went wrong with one of several runs stays to be read
      notice.set(null);
    }
    LiveRun live =
        new LiveRun(taken, taken.data(), shelf, pace, aboutOf(taken), beginning, threads);
    hand = new Hand(live, training, new TestAnswers(taken.data(), analysis));
    taken.setStatus(Run.Status.IN_HAND);
    taken.shownProperty().set(true);
    recipe.set(taken.plan().last());
    enter(taken.data());
    look(taken);
    showComfortablePace();
  }

  private static RunAbout aboutOf(Run taken) {
    RunAbout about = RunAbout.of(taken.name(), taken.data().checksum());
    Run parent = taken.parent();
    if (parent != null && parent.folder() != null) {
      about = about.forkedFrom(String.valueOf(parent.folder().getFileName()), taken.forkStep());
    }
    return taken.group() == null ? about : about.withGroup(taken.group());
  }

  private void advance(Goal goal, boolean paced, State meanwhile) {
    Hand held = hand;
    if (held == null) {
      return;
    }
    TrainingTask loop = held.advance(goal, paced);
    loop.valueProperty()
        .addListener((property, before, now) -> {
          // at rest only the answers of the last step count
          if (held.isAt(loop) && !loop.isDone() && isLookedAtLive(held.run())) {
            predictions.set(now);
          }
        });
    loop.messageProperty().addListener((property, before, now) -> refuse(now));
    loop.titleProperty().addListener((property, before, now) -> notChanged(held, now));
    loop.setOnSucceeded(event -> loopEnded(held, loop));
    loop.setOnFailed(event -> loopFailed(held, loop));
    state.set(meanwhile);
  }

  private void loopFailed(Hand held, TrainingTask loop) {
    if (held == hand && held.isAt(loop)) {
      String why = Words.of(loop.getException());
      boolean queued = queue.isActive();
      end(State.FAILED, Run.Status.FAILED);
      nextInQueue();
      refuse(queued ? held.run().name() + ": " + why : why);
    }
  }

  private boolean isLookedAtLive(Run of) {
    return run.get() == of && playhead.isLive();
  }

  private void loopEnded(Hand held, TrainingTask loop) {
    if (held != hand || !held.isAt(loop)) {
      return;
    }
    if (loop.isRunFinished()) {
      end(State.FINISHED, Run.Status.FINISHED);
      nextInQueue();
      return;
    }
    boolean queued = state.get() == State.RUNNING && !loop.isPaced(); // nobody paused it
    if (!reading) {
      state.set(State.PAUSED);
    }
    held.measure(answers -> showAtRest(held, loop, answers));
    if (queued) {
      nextInQueue();
    }
  }

  private void showAtRest(Hand held, TrainingTask loop, Predictions answers) {
    if (held == hand && held.isAt(loop) && isLookedAtLive(held.run())) {
      predictions.set(answers);
    }
  }

  /** Ends the loop after its present step; the run can go on. */
  public void pause() {
    if (hand != null && state.get() == State.RUNNING) {
      hand.pause();
      state.set(State.PAUSED);
    }
  }

  /** Ends the run in hand after its present step; what was measured stays. */
  public void stop() {
    if (hand != null) {
      queue.clear();
      end(State.FINISHED, Run.Status.UNFINISHED);
    }
  }

  /** Starts where nothing runs, pauses what runs, lets go on what is paused. */
  public void toggle() {
    if (state.get() == State.RUNNING) {
      pause();
    } else {
      train();
    }
  }

  /** Measures the test set once more with the last weights, then keeps the run. */
  private void end(State ended, Run.Status status) {
    Hand held = hand;
    if (held == null) {
      return;
    }
    hand = null;
    Run of = held.run();
    of.setStatus(status);
    held.end(
        new Hand.Ending() {
          @Override
          public void measured(Predictions answers) {
            if (isLookedAtLive(of)) {
              predictions.set(answers);
            }
          }

          @Override
          public void kept() {
            if (of.history().size() == 0) {
              runs.forget(of);
            }
          }

          @Override
          public void problem(String words) {
            refuse("The run could not be saved: " + words);
          }
        });
    state.set(ended);
  }

  /** Puts the run in hand away as it is, to go on another time. */
  private void layAside() {
    Hand held = hand;
    if (held != null) {
      hand = null;
      held.run().setStatus(Run.Status.UNFINISHED);
      held.layAside(problem -> refuse("The run could not be saved: " + problem));
    }
  }

  /** Looks at a run, or at none. */
  private void look(@Nullable Run at) {
    predictions.set(null);
    run.set(at);
    playhead.lookAt(at);
  }

  /** Once a frame: what moves by itself. */
  public void tick() {
    playhead.follow();
    if (hand != null) {
      hand.setWatched(isLookedAtLive(hand.run()));
    }
  }

  /**
   * Checks whether a fork is possible.
   *
   * @throws IllegalArgumentException in words, where it is not
   */
  public void requireFork(Run parent, long step, Recipe by) {
    planOfFork(parent, step, by);
  }

  private static RunPlan planOfFork(Run parent, long step, Recipe by) {
    if (step < 0 || step > parent.history().size()) {
      throw new IllegalArgumentException(
          "step must be in [0, %d], got %d".formatted(parent.history().size(), step));
    }
    boolean same = by.equals(parent.plan().at(step));
    RunPlan plan = same ? parent.plan().upTo(step) : parent.plan().changedAt(step, by);
    plan.requireFits(parent.data());
    if (plan.course(parent.data()).totalSteps() <= step) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The run is over at step %,d: fork it before, or with more epochs",
              step));
    }
    return plan;
  }

  /**
   * A new run that shares the past of another up to a step and goes on by a recipe, at once.
   *
   * @param step steps done in the other
   */
  public void fork(Run parent, long step, Recipe by) {
    if (!reading) {
      withOpen(parent, () -> forkOpen(parent, step, by));
    }
  }

  private void forkOpen(Run parent, long step, Recipe by) {
    try {
      RunPlan plan = planOfFork(parent, step, by);
      Run fork = newRun(runs.newName(), plan, new Run.Origin(parent, step, null));
      fork.open(parent.data(), parent.timeline().forkedAt(step));
      runs.add(fork);
      parent.shownProperty().set(true);
      takeInHand(fork, () -> Past.stateOf(parent, step));
      advance(new Goal.End(), true, State.RUNNING);
    } catch (IllegalArgumentException e) {
      refuse(Words.of(e));
    }
  }

  /** Looks at a run from its end; one of another day is opened first. */
  public void show(Run other) {
    withOpen(
        other,
        () -> {
          if (hand != null && !isSame(hand.run().data(), other.data())) {
            refuse("Stop the run in hand first: " + other.name() + " learned other images");
            return;
          }
          enter(other.data());
          other.shownProperty().set(true);
          look(other);
          playhead.showEnd();
          if (hand == null) {
            Recipe before = recipe.get();
            Recipe after = other.plan().last();
            recipe.set(after);
            if (!after.equals(before)) {
              undo.did(new Object(), () -> setRecipe(before), () -> setRecipe(after));
            }
            if (!reading) {
              state.set(State.FINISHED);
            }
          }
        });
  }

  /** Whether these are the same images, though they may have been read twice. */
  private static boolean isSame(ImageDataset one, ImageDataset other) {
    return one == other
        || one.name().equals(other.name()) && one.checksum().equals(other.checksum());
  }

  /** Draws a run on the charts or not; one of another day is opened first. */
  public void setShown(Run other, boolean shown) {
    if (shown) {
      withOpen(other, () -> runs.setShown(other, true));
    } else {
      runs.setShown(other, false);
    }
  }

  /** Takes a run in hand that has not come to its end, and trains it. */
  public void goOn(Run other, Goal goal) {
    if (!reading) {
      withOpen(other, () -> goOnOpen(other, goal));
    }
  }

  private void goOnOpen(Run other, Goal goal) {
    if (hand == null || hand.run() != other) {
      long end = other.history().size();
      takeInHand(other, () -> Past.stateOf(other, end));
    }
    advance(goal, !queue.isActive(), State.RUNNING);
  }

  private void withOpen(Run other, Runnable then) {
    withOpen(other, then, this::refuse);
  }

  private void withOpen(Run other, Runnable then, Consumer<String> problem) {
    if (other.status() == Run.Status.DAMAGED) {
      problem.accept(other.noteProperty().get());
    } else if (other.isOpen()) {
      then.run();
    } else {
      ImageDataset present = dataset.get();
      inBackground(
          () -> SavedRun.open(other, present, runs.memory()),
          opened -> {
            if (!other.isOpen()) {
              other.setInk(runs.newInk());
              other.open(opened.data(), opened.timeline());
              other.setHistory(opened.state().history());
            }
            then.run();
          },
          problem);
    }
  }

  /** Offers to go on with the run that was in hand when the program ended. */
  public void offerInterrupted() {
    runs.refresh(() -> {
      Path folder = shelf.inHand().orElse(null);
      runs.all().stream()
          .filter(other -> folder != null && folder.equals(other.folder()))
          .filter(other -> other.status() == Run.Status.UNFINISHED && hand == null)
          .findFirst()
          .ifPresent(this::offer);
    });
  }

  private void offer(Run interrupted) {
    notice.set(
        Notice.question(
            "%s was interrupted at step %,d."
                .formatted(interrupted.name(), interrupted.figuresProperty().get().steps()),
            new Notice.Action(
                "Go on",
                () -> {
                  dismissNotice();
                  goOn(interrupted, new Goal.End());
                }),
            new Notice.Action(
                "Not now",
                () -> {
                  dismissNotice();
                  inBackground(
                      () -> {
                        shelf.layDown();
                        return shelf;
                      },
                      done -> {});
                })));
  }

  // Several runs

  /** Trains several recipes one after the other, at full speed. */
  public void trainAll(List<Sweep.Variant> variants) {
    if (!canTrain() || variants.isEmpty()) {
      return;
    }
    layAside();
    enqueue(variants.stream().<BooleanSupplier>map(variant -> () -> trainQueued(variant)).toList());
  }

  private boolean trainQueued(Sweep.Variant variant) {
    Run.Origin origin = new Run.Origin(null, 0, variant.group());
    boolean begun = begin(newRun(variant.name(), new RunPlan(variant.recipe()), origin));
    if (begun) {
      advance(new Goal.End(), false, State.RUNNING);
    }
    return begun;
  }

  /** Lets runs go on one after the other until all have done as many steps. */
  public void bringTo(List<Run> several, long steps) {
    if (!canTrain()) {
      return;
    }
    enqueue(
        several.stream()
            .filter(other -> other.status() != Run.Status.DAMAGED)
            .<BooleanSupplier>map(other -> () -> bringQueued(other, steps))
            .toList());
  }

  /** One of another day has to be opened before it is known whether it is behind. */
  private boolean bringQueued(Run other, long steps) {
    withOpen(
        other,
        () -> {
          if (other.steps() < Math.min(steps, other.totalSteps())) {
            goOnOpen(other, new Goal.Steps(steps));
          } else {
            nextInQueue();
          }
        },
        problem -> {
          refuse(other.name() + ": " + problem);
          nextInQueue();
        });
    return true;
  }

  private void enqueue(List<BooleanSupplier> jobs) {
    notice.set(null);
    if (queue.isActive()) {
      queue.ended(); // the one that was paused makes room
    }
    queue.add(jobs);
    queue.startNext();
  }

  private void nextInQueue() {
    if (queue.isActive()) {
      queue.ended();
      queue.startNext();
    }
  }

  /** Gives up what waits in the queue and pauses what it trains. */
  public void cancelQueue() {
    queue.clear();
    pause();
  }

  // Pace and end

  /** Unless the user has chosen a pace: one that suits the length of the next run. */
  private void showComfortablePace() {
    ImageDataset data = dataset.get();
    if (!paceChosen && data != null) {
      Recipe next = recipe.get();
      long steps = (long) next.stepsPerEpoch(data.train().count()) * next.epochs();
      stepsPerSecond.set(Pace.comfortable(steps));
    }
  }

  /** Sets the pace for this and later runs; infinity is full speed. */
  public void setStepsPerSecond(double newPace) {
    double before = stepsPerSecond.get();
    paceChosen = true;
    stepsPerSecond.set(newPace);
    if (before != newPace) {
      undo.did(stepsPerSecond, () -> stepsPerSecond.set(before), () -> stepsPerSecond.set(newPace));
    }
  }

  /** Ends the threads; a run in hand is saved and offered at the next start. */
  @Override
  public void close() {
    Hand held = hand;
    if (held != null) {
      hand = null;
      held.saveAndEnd();
    }
    training.shutdown();
    warmUp.stop();
    playhead.lookAt(null);
    analysis.shutdown(); // what was renamed or deleted just now still is
    try {
      training.awaitTermination(10, TimeUnit.SECONDS);
      analysis.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    analysis.shutdownNow();
    runs.close();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public State state() {
    return state.get();
  }

  public ReadOnlyObjectProperty<Recipe> recipeProperty() {
    return recipe.getReadOnlyProperty();
  }

  public Recipe recipe() {
    return recipe.get();
  }

  /** The data set, null until the first one is read. */
  public ReadOnlyObjectProperty<@Nullable ImageDataset> datasetProperty() {
    return dataset.getReadOnlyProperty();
  }

  /** The run that is looked at, null before the first one. */
  public ReadOnlyObjectProperty<@Nullable Run> runProperty() {
    return run.getReadOnlyProperty();
  }

  /** The run that trains or is paused; null for none. */
  public @Nullable Run runInHand() {
    return hand == null ? null : hand.run();
  }

  /** The answers to the test set at the step that is looked at, null before the first ones. */
  public ReadOnlyObjectProperty<@Nullable Predictions> predictionsProperty() {
    return predictions.getReadOnlyProperty();
  }

  /** What the user is to be told, null mostly. */
  public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /** The pace; set it by {@link #setStepsPerSecond}. */
  public ReadOnlyDoubleProperty stepsPerSecondProperty() {
    return stepsPerSecond;
  }

  /** Which step is looked at. */
  public Playhead playhead() {
    return playhead;
  }

  /** All runs. */
  public RunList runs() {
    return runs;
  }

  /** Runs that wait to be trained. */
  public RunQueue queue() {
    return queue;
  }

  /** What can be taken back. */
  public Undo undo() {
    return undo;
  }
}
