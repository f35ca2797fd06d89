package glassbox.ui.session;

import glassbox.analysis.Lives;
import glassbox.analysis.Predictions;
import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import glassbox.format.SavedFile;
import glassbox.training.Recipe;
import glassbox.ui.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the window shows and what it can ask for. All of it belongs to the JavaFX thread: read-only
 * properties, and commands that return at once.
 */
public final class TrainingSession implements AutoCloseable {
  private final Background background;
  private final SessionThreads threads = new SessionThreads();
  private final Undo undo = new Undo();
  private final RunQueue queue = new RunQueue();
  private final SessionModel model;
  private final RunList runs;
  private final RunInView view;
  private final PartInView part;
  private final Selection selection = new Selection();
  private final DrawnAnswers drawn;
  private final MapInView map;
  private final RunLives lives;
  private final Comparison comparison;
  private final PaceChoice pace;
  private final HandMaker hands;
  private final RunInHand inHand;
  private final RunOpener opener;
  private final NextRecipe recipe;
  private final RecipeInView recipeInView;
  private final DatasetReader datasets;
  private final Training training;
  private final Forks forks;
  private final RunChooser chooser;
  private final SeveralRuns several;
  private final InterruptedRun interrupted;
  private final ArchiveOpener archives;
  private final DataFacts facts;
  private final AugmentedPictures augmented;
  private final ImageImport imports;
  private final Lessons lessons;

  /**
   * A session; {@link #useDataset} is to follow.
   *
   * @param startRecipe what the first run would be
   * @param shelf keeps the runs
   * @param threadsOfAStep that share each step
   */
  public TrainingSession(Recipe startRecipe, RunShelf shelf, int threadsOfAStep) {
    model = new SessionModel(startRecipe);
    background = new Background(threads, model::refuse);
    runs = new RunList(shelf, undo, background);
    view = new RunInView(model, runs, threads.analysis());
    part = new PartInView(view, background);
    drawn = new DrawnAnswers(model, view, threads);
    map = new MapInView(part, view, threads.map(), model::refuse);
    part.partProperty().addListener(property -> selection.clear());
    model.datasetProperty().addListener(property -> selection.clear());
    model.stateProperty().addListener(property -> view.playhead().follow());
    pace = new PaceChoice(model, undo);
    hands = new HandMaker(shelf, pace.pace(), threads, threadsOfAStep);
    RunKeeper keeper = new RunKeeper(model, view, runs);
    inHand = new RunInHand(model, view, queue, pace, hands, keeper);
    opener = new RunOpener(model, runs, background);
    lives = new RunLives(model, view, threads.lookingBack());
    comparison = new Comparison(model, part, opener, threads.lookingBack());
    recipe = new NextRecipe(model, inHand, pace, background);
    recipeInView = new RecipeInView(model, view, inHand);
    datasets = new DatasetReader(model, inHand, view, pace, background, undo);
    training = new Training(model, runs, queue, opener, inHand);
    forks = new Forks(model, runs, opener, inHand);
    chooser = new RunChooser(model, opener, inHand, view, recipe, undo);
    several = new SeveralRuns(model, runs, queue, opener, inHand, training);
    archives = new ArchiveOpener(runs, chooser, background);
    lessons = new Lessons(model, background);
    interrupted = new InterruptedRun(model, shelf, runs, inHand, training, background);
    facts = new DataFacts(model, part, threads.data(), model::refuse);
    augmented = new AugmentedPictures(threads.data());
    imports = new ImageImport(threads.importing(), datasets::read);
  }

  // Data and recipes

  /**
   * Reads a data set in the background and makes the recipe fit it. Where it cannot be read, the
   * one before stays. A run that is paused is laid aside.
   */
  public void useDataset(String nameOrPath) {
    datasets.read(nameOrPath);
  }

  /**
   * Opens a folder or archive in the background: IDX files like {@link #useDataset}; pictures in
   * class folders become an offer in {@link #imports}.
   */
  public void open(String path) {
    imports.open(path);
  }

  /**
   * Gets ready in the background, once data are read, so that the first run is as fast as others.
   */
  public void warmUp() {
    threads.warmUp();
  }

  /**
   * What the next run will be. Where a run is in hand, that run follows it from its next step on,
   * or refuses in words what cannot change within a run.
   */
  public void setRecipe(Recipe newRecipe) {
    recipe.set(newRecipe);
  }

  /** Whether a recipe leaves images of the present data set to learn. */
  public boolean fits(Recipe other) {
    return recipe.fits(other);
  }

  /**
   * Reads a recipe in the background.
   *
   * @param use takes it on the JavaFX thread
   */
  public void openRecipe(Path file, Consumer<Recipe> use) {
    recipe.open(file, use);
  }

