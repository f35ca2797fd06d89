package glassbox.ui.session;

import glassbox.analysis.Predictions;
import glassbox.data.ImageDataset;
import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import glassbox.training.Recipe;
import glassbox.training.RecipeBuilder;
import glassbox.training.Trainer;
import glassbox.ui.support.Fx;
import glassbox.ui.support.IdxFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A session at a small data set, without a window, and what it went through. */
final class SessionBench implements RunKeeper, AutoCloseable {
  /** Five classes, 300 images to learn, 10 steps of 32 an epoch. */
  static final ImageDataset DATA = SyntheticData.patterns(5, 8, 300, 100);

  final TrainingSession session;
  final List<State> states = new ArrayList<>();
  final List<Predictions> shown = new ArrayList<>();
  final List<Trainer> kept = new CopyOnWriteArrayList<>();
  final AtomicReference<String> refusal = new AtomicReference<>();
  final Path folder;

  SessionBench(Path folder) {
    this(folder, new RecipeBuilder());
  }

  SessionBench(Path folder, RecipeBuilder recipe) {
    Fx.start();
    this.folder = IdxFolder.write(folder, DATA);
    session = Fx.get(() -> new TrainingSession(recipe.dataset(folder.toString()).build(), this, 2));
    session.stateProperty().addListener((property, before, now) -> states.add(now));
    session
        .predictionsProperty()
        .addListener((property, before, now) -> {
          if (now != null) {
            shown.add(now);
          }
        });
    Fx.run(() -> {
      session.setStepsPerSecond(Double.POSITIVE_INFINITY);
      session.useDataset(folder.toString());
    });
    awaitState(State.READY);
  }

  @Override
  public Kept keep(Trainer trainer, Predictions test, Compute compute) throws IOException {
    if (refusal.get() != null) {
      throw new IOException(refusal.get());
    }
    kept.add(trainer);
    return new Kept(folder);
  }

  void change(Recipe recipe) {
    Fx.run(() -> session.setRecipe(recipe));
  }

  void train() {
    Fx.run(session::train);
  }

  void stop() {
    Fx.run(session::stop);
  }

  void pace(double stepsPerSecond) {
    Fx.run(() -> session.setStepsPerSecond(stepsPerSecond));
  }

  /** Trains to the end, and waits until the run is measured and kept. */
  Run trainToTheEnd() {
    int before = kept.size();
    train();
    awaitState(State.FINISHED);
    awaitKept(before + 1);
    return Fx.get(() -> session.runProperty().get());
  }

  void awaitState(State state) {
    Fx.await("the session is " + state, () -> session.state() == state);
  }

  void awaitSteps(int steps) {
    Fx.await(
        steps + " steps are done", () -> session.runProperty().get().history().size() >= steps);
  }

  void awaitKept(int runs) {
    Fx.awaitAnywhere(runs + " runs are kept", () -> kept.size() >= runs);
  }

  String notice() {
    return Fx.get(() -> {
      Notice notice = session.noticeProperty().get();
      return notice == null ? "" : notice.kind() + ": " + notice.text();
    });
  }

  @Override
  public void close() {
    Fx.run(session::close);
  }
}
