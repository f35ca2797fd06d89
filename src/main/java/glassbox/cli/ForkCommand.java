package glassbox.cli;

import glassbox.data.ImageDataset;
import glassbox.format.BriefDifferences;
import glassbox.format.RecipeSetting;
import glassbox.format.RunAbout;
import glassbox.format.RunFolder;
import glassbox.format.RunRecorder;
import glassbox.format.RunSummary;
import glassbox.format.SettingNames;
import glassbox.linalg.Compute;
import glassbox.training.KeyframeMemory;
import glassbox.training.Recipe;
import glassbox.training.Replay;
import glassbox.training.RunPlan;
import glassbox.training.RunState;
import glassbox.training.Timeline;
import glassbox.training.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code glassbox fork}: a new run that shares its first steps with another. */
@Command(
    name = "fork",
    mixinStandardHelpOptions = true,
    description = "Train a new run that shares its first steps with another run.",
    footer = {
      "",
      "Without --set the fork is the run again, bit for bit. With it, what the run",
      "itself changed after that step is given up. The data, the layers, the",
      "initializer, averaging and early stopping cannot change within a run."
    })
final class ForkCommand implements Callable<Integer> {
  private static final int LONGEST_NAME = 40;

  @Mixin private ComputeOptions computeOptions = new ComputeOptions();

  @Parameters(paramLabel = "RUN", description = "The folder of the run to share steps with.")
  private Path run = Path.of("");

  @Option(
      names = "--at",
      paramLabel = "STEP",
      required = true,
      description = "How many steps they share, from 0 to what the run has done.")
  private long at;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Change one key of the recipe from there on.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--dataset",
      paramLabel = "D",
      description = "Where the run's data set is now, if it has moved.")
  private @Nullable String dataset;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The fork's folder (default: runs/<time>-<name>-fork).")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print the summary as JSON.")
  private boolean json;

  @Option(names = "--quiet", description = "Print no progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException, BadInputException {
    RunFolder parent = RunFolder.open(run);
    RunPlan past = parent.readPlan();
    Optional<RunState> saved = SavedRuns.newest(parent);
    long kept = saved.map(state -> state.keyframe().step()).orElse(0L);
    requireDone(Math.max(kept, steps(parent)));
    RunPlan plan = forked(past);
    try (Compute compute = computeOptions.open()) {
      String data = dataset == null ? past.start().dataset() : dataset;
      ImageDataset images = TrainCommand.load(data, compute);
      SavedRuns.requireSameData(parent, images);
      Trainer trainer = SavedRuns.trainer(plan, run.toString(), images, compute);
      if (saved.isPresent()) { // otherwise the fork makes the shared steps itself, or what lacks
        RunState state = at < kept ? stateAt(parent, past, saved.get(), images) : saved.get();
        SavedRuns.resume(trainer, state, run);
      }
      RunFolder folder = folder(parent.readAbout().name());
      RunAbout about =
          about(parent, past, plan, images.checksum())
              .forkedFrom(RunAbout.seenFrom(around(folder), parent.path()), at);
      RunRecorder recorder = new RunRecorder(folder, trainer);
      recorder.beginFork(about, parent);
      new RecordedRun(trainer, recorder, compute, quiet).printTheEnd(json);
    }
    return 0;
  }

  /** Of a run that has ended, whether or not its checkpoint is there. */
  private static long steps(RunFolder parent) throws IOException {
    return parent.readSummary().map(RunSummary::steps).orElse(0L);
  }

  private void requireDone(long steps) throws BadInputException {
    if (at < 0 || at > steps) {
      throw new BadInputException(
          "cannot fork",
          run.toString(),
          "--at must be in [0, %d], the steps that the run has done, got %d".formatted(steps, at));
    }
  }

  private RunPlan forked(RunPlan past) throws IOException, BadInputException {
    Recipe before = past.at(at);
    Recipe after = RecipeOptions.with(before, settings);
    try {
      return past.forkedAt(at, after);
    } catch (IllegalArgumentException e) {
      throw new BadInputException("cannot fork", run.toString(), String.valueOf(e.getMessage()));
    }
  }

  /** All that the run was after the shared steps. */
  private RunState stateAt(RunFolder parent, RunPlan past, RunState saved, ImageDataset images)
      throws BadInputException {
    Timeline timeline = new Timeline(new KeyframeMemory(KeyframeMemory.BYTES), Long.MAX_VALUE);
    timeline.keep(saved.keyframe());
    parent.tell(timeline);
    try (Compute compute = computeOptions.open()) {
      Replay replay = new Replay(() -> past, images, compute, timeline);
      return new RunState(replay.keyframeAt(at, () -> true).orElseThrow(), saved.history());
    } catch (IllegalArgumentException e) {
      throw SavedRuns.ofAnotherRun(run);
    }
  }

  private RunAbout about(RunFolder parent, RunPlan past, RunPlan plan, String checksum)
      throws IOException {
    List<RecipeSetting> differences = BriefDifferences.of(past.at(at), plan.at(at));
    String from = "%s, from %d".formatted(parent.readAbout().name(), at);
    String name = differences.isEmpty() ? from : from + ": " + SettingNames.words(differences);
    return RunAbout.of(name, checksum);
  }

  private static Path around(RunFolder folder) {
    return folder.path().toAbsolutePath().normalize().resolve("..");
  }

  private RunFolder folder(String parentName) throws IOException {
    String shortName = parentName.substring(0, Math.min(LONGEST_NAME, parentName.length()));
    return out == null
        ? RunFolder.createIn(Path.of("runs"), shortName + "-fork")
        : RunFolder.create(out);
  }
}
