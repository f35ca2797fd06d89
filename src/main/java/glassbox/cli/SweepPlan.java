package glassbox.cli;

import glassbox.data.Datasets;
import glassbox.data.ImageDataset;
import glassbox.format.RecipeSetting;
import glassbox.format.RunFolder;
import glassbox.training.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All runs of a sweep, checked before the first one begins, and the data that they learn. */
final class SweepPlan {
  private static final int MOST = 10_000;

  private final RecipeOptions base;
  private final Path out;
  private final List<SweepJob> jobs = new ArrayList<>();
  private final Map<String, ImageDataset> datasets = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  /**
   * Every combination of the values, each with so many seeds.
   *
   * @param out the folder of the runs' folders
   * @throws BadInputException naming the combination that is impossible
   */
  SweepPlan(RecipeOptions base, List<Variation> variations, int seeds, Path out)
      throws IOException, BadInputException {
    this.base = base;
    this.out = out;
    requireKeysOnce(variations, seeds);
    requireFew(variations, seeds);
    for (List<RecipeSetting> setting : combinations(variations)) {
      addRuns(setting, seeds);
    }
  }

  List<SweepJob> jobs() {
    return jobs;
  }

  /** The data that a run of the sweep learns. */
  ImageDataset dataset(SweepJob job) throws IOException {
    return dataset(job.recipe());
  }

  private ImageDataset dataset(Recipe recipe) throws IOException {
    ImageDataset loaded = datasets.get(recipe.dataset());
    if (loaded == null) {
      loaded = Datasets.load(recipe.dataset());
      datasets.put(recipe.dataset(), loaded);
    }
    return loaded;
  }

  private static void requireKeysOnce(List<Variation> variations, int seeds)
      throws BadInputException {
    Set<String> keys = new HashSet<>();
    if (seeds > 1) {
      keys.add("seed");
    }
    for (Variation variation : variations) {
      if (!keys.add(variation.key())) {
        throw new BadInputException(
            "cannot vary", variation.key(), "expected every key once, and seed or --seeds");
      }
    }
  }

  private static void requireFew(List<Variation> variations, int seeds) throws BadInputException {
    double runs = seeds;
    for (Variation variation : variations) {
      runs *= variation.values().size();
    }
    if (runs > MOST) {
      throw new BadInputException(
          "cannot sweep",
          "--vary, --seeds",
          "expected at most %,d runs, got %,.0f".formatted(MOST, runs));
    }
  }

  /** The first variation changes slowest. */
  private static List<List<RecipeSetting>> combinations(List<Variation> variations) {
    List<List<RecipeSetting>> all = List.of(List.of());
    for (Variation variation : variations) {
      all =
          all.stream()
              .flatMap(
                  before -> variation.settings().stream().map(one -> SweepJob.all(before, one)))
              .toList();
    }
    return all;
  }

  private void addRuns(List<RecipeSetting> setting, int seeds)
      throws IOException, BadInputException {
    if (seeds == 1) {
      jobs.add(job(setting, null));
      return;
    }
    long first = recipe(setting).seed();
    for (int i = 0; i < seeds; i++) {
      jobs.add(job(setting, new RecipeSetting("seed", Long.toString(first + i))));
    }
  }

  private SweepJob job(List<RecipeSetting> setting, @Nullable RecipeSetting seed)
      throws IOException, BadInputException {
    List<RecipeSetting> all = SweepJob.all(setting, seed);
    Path folder = out.resolve(unused(SweepJob.fileName(all)));
    String sweep = String.valueOf(out.toAbsolutePath().normalize().getFileName());
    String group = (sweep + " " + SweepJob.fileName(setting)).strip();
    SweepJob job = new SweepJob(setting, seed, recipe(all), folder, seed == null ? null : group);
    requireSameRecipe(job);
    return job;
  }

  private String unused(String name) {
    String unused = name;
    for (int i = 2; !names.add(unused); i++) {
      unused = name + "-" + i;
    }
    return unused;
  }

  private Recipe recipe(List<RecipeSetting> settings) throws IOException, BadInputException {
    Recipe recipe = base.readWith(List.of());
    try {
      recipe = base.readWith(settings.stream().map(RecipeSetting::toString).toList());
      recipe.requireFits(dataset(recipe));
      return recipe;
    } catch (IOException | IllegalArgumentException e) {
      throw new BadInputException("cannot sweep", SweepJob.fileName(settings), Errors.message(e));
    }
  }

  /** What lies in the run's folder must be this run, finished or not. */
  private static void requireSameRecipe(SweepJob job) throws IOException, BadInputException {
    if (Files.exists(job.folder().resolve("recipe.json"))) {
      Recipe there = RunFolder.open(job.folder()).readRecipe();
      if (!there.equals(job.recipe())) {
        throw new BadInputException(
            "cannot sweep",
            job.folder().toString(),
            "expected a new folder or this run, got a run with another recipe");
      }
    }
  }
}
