package glassbox.ui.session;

import glassbox.analysis.Predictions;
import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import glassbox.format.RecipeJson;
import glassbox.linalg.Compute;
import glassbox.training.Recipe;
import glassbox.training.Trainer;
import glassbox.training.WarmUp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
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

  private WarmUp warmUp = new WarmUp(Compute.defaultKernel());
  private final ExecutorService analysis =
      Executors.newSingleThreadExecutor(daemon("glassbox-analysis"));
  private final ExecutorService training =
      Executors.newSingleThreadExecutor(daemon("glassbox-training"));
  private final Pace pace = new Pace();
  private final RunKeeper keeper;
  private final int threads;
  private @Nullable TrainingTask task;
  private @Nullable Consumer<State> endOfRun;
  private boolean paceChosen;
  private boolean reading;

  /**
   * A session; {@link #useDataset} is to follow.
   *
   * @param startRecipe what the first run would be
   * @param keeper keeps finished runs
   * @param threads that share each step
   */
  public TrainingSession(Recipe startRecipe, RunKeeper keeper, int threads) {
    this.keeper = keeper;
    this.threads = threads;
    recipe.set(startRecipe);
    stepsPerSecond.addListener((property, before, now) -> pace.set(now.doubleValue()));
  }

  private static java.util.concurrent.ThreadFactory daemon(String name) {
    return Thread.ofPlatform().name(name).daemon().factory();
  }

  /**
   * Reads a data set in the background and makes the recipe fit it. Where it cannot be read, the
   * one before stays.
   */
  public void useDataset(String nameOrPath) {
    if (state.get() == State.RUNNING || reading) {
      return;
    }
    warmUp.stop();
    reading = true;
    State before = dataset.get() == null ? State.EMPTY : state.get();
    state.set(State.LOADING);
    Task<ImageDataset> loading =
        new Task<>() {
          @Override
          protected ImageDataset call() throws IOException {
            return Datasets.load(nameOrPath);
          }
        };
    loading.setOnSucceeded(event -> loaded(loading.getValue()));
    loading.setOnFailed(event -> {
      reading = false;
      state.set(before);
      notice.set(Notice.problem(words(loading.getException())));
    });
    analysis.execute(loading);
  }

  private void loaded(ImageDataset data) {
    reading = false;
    dataset.set(data);
    run.set(null);
    predictions.set(null);
    notice.set(null);
    recipe.set(RecipeFit.fit(recipe.get(), data));
    showComfortablePace();
    state.set(State.READY);
  }

  /**
   * Gets ready in the background, once data are read, so that the first run is as fast as others.
   */
  public void warmUp() {
    warmUp = new WarmUp(Compute.defaultKernel());
    analysis.execute(warmUp);
  }

  /** What the next run will be; not while one is running. */
  public void setRecipe(Recipe newRecipe) {
    if (state.get() != State.RUNNING) {
      recipe.set(newRecipe);
      notice.set(null);
      showComfortablePace();
    }
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
    Task<T> background =
        new Task<>() {
          @Override
          protected T call() throws Exception {
            return work.call();
          }
        };
    background.setOnSucceeded(event -> use.accept(background.getValue()));
    background.setOnFailed(event -> notice.set(Notice.problem(words(background.getException()))));
    analysis.execute(background);
  }

  /** Tells the user that something cannot be done. */
  public void refuse(String why) {
    notice.set(Notice.problem(why));
  }

  /** The user has read it. */
  public void dismissNotice() {
    notice.set(null);
  }

  /** Starts a run of the recipe; does nothing while one is running or a data set is read. */
  public void train() {
    ImageDataset data = dataset.get();
    if (data == null || state.get() == State.RUNNING || reading) {
      return;
    }
    warmUp.stop();
    Compute compute = Compute.of(Compute.defaultKernel(), threads);
    Trainer trainer;
    try {
      trainer = new Trainer(recipe.get(), data, compute);
    } catch (IllegalArgumentException e) {
      compute.close();
      notice.set(Notice.problem(words(e)));
      return;
    }
    notice.set(null);
    predictions.set(null);
    run.set(
        new Run(
            recipe.get(), data, trainer.history(), trainer.totalSteps(), trainer.stepsPerEpoch()));
    start(trainer, compute);
  }

  /** Unless the user has chosen a pace: one that suits the length of the next run. */
  private void showComfortablePace() {
    ImageDataset data = dataset.get();
    if (!paceChosen && data != null) {
      Recipe next = recipe.get();
      long steps = (long) next.stepsPerEpoch(data.train().count()) * next.epochs();
      stepsPerSecond.set(Pace.comfortable(steps));
    }
  }

  private void start(Trainer trainer, Compute compute) {
    AtomicReference<@Nullable TrainingTask> self = new AtomicReference<>();
    TestAnswers answers =
        new TestAnswers(
            trainer.network(), trainer.dataset(), analysis, newest -> show(self.get(), newest));
    TrainingTask loop =
        new TrainingTask(trainer, pace, current -> answers.offer(current.answering()));
    self.set(loop);
    task = loop;
    loop.valueProperty()
        .addListener((property, before, now) -> {
          if (task == loop) {
            predictions.set(now);
          }
        });
    Consumer<State> end = onlyOnce(ended -> end(trainer, compute, answers, ended));
    loop.setOnSucceeded(event -> end.accept(State.FINISHED));
    loop.setOnCancelled(event -> end.accept(State.FINISHED));
    loop.setOnFailed(event -> {
      end.accept(State.FAILED);
      notice.set(Notice.problem(words(loop.getException())));
    });
    endOfRun = end;
    state.set(State.RUNNING);
    training.execute(loop);
  }

  private static void show(@Nullable TrainingTask loop, Predictions newest) {
    if (loop != null) {
      loop.show(newest);
    }
  }

  /**
   * Measures the test set once more with the last weights, then keeps the run. Both wait on the
   * training thread, so a loop that was cancelled has ended before them.
   */
  private void end(Trainer trainer, Compute compute, TestAnswers answers, State ended) {
    answers.end();
    task = null;
    Run ofThese = run.get();
    Task<Predictions> measuring =
        new Task<>() {
          @Override
          protected Predictions call() {
            return new Predictions(trainer.dataset().test(), trainer.testProbabilities());
          }
        };
    measuring.setOnSucceeded(event -> {
      if (run.get() == ofThese) {
        predictions.set(measuring.getValue());
      }
    });
    Task<RunKeeper.Kept> keeping =
        new Task<>() {
          @Override
          protected RunKeeper.Kept call() throws Exception {
            try (compute) {
              return trainer.steps() == 0
                  ? new RunKeeper.Kept(null)
                  : keeper.keep(trainer, measuring.get(), compute);
            }
          }
        };
    keeping.setOnFailed(event ->
        notice.set(Notice.problem("The run could not be saved: " + words(keeping.getException()))));
    training.execute(measuring);
    training.execute(keeping);
    state.set(ended);
  }

  private static Consumer<State> onlyOnce(Consumer<State> action) {
    AtomicBoolean done = new AtomicBoolean();
    return ended -> {
      if (done.compareAndSet(false, true)) {
        action.accept(ended);
      }
    };
  }

  /** Ends the run after the present step; what was measured stays. */
  public void stop() {
    if (task != null && state.get() == State.RUNNING) {
      task.cancel(true);
    }
  }

  /** Starts where nothing runs, stops what runs. */
  public void toggle() {
    if (state.get() == State.RUNNING) {
      stop();
    } else {
      train();
    }
  }

  /** Sets the pace for this and later runs; infinity is full speed. */
  public void setStepsPerSecond(double newPace) {
    paceChosen = true;
    stepsPerSecond.set(newPace);
  }

  private static String words(@Nullable Throwable problem) {
    if (problem == null) {
      return "";
    }
    return problem.getMessage() == null ? problem.toString() : problem.getMessage();
  }

  /** Ends the run and the threads; waits a moment so that a run that is being saved is saved. */
  @Override
  public void close() {
    stop();
    if (state.get() == State.RUNNING && endOfRun != null) {
      endOfRun.accept(State.FINISHED); // it has ended, and nobody has been told yet
    }
    training.shutdown();
    warmUp.stop();
    analysis.shutdownNow();
    try {
      training.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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

  /** The run that is shown, null before the first one. */
  public ReadOnlyObjectProperty<@Nullable Run> runProperty() {
    return run.getReadOnlyProperty();
  }

  /** The newest answers to the test set, null before the first ones. */
  public ReadOnlyObjectProperty<@Nullable Predictions> predictionsProperty() {
    return predictions.getReadOnlyProperty();
  }

  /** What the user is to be told, null mostly. */
  public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /** The pace; set it by {@link #setStepsPerSecond}. */
  public javafx.beans.property.ReadOnlyDoubleProperty stepsPerSecondProperty() {
    return stepsPerSecond;
  }
}
