package glassbox.format;

import glassbox.analysis.Predictions;
import glassbox.data.Datasets;
import glassbox.nn.Network;
import glassbox.training.EpochResult;
import glassbox.training.History;
import glassbox.training.Recipe;
import glassbox.training.RunState;
import glassbox.training.Trainer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** The folder that keeps a run: what it was, what was measured, what came of it. */
public final class RunFolder {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Path folder;

  private RunFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes a new folder, or takes one without a run.
   *
   * @throws FormatException where a run is there already; it is left alone
   */
  public static RunFolder create(Path folder) throws IOException {
    for (String file : List.of("recipe.json", "summary.json")) {
      if (Files.exists(folder.resolve(file))) {
        throw new FormatException(
            "cannot start a run",
            folder.toString(),
            "expected a new folder, got one with a run: " + file);
      }
    }
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new FormatException(
          "cannot start a run", folder.toString(), "expected a folder, got a file");
    }
    try {
      Files.createDirectories(folder);
    } catch (NotDirectoryException | FileAlreadyExistsException e) {
      throw noFolder(folder);
    } catch (FileSystemException e) {
      if ("Not a directory".equals(e.getReason())) {
        throw noFolder(folder);
      }
      throw e;
    }
    return new RunFolder(folder);
  }

  private static FormatException noFolder(Path folder) {
    return new FormatException(
        "cannot start a run", folder.toString(), "expected folders all the way, got a file");
  }

  /** Opens a folder with a run in it. */
  public static RunFolder open(Path folder) throws IOException {
    if (!Files.isRegularFile(folder.resolve("recipe.json"))) {
      throw new FormatException(
          "cannot open the run", folder.toString(), "expected a run's folder with recipe.json");
    }
    return new RunFolder(folder);
  }

  public Recipe readRecipe() throws IOException {
    return RecipeJson.read(folder.resolve("recipe.json"));
  }

  private Path checkpoint() {
    return folder.resolve("checkpoint.bin");
  }

  /** Keeps all that the run has become, in the place of what was kept before. */
  public void writeCheckpoint(RunState state) throws IOException {
    Checkpoint.write(checkpoint(), state);
  }

  /** What was kept last; empty where the run was ended before anything was kept. */
  public Optional<RunState> readCheckpoint() throws IOException {
    return Files.exists(checkpoint())
        ? Optional.of(Checkpoint.read(checkpoint()))
        : Optional.empty();
  }

  /** A new folder named after the time and what is run, such as {@code 20260102-030405-seed}. */
  public static RunFolder createIn(Path parent, String what) throws IOException {
    String name = LocalDateTime.now().format(TIME) + "-" + what.replaceAll("[^A-Za-z0-9._-]", "_");
    Path folder = parent.resolve(name);
    for (int i = 2; Files.exists(folder); i++) {
      folder = parent.resolve(name + "-" + i);
    }
    return create(folder);
  }

  public Path path() {
    return folder;
  }

  /** The network as it ended. */
  public Path model() {
    return folder.resolve("model.safetensors");
  }

  /** Where the pictures are. */
  public Path report() {
    return folder.resolve("report");
  }

  public void writeRecipe(Recipe recipe) throws IOException {
    AtomicFiles.write(folder.resolve("recipe.json"), RecipeJson.write(recipe));
  }

  /** Writes metrics.csv and epochs.csv; steps and epochs are counted from 1 there. */
  public void writeHistory(History history, int stepsPerEpoch) throws IOException {
    AtomicFiles.write(
        folder.resolve("metrics.csv"),
        out -> {
          BufferedWriter csv =
              new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          csv.write("step,epoch,loss,accuracy,learningRate\n");
          for (int step = 0; step < history.size(); step++) {
            csv.append(Integer.toString(step + 1))
                .append(',')
                .append(Integer.toString(step / stepsPerEpoch + 1))
                .append(',')
                .append(Double.toString(history.loss(step)))
                .append(',')
                .append(Double.toString(history.accuracy(step)))
                .append(',')
                .append(Double.toString(history.learningRate(step)))
                .append('\n');
          }
          csv.flush();
        });
    AtomicFiles.write(folder.resolve("epochs.csv"), epochs(history.epochs()));
  }

  private static String epochs(List<EpochResult> epochs) {
    StringBuilder csv =
        new StringBuilder(
            "epoch,trainLoss,trainAccuracy,validationLoss,validationAccuracy,seconds\n");
    for (EpochResult epoch : epochs) {
      csv.append(epoch.epoch())
          .append(',')
          .append(epoch.trainLoss())
          .append(',')
          .append(epoch.trainAccuracy())
          .append(',')
          .append(measured(epoch.validationLoss()))
          .append(',')
          .append(measured(epoch.validationAccuracy()))
          .append(',')
          .append(epoch.seconds())
          .append('\n');
    }
    return csv.toString();
  }

  /** Empty where nothing was measured. */
  private static String measured(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }

  public void writeModel(Network network, Recipe recipe, List<String> classNames)
      throws IOException {
    ModelFile.write(model(), network, recipe, classNames);
    OnnxFile.write(folder.resolve("model.onnx"), network, recipe, classNames);
  }

  public void writeSummary(RunSummary summary) throws IOException {
    AtomicFiles.write(folder.resolve("summary.json"), summary.json());
  }

  /** Writes the pictures and the page that shows them. */
  public void writeReport(Trainer trainer, Predictions test, RunSummary summary)
      throws IOException {
    Recipe recipe = trainer.recipe();
    Report.write(
        report(),
        new ReportData(
            "Glassbox on " + Datasets.title(recipe.dataset()),
            trainer.history(),
            trainer.stepsPerEpoch(),
            test,
            trainer.dataset().classNames(),
            RecipeJson.write(recipe),
            summary.figures()));
  }
}
