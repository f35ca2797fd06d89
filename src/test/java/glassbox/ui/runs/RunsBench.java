package glassbox.ui.runs;

import glassbox.format.RunAbout;
import glassbox.format.RunFolder;
import glassbox.format.RunSummary;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import glassbox.training.RunPlan;
import glassbox.ui.session.Run;
import glassbox.ui.session.RunShelf;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.support.Fx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A session beside a folder of runs that were trained another day, and the list's model of it. */
final class RunsBench implements AutoCloseable {
  final TrainingSession session;
  final RunsModel model;
  final RunCommands commands;
  final AtomicInteger trainViewShown = new AtomicInteger();
  private final Path folder;

  RunsBench(Path folder) {
    Fx.start();
    this.folder = folder;
    session = Fx.get(() -> new TrainingSession(Presets.seed(), new RunShelf(folder), 1));
    model = Fx.get(() -> new RunsModel(session));
    commands = Fx.get(() -> new RunCommands(session, model, trainViewShown::incrementAndGet));
  }

  /** A finished run as the command line leaves it, listed at once. */
  Run finished(RunAbout about, RunPlan plan, long steps, double testAccuracy) {
    return listed(
        about.name(),
        path -> {
          RunFolder kept = RunFolder.create(path);
          kept.writePlan(plan);
          kept.writeAbout(about);
          kept.writeSummary(
              new RunSummary(
                  plan.start().dataset(),
                  1,
                  plan.last().epochs(),
                  steps,
                  0,
                  0,
                  0,
                  0,
                  testAccuracy,
                  42,
                  0,
                  1,
                  "",
                  1));
          Files.writeString(
              path.resolve("epochs.csv"),
              "epoch,trainLoss,trainAccuracy,validationLoss,validationAccuracy,seconds\n"
                  + "1,0.3,0.9,0.3,0.95,1.0\n");
        });
  }

  Run finished(String name, Recipe recipe) {
    return finished(RunAbout.of(name, ""), new RunPlan(recipe), 3438, 0.9654);
  }

  /** A run that was killed. */
  Run unfinished(String name, Recipe recipe) {
    return listed(
        name,
        path -> {
          RunFolder kept = RunFolder.create(path);
          kept.writePlan(new RunPlan(recipe));
          kept.writeAbout(RunAbout.of(name, ""));
        });
  }

  /** A folder that no run can be read from. */
  Run damaged(String name) {
    return listed(
        name,
        path -> {
          Files.createDirectories(path);
          Files.writeString(path.resolve("recipe.json"), "{");
        });
  }

  private interface Writing {
    void to(Path path) throws IOException;
  }

  private Run listed(String name, Writing writing) {
    Path path = folder.resolve(folderOf(name));
    try {
      Files.createDirectories(folder);
      writing.to(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    refresh();
    Fx.await(name + " is listed", () -> find(path) != null);
    return Fx.get(() -> find(path));
  }

  static String folderOf(String name) {
    return name.replace(' ', '-').toLowerCase(java.util.Locale.ROOT);
  }

  private Run find(Path path) {
    return session.runs().all().stream()
        .filter(run -> path.equals(run.folder()))
        .findFirst()
        .orElse(null);
  }

  void refresh() {
    Fx.run(session.runs()::refresh);
  }

  @Override
  public void close() {
    Fx.run(session::close);
  }
}
