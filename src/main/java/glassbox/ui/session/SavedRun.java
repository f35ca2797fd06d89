package glassbox.ui.session;

import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import glassbox.format.RunAbout;
import glassbox.format.RunFolder;
import glassbox.format.RunListing;
import glassbox.format.RunSummary;
import glassbox.training.History;
import glassbox.training.KeyframeMemory;
import glassbox.training.Recipe;
import glassbox.training.RunPlan;
import glassbox.training.RunState;
import glassbox.training.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads runs from their folders; in the background. */
final class SavedRun {
  private SavedRun() {}

  /**
   * What a list says about a run.
   *
   * @param plan null where the folder cannot be read
   * @param atItsEnd whether there is nothing left to train
   * @param problem why the folder cannot be read; empty where all is well
   */
  record Listed(RunListing listing, @Nullable RunPlan plan, boolean atItsEnd, String problem) {
    Path folder() {
      return listing.folder();
    }

    RunAbout about() {
      return listing.about();
    }

    RunFigures figures() {
      RunListing.Figures figures = listing.figures();
      return new RunFigures(
          figures.steps(),
          figures.testAccuracy(),
          figures.bestValidationAccuracy(),
          figures.seconds());
    }
  }

  /** Whether a run that has an outcome has come to its end; one that was stopped can go on. */
  private static boolean isEnd(RunSummary summary, Recipe recipe) {
    return summary.epochs() >= recipe.epochs() || recipe.earlyStopping() != null;
  }

  /** Everything that is needed to look at any step of a run. */
  record Opened(ImageDataset data, RunState state, Timeline timeline) {}

  /** Reads what a list says; a folder that cannot be read says why. */
  static Listed list(Path path) {
    RunListing listing = RunListing.read(path);
    String problem = listing.problem();
    try {
      if (problem != null) {
        return new Listed(listing, null, false, problem);
      }
      RunFolder folder = RunFolder.open(path);
      RunPlan plan = folder.readPlan();
      boolean atItsEnd =
          folder.readSummary().filter(summary -> isEnd(summary, plan.last())).isPresent();
      return new Listed(listing, plan, atItsEnd, "");
    } catch (IOException | RuntimeException e) {
      return new Listed(listing, null, false, Words.of(e));
    }
  }

  /**
   * Reads the whole run.
   *
   * @param present a data set that is there already and need not be read, if it is the run's
   * @throws IOException in words, where something is missing, damaged or of another data set
   */
  static Opened open(Run run, @Nullable ImageDataset present, KeyframeMemory memory)
      throws IOException {
    Path path = run.folder();
    if (path == null) {
      throw new IOException("the run has no folder");
    }
    RunFolder folder = RunFolder.open(path);
    String name = run.plan().start().dataset();
    ImageDataset data =
        present != null && present.name().equals(name) ? present : Datasets.load(name);
    String checksum = folder.readAbout().checksum();
    if (!checksum.isEmpty() && !checksum.equals(data.checksum())) {
      throw new IOException(
          "the run in %s learned another data set: expected checksum %s, but %s has %s"
              .formatted(path, checksum, name, data.checksum()));
    }
    RunState state =
        folder
            .readCheckpoint()
            .orElseThrow(() ->
                new IOException("the run in " + path + " has no checkpoint.bin to open it from"));
    run.plan().requireFits(data);
    Timeline timeline = new Timeline(memory, Timeline.intervalFor(run.plan().start().batchSize()));
    timeline.keep(state.keyframe());
    folder.tell(timeline);
    return new Opened(data, state, timeline);
  }

  /** The best accuracy on the images held out; NaN where none was measured. */
  static double bestValidation(History history) {
    return history.validations().stream()
        .mapToDouble(History.ValidationPoint::accuracy)
        .filter(Double::isFinite)
        .max()
        .orElse(Double.NaN);
  }
}
