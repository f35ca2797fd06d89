package glassbox.cli;

import glassbox.analysis.Predictions;
import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import glassbox.format.ModelFile;
import glassbox.format.RunFolder;
import glassbox.format.RunSummary;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.training.DivergedException;
import glassbox.training.Evaluation;
import glassbox.training.Recipe;
import glassbox.training.RunState;
import glassbox.training.Trainer;
import glassbox.training.WarmUp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
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
  /** So much is lost at most when a run is killed. */
  private static final long NANOS_BETWEEN_CHECKPOINTS = 5_000_000_000L;

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

  @Override
  public Integer call() throws IOException, BadInputException {
    if (resume != null) {
      return resume(resume);
    }
    Recipe recipe = recipeOptions.read();
    try (Compute compute = computeOptions.open()) {
      ImageDataset dataset = load(recipe.dataset(), compute);
      Trainer trainer = trainer(recipe, recipeOptions.given(), dataset, compute);
      RunFolder folder =
          out == null
              ? RunFolder.createIn(Path.of("runs"), recipeOptions.name())
              : RunFolder.create(out);
      folder.writeRecipe(recipe);
      folder.writeCheckpoint(trainer.save());
      run(trainer, folder);
      finish(trainer, folder, compute);
    }
    return 0;
  }

  private int resume(Path where) throws IOException, BadInputException {
    if (out != null || init != null || recipeOptions.isAnyGiven()) {
      throw new BadInputException(
          "cannot resume",
          where.toString(),
          "expected no recipe, --set, --init or --out beside --resume: the folder decides the run");
    }
    RunFolder folder = RunFolder.open(where);
    Recipe recipe = folder.readRecipe();
    String data = recipeOptions.dataset() == null ? recipe.dataset() : recipeOptions.dataset();
    try (Compute compute = computeOptions.open()) {
      ImageDataset dataset = load(data, compute);
      Trainer trainer = trainer(recipe, where.resolve("recipe.json").toString(), dataset, compute);
      Optional<RunState> state = folder.readCheckpoint();
      if (state.isPresent()) {
        resume(trainer, state.get(), where);
      }
      run(trainer, folder);
      finish(trainer, folder, compute);
    }
    return 0;
  }

  /** Reads a data set while an idle thread warms up. */
  private static ImageDataset load(String nameOrPath, Compute compute) throws IOException {
    WarmUp warmUp = new WarmUp(compute.kernelName());
    compute.ahead(warmUp);
    try {
      return Datasets.load(nameOrPath);
    } finally {
      warmUp.stop();
      compute.awaitAhead();
    }
  }

  private static void resume(Trainer trainer, RunState state, Path where) throws BadInputException {
    try {
      trainer.resume(state);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "cannot resume",
          where.toString(),
          "expected a checkpoint of this recipe and data set, got one of another run");
    }
  }

  private Trainer trainer(Recipe recipe, String where, ImageDataset dataset, Compute compute)
      throws IOException, BadInputException {
    try {
      Trainer trainer = new Trainer(recipe, dataset, compute);
      if (init != null) {
        ModelFile.load(init, trainer.network());
      }
      return trainer;
    } catch (IllegalArgumentException e) {
      throw new BadInputException("cannot use the recipe", where, String.valueOf(e.getMessage()));
    }
  }

  /** Trains to the end; a run that is killed goes on from some seconds before. */
  private void run(Trainer trainer, RunFolder folder) throws IOException {
    long kept = System.nanoTime();
    try (Progress progress = Progress.of(trainer, quiet)) {
      while (!trainer.isFinished()) {
        trainer.step();
        progress.step(trainer);
        if (trainer.steps() % trainer.stepsPerEpoch() == 0) {
          progress.epoch(trainer);
          folder.writeHistory(trainer.history(), trainer.stepsPerEpoch());
        }
        if (System.nanoTime() - kept > NANOS_BETWEEN_CHECKPOINTS) {
          folder.writeCheckpoint(trainer.save());
          kept = System.nanoTime();
        }
      }
      folder.writeCheckpoint(trainer.save());
    } catch (DivergedException e) {
      folder.writeHistory(trainer.history(), trainer.stepsPerEpoch());
      throw e;
    }
  }

  private void finish(Trainer trainer, RunFolder folder, Compute compute) throws IOException {
    Matrix probabilities = trainer.testProbabilities();
    Evaluation test = Evaluation.of(probabilities, trainer.dataset().test());
    if (!Double.isFinite(test.loss())) {
      throw new DivergedException(
          trainer.steps(), test.loss(), trainer.learningRate(trainer.steps() - 1));
    }
    RunSummary summary = RunSummary.of(trainer, test, compute.threads(), compute.kernelName());
    folder.writeHistory(trainer.history(), trainer.stepsPerEpoch());
    folder.writeModel(trainer.answering(), trainer.recipe(), trainer.dataset().classNames());
    folder.writeSummary(summary);
    folder.writeReport(trainer, new Predictions(trainer.dataset().test(), probabilities), summary);
    System.out.print(json ? summary.json() : words(summary, folder));
  }

  private static String words(RunSummary summary, RunFolder folder) {
    return String.format(
        Locale.ROOT,
        "test accuracy %.2f %% · test loss %.4f · %,.0f images/s in %.1f s%npictures in %s%n",
        100 * summary.testAccuracy(),
        summary.testLoss(),
        summary.imagesPerSecond(),
        summary.seconds(),
        folder.report());
  }
}
