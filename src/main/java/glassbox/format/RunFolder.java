package glassbox.format;

import glassbox.analysis.Predictions;
import glassbox.data.Datasets;
import glassbox.nn.Network;
import glassbox.training.Course;
import glassbox.training.EpochResult;
import glassbox.training.History;
import glassbox.training.Keyframe;
import glassbox.training.Recipe;
import glassbox.training.RunPlan;
import glassbox.training.RunState;
import glassbox.training.Timeline;
import glassbox.training.Trainer;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The folder that keeps a run: what it was, what was measured, what came of it. */
public final class RunFolder {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
  private static final String RECIPE = "recipe.json";
  private static final String SUMMARY = "summary.json";

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
    for (String file : List.of(RECIPE, SUMMARY)) {
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
    if (!Files.isRegularFile(folder.resolve(RECIPE))) {
      throw new FormatException(
          "cannot open the run", folder.toString(), "expected a run's folder with recipe.json");
    }
    return new RunFolder(folder);
  }

  /** A new folder named after the time and what is run, such as {@code 20260102-030405-seed}. */
  public static RunFolder createIn(Path parent, String what) throws IOException {
    return create(newIn(parent, what));
  }

  /** The path of such a folder, which is not made yet. */
  public static Path newIn(Path parent, String what) {
    String name = LocalDateTime.now().format(TIME) + "-" + what.replaceAll("[^A-Za-z0-9._-]", "_");
    Path folder = parent.resolve(name);
    for (int i = 2; Files.exists(folder); i++) {
      folder = parent.resolve(name + "-" + i);
    }
    return folder;
  }

  public Path path() {
    return folder;
  }

