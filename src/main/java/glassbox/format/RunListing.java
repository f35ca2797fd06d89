package glassbox.format;

import glassbox.training.Change;
import glassbox.training.EpochResult;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import glassbox.training.RunPlan;
import glassbox.training.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run's folder in a few words and figures, for a list of many.
 *
 * @param folder the run's folder
 * @param about what the folder says about the run; made up from its name where that cannot be read
 * @param differences what a fork set where it left its parent; of any other run, in what its recipe
 *     differs from the preset {@code seed}
 * @param changed what was changed on the way, of a fork what it changed after it had left
 * @param figures what was measured
 * @param finished whether the run has come to its end
 * @param inUse whether a program trains it now
 * @param problem why the folder cannot be used, in one line; null where it can
 */
public record RunListing(
    Path folder,
    RunAbout about,
    List<RecipeSetting> differences,
    List<Changed> changed,
    Figures figures,
    boolean finished,
    boolean inUse,
    @Nullable String problem) {
  /** In the folder of a sweep: what its runs came to. It stays where all of them were deleted. */
  public static final String SWEEP_TABLE = "sweep.csv";

  /**
   * What was measured; NaN for what was not.
   *
   * @param steps done, and saved
   * @param validationAccuracy of the last epoch
   * @param bestValidationAccuracy of all epochs, and of what was measured within them
   * @param seconds of the training steps alone
   */
  public record Figures(
      long steps,
      double testAccuracy,
      double validationAccuracy,
      double bestValidationAccuracy,
      double seconds) {
    static final Figures NONE = new Figures(0, Double.NaN, Double.NaN, Double.NaN, 0);
  }

  /**
   * What was changed at one step.
   *
   * @param step how many steps were done before
   */
  public record Changed(long step, List<RecipeSetting> settings) {
    public Changed {
      settings = List.copyOf(settings);
    }
  }

  public RunListing {
    differences = List.copyOf(differences);
    changed = List.copyOf(changed);
  }

  /** The same run as it lies elsewhere. */
  public RunListing at(Path other) {
    return new RunListing(other, about, differences, changed, figures, finished, inUse, problem);
  }

  /** The folder of the run that it was forked from; null for none, or where that is no path. */
  public @Nullable Path parentFolder() {
    try {
      return about.parent() == null ? null : parentFolder(folder, about.parent());
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static Path parentFolder(Path folder, String parent) {
    return RunAbout.foundFrom(folder.resolveSibling(""), parent);
  }

  /** Reads a run's folder; one that is damaged is a listing that says so. */
  public static RunListing read(Path folder) {
    RunAbout about = RunAbout.of(nameOf(folder), "");
    List<RecipeSetting> differences = List.of();
    List<Changed> changed = List.of();
    boolean finished = false;
    try {
      RunFolder run = RunFolder.open(folder);
      finished = run.isFinished();
      about = run.readAbout();
      RunPlan plan = run.readPlan();
      differences = differences(folder, about, plan);
      changed = changed(about, plan);
      return new RunListing(
          folder, about, differences, changed, figures(run), finished, run.isInUse(), null);
    } catch (IOException | RuntimeException e) {
      return new RunListing(
          folder, about, differences, changed, Figures.NONE, finished, false, problem(folder, e));
    }
  }

  /**
   * Reads all runs in a folder, and in those of its folders that hold a sweep, in the order of
   * their names; of a run's own folder, that run.
   *
   * @throws IOException where the folder itself cannot be read
   */
  public static List<RunListing> allIn(Path parent) throws IOException {
    return folders(parent).stream().map(RunListing::read).toList();
  }

  /**
   * The folders of those runs, and folders that might be one.
   *
   * @throws IOException where the folder itself cannot be read
   */
  public static List<Path> folders(Path parent) throws IOException {
    if (isRun(parent)) {
      return List.of(parent);
    }
    List<Path> all = new ArrayList<>();
    for (Path folder : foldersIn(parent)) {
      List<Path> inside = isRun(folder) ? List.of() : runsIn(folder);
      boolean mayBeRun = inside.isEmpty() && !Files.exists(folder.resolve(SWEEP_TABLE));
      all.addAll(mayBeRun ? List.of(folder) : inside);
    }
    return all;
  }

  private static List<Path> foldersIn(Path parent) throws IOException {
    try (Stream<Path> inside = Files.list(parent)) {
      return inside
          .filter(Files::isDirectory)
          .filter(folder -> !nameOf(folder).startsWith("."))
          .sorted(Comparator.comparing(RunListing::nameOf))
          .toList();
    }
  }

  private static List<Path> runsIn(Path folder) {
    try {
      return foldersIn(folder).stream().filter(RunListing::isRun).toList();
    } catch (IOException e) {
      return List.of(); // reading it as a run says why
    }
  }

  private static boolean isRun(Path folder) {
    return Files.exists(folder.resolve("recipe.json"));
  }

  private static String nameOf(Path folder) {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  private static List<RecipeSetting> differences(Path folder, RunAbout about, RunPlan plan) {
    return about.parent() == null
        ? BriefDifferences.of(Presets.seed(), plan.start())
        : BriefDifferences.of(
            atTheFork(folder, about.parent(), plan, about.forkStep()), plan.at(about.forkStep()));
  }

  private static List<Changed> changed(RunAbout about, RunPlan plan) {
    List<Changed> all = new ArrayList<>();
    Recipe before = plan.start();
    for (Change change : plan.changes()) {
      if (about.parent() == null || change.step() > about.forkStep()) {
        all.add(new Changed(change.step(), BriefDifferences.of(before, change.recipe())));
      }
      before = change.recipe();
    }
    return all;
  }

  /** What the parent would have gone on by, from its own folder where that lies beside the fork. */
  private static Recipe atTheFork(Path folder, String parent, RunPlan plan, long step) {
    try {
      Path origin = parentFolder(folder.toAbsolutePath().normalize(), parent);
      return RunFolder.open(origin).readPlan().at(step);
    } catch (IOException | RuntimeException e) {
      return step == 0 ? plan.start() : plan.at(step - 1);
    }
  }

  private static Figures figures(RunFolder run) throws IOException {
    Optional<RunSummary> summary = run.readSummary();
    if (summary.isEmpty()) {
      return run.rescue().state().map(RunListing::figures).orElse(Figures.NONE);
    }
    RunSummary end = summary.get();
    return new Figures(
        end.steps(),
        end.testAccuracy(),
        end.validationAccuracy(),
        bestOf(best(run.readEpochs()), bestBetween(run)),
        end.seconds());
  }

  /** The best of what a window measured within epochs, which only the checkpoint knows. */
  private static double bestBetween(RunFolder run) {
    try {
      return run.readCheckpoint()
          .map(state -> state.history().bestValidationAccuracy())
          .orElse(Double.NaN);
    } catch (IOException e) {
      return Double.NaN; // the run is at its end and does not need it
    }
  }

  private static Figures figures(RunState state) {
    List<EpochResult> epochs = state.history().epochs();
    return new Figures(
        state.keyframe().step(),
        Double.NaN,
        epochs.isEmpty() ? Double.NaN : epochs.getLast().validationAccuracy(),
        state.history().bestValidationAccuracy(),
        state.keyframe().trainingNanos() / 1e9);
  }

  private static double best(List<EpochResult> epochs) {
    return bestOf(epochs.stream().mapToDouble(EpochResult::validationAccuracy).toArray());
  }

  private static double bestOf(double... accuracies) {
    return Arrays.stream(accuracies).filter(Double::isFinite).max().orElse(Double.NaN);
  }

  /** The reason without the folder, which the reader knows. */
  private static String problem(Path folder, Exception e) {
    String message = e instanceof FormatException ? String.valueOf(e.getMessage()) : e.toString();
    return message
        .replace(folder + folder.getFileSystem().getSeparator(), "")
        .replace(", " + folder + ",", ",")
        .replaceAll("\\s*\\R\\s*", " ");
  }
}