  /** Writes the present recipe in the background and says so. */
  public void saveRecipe(Path file) {
    recipe.save(file);
  }

  /** Takes a run that came as one file into the folder of runs, and looks at it. */
  public void openArchive(Path file) {
    archives.open(file);
  }

  /** Sets the pace for this and later runs, in steps per second; infinity is full speed. */
  public void setStepsPerSecond(double newPace) {
    pace.choose(newPace);
  }

  /** The pace that was chosen at an earlier start; nothing that could be undone. */
  public void rememberPace(double stepsPerSecond) {
    pace.remember(stepsPerSecond);
  }

  /** No pace is the user's own any more: the next run takes one that suits it. */
  public void forgetPace() {
    pace.forget();
  }

  /**
   * How many threads share each step of runs that are taken in hand from now on; what comes out is
   * the same.
   *
   * @param threadsOfAStep in [1, 256]
   */
  public void setThreads(int threadsOfAStep) {
    hands.setThreadsOfAStep(threadsOfAStep);
  }

  /** How many bytes all keyframes together may take; what does not fit is thinned in a moment. */
  public void setKeyframeBytes(long bytes) {
    inBackground(() -> runs.memory().setBudget(bytes));
  }

  /**
   * Finds out in the background whether files can be written into a folder that may not be there
   * yet.
   *
   * @param problem hears in words why not, or nothing where they can
   */
  public void checkFolder(String folder, Consumer<Optional<String>> problem) {
    background.run(() -> WritableFolder.problem(folder), problem);
  }

  /** Whether the pace was chosen by the user. */
  public boolean isPaceChosen() {
    return pace.isChosen();
  }

  /** Does something short, such as writing a small file, off the JavaFX thread. */
  public void inBackground(Runnable work) {
    background.run(
        () -> {
          work.run();
          return work;
        },
        done -> {});
  }

  /**
   * Writes a file that the user asked for in the background, and says so.
   *
   * @param content is made there, too
   */
  public void saveFile(Path file, Callable<byte[]> content) {
    background.runLong(
        () -> {
          SavedFile.write(file, content.call());
          return file;
        },
        saved -> model.tell(Notice.info(Words.of("session.saved", saved))));
  }

  /** Tells the user that something cannot be done. */
  public void refuse(String why) {
    model.refuse(why);
  }

  /** The user has read it. */
  public void dismissNotice() {
    model.dismissNotice();
  }

  // The run in hand

  /** Starts a run of the recipe, or lets the one in hand go on. */
  public void train() {
    train(new Goal.End());
  }

  /** Trains like {@link #train()}, but pauses where the goal is reached. */
  public void train(Goal goal) {
    training.train(goal);
  }

  /** Trains so many steps and pauses. */
  public void step(long steps) {
    training.step(steps);
  }

  /** Trains to the end of the epoch and pauses. */
  public void finishEpoch() {
    training.finishEpoch();
  }

  /** Ends the loop after its present step; the run can go on. */
  public void pause() {
    inHand.pause();
  }

  /** Ends the run in hand after its present step; what was measured stays. */
  public void stop() {
    inHand.stop();
  }

  /** Starts where nothing runs, pauses what runs, lets go on what is paused. */
  public void toggle() {
    if (model.isRunning()) {
      pause();
    } else {
      train();
    }
  }

  /**
   * Pauses the run in hand, where there is one, and saves it.
   *
   * @param words hears on the JavaFX thread what has become of it
   */
  public void saveRunInHand(Consumer<String> words) {
    inHand.saveNow(words);
  }

  /** Once a frame: what moves by itself. */
  public void tick() {
    view.playhead().follow();
    inHand.watch();
  }

  // Other runs

  /** Looks at a run from its end; one of another day is opened first. */
  public void show(Run other) {
    chooser.show(other);
  }

  /** Looks at the newest step of the run in hand; where none is, of the one that is looked at. */
  public void showNewest() {
    Run held = inHand.run();
    if (held != null && held != view.runProperty().get()) {
      chooser.show(held);
    } else {
      view.playhead().toLive();
    }
  }

  /** Draws a run on the charts or not; one of another day is opened first. */
  public void setShown(Run other, boolean shown) {
    if (shown) {
      opener.open(other, () -> runs.setShown(other, true));
    } else {
      runs.setShown(other, false);
    }
  }

  /** Takes a run in hand that has not come to its end, and trains it. */
  public void goOn(Run other, Goal goal) {
    training.goOn(other, goal);
  }

  /** Offers to go on with the run that was in hand when the program ended. */
  public void offerInterrupted() {
    interrupted.offer();
  }

