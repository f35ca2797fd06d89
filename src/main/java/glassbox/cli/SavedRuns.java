package glassbox.cli;

import glassbox.data.ImageDataset;
import glassbox.format.RunAbout;
import glassbox.format.RunFolder;
import glassbox.format.RunRecorder;
import glassbox.linalg.Compute;
import glassbox.training.RunPlan;
import glassbox.training.RunState;
import glassbox.training.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Enters runs that lie in folders. */
final class SavedRuns {
  private SavedRuns() {}

  /** Refuses a data set that is not the one that the run has learned. */
  static void requireSameData(RunFolder folder, ImageDataset data)
      throws IOException, BadInputException {
    RunAbout about = folder.readAbout();
    if (!about.isOf(data)) {
      throw new BadInputException(
          "cannot go on with the run",
          folder.path().toString(),
          "expected the data set that it was trained on (checksum %s), got %s with checksum %s"
              .formatted(about.checksum(), data.name(), data.checksum()));
    }
  }

  /**
   * Prepares a run.
   *
   * @param where what decides the run, for the error
   */
  static Trainer trainer(RunPlan plan, String where, ImageDataset dataset, Compute compute)
      throws BadInputException {
    try {
      return new Trainer(plan, dataset, compute);
    } catch (IllegalArgumentException e) {
      throw new BadInputException("cannot use the recipe", where, String.valueOf(e.getMessage()));
    }
  }

  /** The run of a folder, about to go on where it was saved. */
  static RecordedRun resume(
      RunFolder folder, RunPlan plan, ImageDataset dataset, Compute compute, boolean quiet)
      throws IOException, BadInputException {
    requireSameData(folder, dataset);
    Path where = folder.path();
    if (folder.readAbout().isEnsemble()) {
      throw new BadInputException(
          "cannot resume",
          where.toString(),
          "expected a run, got an ensemble, which is not trained; fork it at step 0 to train it");
    }
    Trainer trainer = trainer(plan, where.resolve("recipe.json").toString(), dataset, compute);
    Optional<RunState> state = newest(folder);
    if (state.isPresent()) {
      resume(trainer, state.get(), where);
    }
    RunRecorder recorder = new RunRecorder(folder, trainer);
    recorder.goOn();
    return new RecordedRun(trainer, recorder, compute, quiet);
  }

  /**
   * What a run can go on from; says on the error stream where that is not what was kept last.
   *
   * @return empty for the run's beginning
   */
  static Optional<RunState> newest(RunFolder folder) throws IOException {
    RunFolder.Rescue rescue = folder.rescue();
    if (rescue.problem() != null) {
      System.err.printf(
          Locale.ROOT, "%s; what was kept at step %,d is used%n", rescue.problem(), rescue.step());
    }
    return rescue.state();
  }

  /** Puts a run to where it was saved. */
  static void resume(Trainer trainer, RunState state, Path where) throws BadInputException {
    try {
      trainer.resume(state);
    } catch (IllegalArgumentException e) {
      throw ofAnotherRun(where);
    }
  }

  static BadInputException ofAnotherRun(Path where) {
    return new BadInputException(
        "cannot resume",
        where.toString(),
        "expected a checkpoint of this recipe and data set, got one of another run");
  }
}
