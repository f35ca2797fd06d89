package glassbox.ui.session;

import glassbox.analysis.Predictions;
import glassbox.data.ImageDataset;
import glassbox.data.SyntheticData;
import glassbox.format.RunAbout;
import glassbox.format.RunFolder;
import glassbox.format.RunRecorder;
import glassbox.linalg.Compute;
import glassbox.training.Recipe;
import glassbox.training.RecipeBuilder;
import glassbox.training.Trainer;
import glassbox.ui.support.Fx;
import glassbox.ui.support.GlassboxThreads;
import glassbox.ui.support.IdxFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** A session at a small data set, without a window, and what it went through. */
final class SessionBench implements AutoCloseable {
  /** Five classes, 300 images to learn, 10 steps of 32 an epoch. */
  static final ImageDataset DATA = SyntheticData.patterns(5, 8, 300, 100);

  final TrainingSession session;
  final List<State> states = new ArrayList<>();
  final List<Predictions> shown = new ArrayList<>();
  final Path shelf;
  private final Path data;

  SessionBench(Path home) {
    this(home, new RecipeBuilder());
  }

  /** A session that keeps its data set and its runs in a folder, in which runs may lie already. */
  SessionBench(Path home, RecipeBuilder recipe) {
    Fx.start();
    data = IdxFolder.write(home.resolve("data"), DATA);
    shelf = home.resolve("runs");
    session =
        Fx.get(() ->
            new TrainingSession(recipe.dataset(data.toString()).build(), new RunShelf(shelf), 2));
    session.stateProperty().addListener((property, before, now) -> states.add(now));
    session
        .predictionsProperty()
        .addListener((property, before, now) -> {
          if (now != null) {
            shown.add(now);
          }
        });
    Fx.run(() -> session.setStepsPerSecond(Double.POSITIVE_INFINITY));
    use(data);
  }

  /** Reads a data set. */
  void use(Path folder) {
    Fx.run(() -> session.useDataset(folder.toString()));
    awaitState(State.READY);
  }

  ImageDataset dataset() {
    return Fx.get(() -> session.datasetProperty().get());
  }

  void change(Recipe recipe) {
    Fx.run(() -> session.setRecipe(recipe));
  }

  /** Changes the recipe as a slider does. */
  void changeLearningRate(double rate) {
    Fx.run(() -> {
      Recipe now = session.recipe();
      session.setRecipe(now.withOptimizer(now.optimizer().withLearningRate(rate)));
    });
  }

  void with(Consumer<TrainingSession> use) {
    Fx.run(() -> use.accept(session));
  }

  <T> T get(Function<TrainingSession, T> use) {
    return Fx.get(() -> use.apply(session));
  }

  void train() {
    Fx.run(session::train);
  }

  void stop() {
    Fx.run(session::stop);
  }

  void pause() {
    Fx.run(session::pause);
    awaitRest();
  }

  void pace(double stepsPerSecond) {
    Fx.run(() -> session.setStepsPerSecond(stepsPerSecond));
  }

  /** Trains at full speed to the end, and waits until the run is measured and kept. */
  Run trainToTheEnd() {
    int before = Shelves.finished(shelf).size();
    train();
    awaitState(State.FINISHED);
    awaitKept(before + 1);
    return run();
  }

  /** Trains so many steps of a new run or the one in hand, and waits for the pause. */
  Run trainTo(long steps) {
    with(s -> s.train(new Goal.Steps(steps)));
    awaitState(State.PAUSED);
    awaitRest();
    return run();
  }

  /** Lets a run that is paused train to the end of the epoch after next, as its last one. */
  void endSoon() {
    with(s -> {
      Run run = s.runProperty().get();
      s.setRecipe(s.recipe().withEpochs((int) run.epochsAfter(run.history().size()) + 2));
      s.train();
    });
  }

  Run run() {
    return Fx.get(() -> session.runProperty().get());
  }

  int steps() {
    return run().history().size();
  }

  void awaitState(State state) {
    Fx.await("the session is " + state, () -> session.state() == state);
  }

  void awaitSteps(int steps) {
    Fx.await(steps + " steps are done", () -> steps() >= steps);
  }

  void awaitKept(int runs) {
    Fx.awaitAnywhere(runs + " runs are kept", () -> Shelves.finished(shelf).size() >= runs);
  }

  /** A run as the command line leaves it when it is killed. */
  Path written(String name, int steps) throws IOException {
    Trainer trainer =
        new Trainer(get(TrainingSession::recipe).withEpochs(4), dataset(), Compute.single());
    while (trainer.steps() < steps) {
      trainer.step();
    }
    RunFolder folder = RunFolder.create(shelf.resolve(name));
    try (RunRecorder recorder = new RunRecorder(folder, trainer)) {
      recorder.begin(RunAbout.of(name, dataset().checksum()));
    }
    return folder.path();
  }

  /** All runs, in the order in which they came. */
  List<Run> runs() {
    return get(s -> List.copyOf(s.runs().all()));
  }

  /** Reads the folder of runs again, after all that was asked for before. */
  void refreshRuns() {
    boolean[] done = {false};
    with(s -> s.runs().refresh(() -> done[0] = true));
    Fx.await("it is read", () -> done[0]);
  }

  /** Waits until the network of a step of the run that is looked at is shown. */
  void awaitShown(long step) {
    Run run = run();
    Fx.await(
        "the answers of step " + step + " are shown",
        () -> {
          PlainRun plain = PlainRun.of(run.plan(), run.data(), step);
          return plain.answers(session.predictionsProperty().get());
        });
  }

  /** Waits until nothing trains and the network as it is then is shown. */
  void awaitRest() {
    Fx.await(
        "the answers of the last step are shown",
        () -> {
          Run run = session.runProperty().get();
          PlainRun plain = PlainRun.of(run.plan(), run.data(), run.history().size());
          return plain.answers(session.predictionsProperty().get());
        });
  }

  String notice() {
    return Fx.get(() -> {
      Notice notice = session.noticeProperty().get();
      return notice == null ? "" : notice.kind() + ": " + notice.text();
    });
  }

  /** Gives the answer of these words to the notice, once it is there. */
  void answer(String words) {
    Fx.await("there is a question", () -> actions().anyMatch(a -> a.words().equals(words)));
    Fx.run(() -> actions().filter(a -> a.words().equals(words)).findFirst().get().deed().run());
  }

  private Stream<Notice.Action> actions() {
    Notice notice = session.noticeProperty().get();
    return notice == null ? Stream.of() : notice.actions().stream();
  }

  /** Waits for a notice that says so. */
  void awaitNotice(String words) {
    Fx.await("it is said: " + words, () -> notice().contains(words));
  }

  /** Ends the session; no thread is left of it. */
  @Override
  public void close() {
    Fx.run(session::close);
    GlassboxThreads.awaitNone();
  }
}
