package glassbox.cli;

import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import glassbox.format.ChangesJson;
import glassbox.format.ModelFile;
import glassbox.format.RunAbout;
import glassbox.format.RunFolder;
import glassbox.format.RunRecorder;
import glassbox.linalg.Compute;
import glassbox.training.Recipe;
import glassbox.training.RunPlan;
import glassbox.training.Trainer;
import glassbox.training.WarmUp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code glassbox train}: runs a recipe and keeps the run in a folder. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Train a network and keep the run in a folder.")
final class TrainCommand implements Callable<Integer> {
  @Mixin private RecipeOptions recipeOptions = new RecipeOptions();
  @Mixin private ComputeOptions computeOptions = new ComputeOptions();

  @Option(
      names = "--init",
      paramLabel = "FILE",
      description = "Start from the weights of a .safetensors file.")
  private @Nullable Path init;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run's folder (default: runs/<time>-<recipe>).")
  private @Nullable Path out;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = "Go on with the run in this folder; the result is that of an undisturbed run.")
  private @Nullable Path resume;

  @Option(names = "--json", description = "Print the summary as JSON.")
  private boolean json;

  @Option(names = "--quiet", description = "Print no progress.")
  private boolean quiet;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What the run is called in lists (default: the recipe's name).")
  private @Nullable String name;

  @Option(
      names = "--group",
      paramLabel = "NAME",
      description = "A name that runs share which differ in their seeds alone.")
  private @Nullable String group;

  @Option(
      names = "--changes",
      paramLabel = "FILE",
      description = "Change the recipe on the way, as the changes.jsonl of a run says.")
  private @Nullable Path changes;

  @Override
  public Integer call() throws IOException, BadInputException {
    if (resume != null) {
      return resume(resume);
    }
    Recipe recipe = recipeOptions.read();
    RunPlan plan = changes == null ? new RunPlan(recipe) : ChangesJson.read(changes, recipe);
    try (Compute compute = computeOptions.open()) {
      ImageDataset dataset = load(recipe.dataset(), compute);
      Trainer trainer = trainer(plan, recipeOptions.given(), dataset, compute);
      RunFolder folder =
          out == null
              ? RunFolder.createIn(Path.of("runs"), recipeOptions.name())
              : RunFolder.create(out);
      RunRecorder recorder = new RunRecorder(folder, trainer);
      recorder.begin(about(dataset));
      if (init != null) {
        recorder.keepBeginning();
      }
      new RecordedRun(trainer, recorder, compute, quiet).printTheEnd(json);
    }
    return 0;
  }

  private RunAbout about(ImageDataset dataset) {
    RunAbout about = RunAbout.of(name == null ? recipeOptions.name() : name, dataset.checksum());
    return group == null ? about : about.withGroup(group);
  }

  private boolean isAnythingDecided() {
    boolean aboutTheRun = init != null || changes != null || recipeOptions.isAnyGiven();
    return aboutTheRun || out != null || name != null || group != null;
  }

  private int resume(Path where) throws IOException, BadInputException {
    if (isAnythingDecided()) {
      throw new BadInputException(
          "cannot resume",
          where.toString(),
          "expected no recipe, --set, --changes, --init, --out, --name or --group beside --resume:"
              + " the folder decides the run");
    }
    RunFolder folder = RunFolder.open(where);
    RunPlan plan = folder.readPlan();
    String data =
        recipeOptions.dataset() == null ? plan.start().dataset() : recipeOptions.dataset();
    try (Compute compute = computeOptions.open()) {
      ImageDataset dataset = load(data, compute);
      SavedRuns.resume(folder, plan, dataset, compute, quiet).printTheEnd(json);
    }
    return 0;
  }

  /** Reads a data set while an idle thread warms up. */
  static ImageDataset load(String nameOrPath, Compute compute) throws IOException {
    WarmUp warmUp = new WarmUp(compute.kernelName());
    compute.ahead(warmUp);
    try {
      return Datasets.load(nameOrPath);
    } finally {
      warmUp.stop();
      compute.awaitAhead();
    }
  }

  private Trainer trainer(RunPlan plan, String where, ImageDataset dataset, Compute compute)
      throws IOException, BadInputException {
    Trainer trainer = SavedRuns.trainer(plan, where, dataset, compute);
    try {
      if (init != null) {
        ModelFile.load(init, trainer.network());
      }
      return trainer;
    } catch (IllegalArgumentException e) {
      throw new BadInputException("cannot use the recipe", where, String.valueOf(e.getMessage()));
    }
  }
}
