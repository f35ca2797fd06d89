package glassbox.cli;

import glassbox.data.ImageDataset;
import glassbox.format.RunAbout;
import glassbox.format.RunFolder;
import glassbox.format.RunListing;
import glassbox.format.RunRecorder;
import glassbox.linalg.Compute;
import glassbox.training.DivergedException;
import glassbox.training.RunPlan;
import glassbox.training.Trainer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code glassbox sweep}: one run for every combination of settings, and a table of them all. */
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    description = "Train a recipe once for every combination of settings, and compare the runs.",
    footer = {
      "",
      "Started again with the same --out, a sweep skips the runs that are finished and",
      "goes on with the others. The table is also written to sweep.csv there."
    })
final class SweepCommand implements Callable<Integer> {
  @Mixin private RecipeOptions recipeOptions = new RecipeOptions();
  @Mixin private ComputeOptions computeOptions = new ComputeOptions();

  @Option(
      names = "--vary",
      paramLabel = "KEY=V1,V2,...",
      description =
          "Values of one key of the recipe; named for several keys, every combination is a run.")
  private List<String> vary = new ArrayList<>();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Do each with N seeds, from the recipe's on (default: 1).")
  private int seeds = 1;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "Do N runs at the same time, as processes that share the processors (default: 1).")
  private int atOnce = 1;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder of the runs' folders (default: runs/<time>-sweep-<recipe>).")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print the table as JSON.")
  private boolean json;

  @Option(names = "--quiet", description = "Print no progress.")
  private boolean quiet;

  @Option(
      names = "--print-commands",
      description = "Print a command line for each run that is left to do, and do nothing.")
  private boolean printCommands;

  @Override
  public Integer call() throws IOException, BadInputException {
    requireSomethingToDo();
    Path folder =
        out == null ? RunFolder.newIn(Path.of("runs"), "sweep-" + recipeOptions.name()) : out;
    SweepPlan plan = new SweepPlan(recipeOptions, variations(), seeds, folder);
    SweepLines lines =
        new SweepLines(recipeOptions, threadsOfARun(), computeOptions.givenKernel(), quiet);
    List<SweepJob> left = plan.jobs().stream().filter(job -> !SweepLines.isFinished(job)).toList();
    if (printCommands) {
      left.forEach(job -> System.out.println(lines.forShell(job)));
      return 0;
    }
    Files.createDirectories(folder);
    SweepProgress progress = new SweepProgress(left.size(), quiet);
    Map<SweepJob, String> failures =
        atOnce == 1
            ? runHere(plan, left, progress)
            : new ChildRuns(lines, progress).run(left, atOnce);
    SweepTable table = new SweepTable(plan.jobs(), failures);
    Files.write(
        folder.resolve(RunListing.SWEEP_TABLE), table.csv().getBytes(StandardCharsets.UTF_8));
    System.out.print(json ? table.json() : table.text());
    return failures.isEmpty() ? 0 : Errors.FAILED;
  }

  private void requireSomethingToDo() throws BadInputException {
    if (vary.isEmpty() && seeds == 1) {
      throw new BadInputException("cannot sweep", "--vary, --seeds", "expected one of them");
    }
    requireAboveZero("--seeds", seeds);
    requireAboveZero("--jobs", atOnce);
    computeOptions.open().close(); // refuses before anything is made
  }

  private static void requireAboveZero(String option, int value) throws BadInputException {
    if (value < 1) {
      throw new BadInputException("cannot sweep", option, "expected at least 1, got " + value);
    }
  }

  private List<Variation> variations() throws BadInputException {
    List<Variation> variations = new ArrayList<>();
    for (String each : vary) {
      variations.add(Variation.parse(each));
    }
    return variations;
  }

  private @Nullable Integer threadsOfARun() {
    Integer given = computeOptions.givenThreads();
    return given != null || atOnce == 1
        ? given
        : Integer.valueOf(Math.max(1, Runtime.getRuntime().availableProcessors() / atOnce));
  }

  /** One after the other in this process. */
  private Map<SweepJob, String> runHere(SweepPlan plan, List<SweepJob> jobs, SweepProgress progress)
      throws IOException, BadInputException {
    Map<SweepJob, String> failures = new HashMap<>();
    try (Compute compute = computeOptions.open()) {
      for (SweepJob job : jobs) {
        progress.begins(job);
        try {
          open(job, plan.dataset(job), compute).toTheEnd();
          progress.ended(job);
        } catch (DivergedException | IOException | BadInputException e) {
          failures.put(job, Errors.message(e));
          progress.failed(job, Errors.message(e));
        }
      }
    }
    return failures;
  }

  private RecordedRun open(SweepJob job, ImageDataset dataset, Compute compute)
      throws IOException, BadInputException {
    if (SweepLines.isBegun(job)) {
      RunFolder folder = RunFolder.open(job.folder());
      return SavedRuns.resume(folder, folder.readPlan(), dataset, compute, quiet);
    }
    Trainer trainer = SavedRuns.trainer(new RunPlan(job.recipe()), job.title(), dataset, compute);
    RunRecorder recorder = new RunRecorder(RunFolder.create(job.folder()), trainer);
    RunAbout about = RunAbout.of(job.name(), dataset.checksum());
    recorder.begin(job.group() == null ? about : about.withGroup(job.group()));
    return new RecordedRun(trainer, recorder, compute, quiet);
  }
}