  /** The folder's name, by which forks know their parent. */
  public String name() {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  /** Whether a program trains this run now. */
  public boolean isInUse() {
    return RunLock.isTaken(folder);
  }

  /** The recipe at the start of the run. */
  public Recipe readRecipe() throws IOException {
    return RecipeJson.read(folder.resolve(RECIPE));
  }

  /** The run as a value: its recipe and what was changed on the way. */
  public RunPlan readPlan() throws IOException {
    Recipe start = readRecipe();
    return Files.exists(changes()) ? ChangesJson.read(changes(), start) : new RunPlan(start);
  }

  public void writePlan(RunPlan plan) throws IOException {
    AtomicFiles.write(folder.resolve(RECIPE), RecipeJson.write(plan.start()));
    if (!plan.changes().isEmpty() || Files.exists(changes())) {
      AtomicFiles.write(changes(), ChangesJson.write(plan));
    }
  }

  private Path changes() {
    return folder.resolve("changes.jsonl");
  }

  public RunAbout readAbout() throws IOException {
    return RunAbout.read(folder.resolve("about.json"));
  }

  public void writeAbout(RunAbout about) throws IOException {
    about.write(folder.resolve("about.json"));
  }

  Path checkpoint() {
    return folder.resolve("checkpoint.bin");
  }

  /** Where earlier checkpoints are. */
  Path earlier() {
    return folder.resolve("timeline");
  }

  /** Keeps all that the run has become, in the place of what was kept before. */
  public void writeCheckpoint(Keyframe keyframe, History history) throws IOException {
    Checkpoint.write(checkpoint(), keyframe, history);
  }

  /** What was kept last; empty where the run was ended before anything was kept. */
  public Optional<RunState> readCheckpoint() throws IOException {
    return Files.exists(checkpoint())
        ? Optional.of(Checkpoint.read(checkpoint()))
        : Optional.empty();
  }

  /**
   * What the run can go on from: what was kept last or, where that is damaged or missing, the
   * newest that was kept before. From either the run becomes the same.
   *
   * @throws FormatException where nothing can be read but something was kept, a newer Glassbox has
   *     kept it, or nothing was kept of an ensemble, which has no beginning
   */
  public Rescue rescue() throws IOException {
    try {
      Optional<RunState> last = readCheckpoint();
      if (last.isPresent()) {
        return new Rescue(last, null);
      }
      Optional<RunState> before = new StoredKeyframes(this).newest();
      if (before.isEmpty() && readAbout().isEnsemble()) {
        throw new FormatException(
            "cannot open the run",
            folder.toString(),
            "expected the networks of an ensemble, got no checkpoint.bin");
      }
      return new Rescue(before, before.isPresent() || isFinished() ? missing() : null);
    } catch (FormatException damage) {
      Optional<RunState> before =
          Checkpoint.isNewer(checkpoint()) ? Optional.empty() : new StoredKeyframes(this).newest();
      if (before.isEmpty()) {
        throw damage;
      }
      return new Rescue(before, String.valueOf(damage.getMessage()));
    }
  }

  private String missing() {
    return "cannot resume, " + checkpoint() + ", expected a checkpoint, got nothing";
  }

  /**
   * What a run can go on from.
   *
   * @param state empty for the run's beginning
   * @param problem why that is not what was kept last, in one line; null where it is
   */
  public record Rescue(Optional<RunState> state, @Nullable String problem) {
    /** Steps that need not be made again. */
    public long step() {
      return state.map(kept -> kept.keyframe().step()).orElse(0L);
    }
  }

  /** Lets a timeline know of the keyframes that lie in the folder. */
  public void tell(Timeline timeline) {
    new StoredKeyframes(this).tell(timeline);
  }

  /** Whether the run has come to an end of its own or the user's. */
  public boolean isFinished() {
    return Files.exists(folder.resolve(SUMMARY));
  }

  /** The network as it ended. */
  public Path model() {
    return folder.resolve("model.safetensors");
  }

  /** Where the pictures are. */
  public Path report() {
    return folder.resolve("report");
  }

  /** Writes metrics.csv and epochs.csv; steps and epochs are counted from 1 there. */
  public void writeHistory(History history, Course course) throws IOException {
    MetricsCsv.writeSteps(folder.resolve("metrics.csv"), history, course);
    MetricsCsv.writeEpochs(epochs(), history.epochs());
  }

  /** The finished epochs of epochs.csv; none where there is no such file. */
  public List<EpochResult> readEpochs() throws IOException {
    return Files.exists(epochs()) ? MetricsCsv.readEpochs(epochs()) : List.of();
  }

  private Path epochs() {
    return folder.resolve("epochs.csv");
  }

  public void writeModel(Network network, Recipe recipe, List<String> classNames)
      throws IOException {
    ModelFile.write(model(), network, recipe, classNames);
    OnnxFile.write(folder.resolve("model.onnx"), network, recipe, classNames);
  }

  public void writeSummary(RunSummary summary) throws IOException {
    AtomicFiles.write(folder.resolve(SUMMARY), summary.json());
  }

  /** The outcome; empty where the run has not ended. */
  public Optional<RunSummary> readSummary() throws IOException {
    return isFinished() ? Optional.of(RunSummary.read(folder.resolve(SUMMARY))) : Optional.empty();
  }

  /** The run goes on: its outcome is not known any more. */
  public void forgetSummary() throws IOException {
    Files.deleteIfExists(folder.resolve(SUMMARY));
  }

  /** Writes the pictures and the page. */
  public void writeReport(Trainer trainer, Predictions test, RunSummary summary)
      throws IOException {
    RunPlan plan = trainer.plan();
    Recipe recipe = plan.start();
    Report.write(
        report(),
        new ReportData(
            "Glassbox on " + Datasets.title(recipe.dataset()),
            trainer.history(),
            trainer.course(),
            test,
            trainer.dataset().classNames(),
            RecipeJson.write(recipe),
            plan.changes().isEmpty() ? "" : ChangesJson.write(plan),
            figures(summary)));
  }

  /** What the run is called and what was noted about it, above what it came to. */
  private SequencedMap<String, String> figures(RunSummary summary) throws IOException {
    RunAbout about = readAbout();
    SequencedMap<String, String> figures = summary.figures();
    if (!about.note().isBlank()) {
      figures.putFirst("note", about.note());
    }
    figures.putFirst("run", about.name());
    return figures;
  }
}