  /**
   * Checks whether a fork is possible.
   *
   * @throws IllegalArgumentException in words, where it is not
   */
  public void requireFork(Run parent, long step, Recipe by) {
    Forks.plan(parent, step, by);
  }

  /**
   * A new run that shares the past of another up to a step and goes on by a recipe, at once.
   *
   * @param step steps done in the other
   */
  public void fork(Run parent, long step, Recipe by) {
    forks.fork(parent, step, by);
  }

  /** Trains several recipes one after the other, at full speed. */
  public void trainAll(List<Sweep.Variant> variants) {
    several.trainAll(variants);
  }

  /** Lets runs go on one after the other until all have done as many steps. */
  public void bringTo(List<Run> others, long steps) {
    several.bringTo(others, steps);
  }

  /** Gives up what waits in the queue and pauses what it trains. */
  public void cancelQueue() {
    several.cancel();
  }

  /** Ends the threads; a run in hand is saved and offered at the next start. */
  @Override
  public void close() {
    inHand.saveAndEnd();
    view.playhead().lookAt(null);
    drawn.end();
    imports.cancel();
    map.close();
    threads.close();
    runs.close();
  }

  // What there is to see

  public ReadOnlyObjectProperty<State> stateProperty() {
    return model.stateProperty();
  }

  public State state() {
    return model.state();
  }

  public ReadOnlyObjectProperty<Recipe> recipeProperty() {
    return model.recipeProperty();
  }

  public Recipe recipe() {
    return model.recipe();
  }

  /** The recipe of the moment that is looked at, which may be over. */
  public RecipeInView recipeInView() {
    return recipeInView;
  }

  /** The data set, null until the first one is read. */
  public ReadOnlyObjectProperty<@Nullable ImageDataset> datasetProperty() {
    return model.datasetProperty();
  }

  /** The run that is looked at, null before the first one. */
  public ReadOnlyObjectProperty<@Nullable Run> runProperty() {
    return view.runProperty();
  }

  /** The run that trains or is paused; null for none. */
  public @Nullable Run runInHand() {
    return inHand.run();
  }

  /** The answers to the test set at the step that is looked at, null before the first ones. */
  public ReadOnlyObjectProperty<@Nullable Predictions> predictionsProperty() {
    return view.predictionsProperty();
  }

  /** The network of the step that is looked at and its answers, null before the first ones. */
  public ReadOnlyObjectProperty<@Nullable Snapshot> snapshotProperty() {
    return view.snapshotProperty();
  }

  /** Which images the network is asked about. */
  public ObjectProperty<Part> partProperty() {
    return part.partProperty();
  }

  /** The answers to that part at the step that is looked at, null where there are none yet. */
  public ReadOnlyObjectProperty<@Nullable Examined> examinedProperty() {
    return part.examinedProperty();
  }

  /** The images of a part, of the run that is looked at or the next one; null without data. */
  public @Nullable ImageSet imagesOf(Part which) {
    return view.images(which);
  }

  /** What there is to say of the data set. */
  public DataFacts dataFacts() {
    return facts;
  }

  /** Changed versions of an image. */
  public AugmentedPictures augmentedPictures() {
    return augmented;
  }

  /** Pictures of one's own on their way to a data set. */
  public ImageImport imports() {
    return imports;
  }

  /** Where those images lie on the map. */
  public MapInView map() {
    return map;
  }

  /** How the answers to the test images changed over the run that is looked at; null for none. */
  public ReadOnlyObjectProperty<@Nullable Lives> livesProperty() {
    return lives.livesProperty();
  }

  /** What the moment that is looked at is compared with. */
  public Comparison comparison() {
    return comparison;
  }

  /** The image and the images that are picked out. */
  public Selection selection() {
    return selection;
  }

  /** What the network takes a drawing for. */
  public DrawnAnswers drawn() {
    return drawn;
  }

  /** Drawings that are kept in folders within this one. */
  public OwnDrawings drawings(Path folder) {
    return new OwnDrawings(model, view, undo, threads.drawing(), folder);
  }

  /** What the user is to be told, null mostly. */
  public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
    return model.noticeProperty();
  }

  /** The pace; set it by {@link #setStepsPerSecond}. */
  public ReadOnlyDoubleProperty stepsPerSecondProperty() {
    return pace.stepsPerSecondProperty();
  }

  /** Which step is looked at. */
  public Playhead playhead() {
    return view.playhead();
  }

  /** All runs. */
  public RunList runs() {
    return runs;
  }

  /** Runs that wait to be trained. */
  public RunQueue queue() {
    return queue;
  }

  /** Lessons as files. */
  public Lessons lessons() {
    return lessons;
  }

  /** What can be taken back. */
  public Undo undo() {
    return undo;
  }
}
