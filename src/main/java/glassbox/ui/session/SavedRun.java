package glassbox.ui.session;

import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import glassbox.format.RunAbout;
import glassbox.format.RunFolder;
import glassbox.linalg.Compute;
import glassbox.training.History;
import glassbox.training.KeyframeMemory;
import glassbox.training.RunPlan;
import glassbox.training.RunState;
import glassbox.training.Timeline;
import glassbox.training.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads whole runs from their folders; in the background. */
final class SavedRun {
  private SavedRun() {}

  /**
   * Everything that is needed to look at any step of a run.
   *
   * @param isWhole whether the state is what was kept last; otherwise that was damaged or missing,
   *     and the steps behind the state are to be made again
   */
  record Opened(ImageDataset data, RunState state, Timeline timeline, boolean isWhole) {}

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
    RunAbout about = folder.readAbout();
    if (!about.isOf(data)) {
      throw new IOException(
          "the run in %s learned another data set: expected checksum %s, but %s has %s"
              .formatted(path, about.checksum(), name, data.checksum()));
    }
    run.plan().requireFits(data);
    RunFolder.Rescue rescue = folder.rescue();
    RunState state = rescue.state().orElseGet(() -> beginning(run.plan(), data));
    Timeline timeline = new Timeline(memory, Timeline.intervalFor(run.plan().start().batchSize()));
    timeline.keep(state.keyframe());
    folder.tell(timeline);
    return new Opened(data, state, timeline, rescue.problem() == null);
  }

  private static RunState beginning(RunPlan plan, ImageDataset data) {
    return new RunState(new Trainer(plan, data, Compute.single()).keyframe(), new History());
  }
}
