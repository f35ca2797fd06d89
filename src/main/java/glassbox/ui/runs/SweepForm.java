package glassbox.ui.runs;

import glassbox.data.ImageDataset;
import glassbox.training.Recipe;
import glassbox.ui.session.SettingWords;
import glassbox.ui.session.Sweep;
import glassbox.ui.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for under Words.of("runs.sweep").
 *
 * @param key a setting by its name or its key; not looked at for seeds alone
 * @param values of the setting, with commas between
 * @param seeds how many, as it is typed
 */
record SweepForm(boolean seedsAlone, String key, String values, String seeds) {
  /** Keys that are worth a try; any other key of a recipe may be typed. */
  static final List<String> KEYS =
      List.of(
          "optimizer.learningRate",
          "batchSize",
          "optimizer.momentum",
          "optimizer.weightDecay",
          "dropout",
          "loss.labelSmoothing",
          "schedule.decay",
          "optimizer.name",
          "epochs",
          "seed");

  private static final int MOST_SEEDS = 20;
  private static final int MOST_RUNS = 100;

  /** What the form means: runs, or words that say why there are none. */
  sealed interface Reading {
    /**
     * It can be trained.
     *
     * @param steps of all runs together; 0 where the data set is not known
     */
    record Ready(List<Sweep.Variant> variants, long steps) implements Reading {}

    /** Something has yet to be typed. */
    record Unfinished(String hint) implements Reading {}

    /** It is nonsense. */
    record Refused(String why) implements Reading {}
  }

  /** Reads the form against the recipe that all runs start from. */
  Reading read(Recipe base, @Nullable ImageDataset data) {
    try {
      if (!seedsAlone && key.isBlank()) {
        return new Reading.Unfinished(Words.of("runs.sweep.noKey"));
      }
      if (!seedsAlone && parts(values).isEmpty()) {
        return new Reading.Unfinished(Words.of("runs.sweep.noValues"));
      }
      return ready(base, data);
    } catch (IllegalArgumentException e) {
      return new Reading.Refused(words(String.valueOf(e.getMessage())));
    }
  }

  private Reading ready(Recipe base, @Nullable ImageDataset data) {
    List<String> parts = seedsAlone ? List.of() : parts(values);
    int count = seedCount();
    requireSense(parts, count);
    List<Sweep.Variant> variants =
        new Sweep(base, seedsAlone ? "" : dottedKey(), parts, count).variants();
    if (data == null) {
      return new Reading.Ready(variants, 0);
    }
    variants.forEach(variant -> variant.recipe().requireFits(data));
    return new Reading.Ready(
        variants,
        variants.stream()
            .map(Sweep.Variant::recipe)
            .mapToLong(recipe -> recipe.totalSteps(data.train().count()))
            .sum());
  }

  private void requireSense(List<String> parts, int count) {
    Set<String> seen = new HashSet<>();
    for (String part : parts) {
      require(seen.add(part), Words.of("runs.sweep.twice", part));
    }
    int runs = seedsAlone ? count : parts.size() * count;
    require(runs <= MOST_RUNS, Words.of("runs.sweep.most", MOST_RUNS, runs));
    require(
        seedsAlone || !dottedKey().equals("seed") || count == 1, Words.of("runs.sweep.seedTwice"));
    require(seedsAlone || !dottedKey().equals("dataset"), Words.of("runs.sweep.datasetFixed"));
  }

  private int seedCount() {
    boolean number = seeds.strip().matches("[0-9]{1,3}");
    int count = number ? Integer.parseInt(seeds.strip()) : 0;
    require(
        count >= 1 && count <= MOST_SEEDS,
        Words.of(
            "runs.sweep.seedsRefused",
            MOST_SEEDS,
            seeds.isBlank() ? Words.of("runs.sweep.nothing") : seeds.strip()));
    return count;
  }

  private static void require(boolean holds, String why) {
    if (!holds) {
      throw new IllegalArgumentException(why);
    }
  }

  /** The key of a recipe, where a name was chosen. */
  String dottedKey() {
    String typed = key.strip();
    return KEYS.stream()
        .filter(known -> SettingWords.name(known).equalsIgnoreCase(typed))
        .findFirst()
        .orElse(typed);
  }

  /** Values that make sense for the setting, to begin with. */
  String example() {
    return switch (dottedKey()) {
      case "batchSize" -> "16, 32, 64, 128";
      case "optimizer.momentum" -> "0, 0.5, 0.9";
      case "optimizer.weightDecay", "schedule.decay" -> "0, 0.0001, 0.001";
      case "dropout" -> "0.1, 0.3, 0.5";
      case "loss.labelSmoothing" -> "0, 0.05, 0.1";
      case "optimizer.name" -> "sgd, rmsprop, adam";
      case "epochs" -> "1, 2, 5";
      case "seed" -> "1, 2, 3";
      default -> "0.01, 0.05, 0.1";
    };
  }

  /** The parts between commas that stand in no brackets and no quotation marks. */
  static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (char c : text.toCharArray()) {
      quoted ^= c == '"';
      if (!quoted) {
        depth += "[{(".indexOf(c) >= 0 ? 1 : "]})".indexOf(c) >= 0 ? -1 : 0;
      }
      if (c == ',' && depth <= 0 && !quoted) {
        add(parts, part);
      } else {
        part.append(c);
      }
    }
    add(parts, part);
    return parts;
  }

  private static void add(List<String> parts, StringBuilder part) {
    if (!part.toString().isBlank()) {
      parts.add(part.toString().strip());
    }
    part.setLength(0);
  }

  /** Without what the command line says before it, and with the setting's name for its key. */
  private String words(String message) {
    String rest = SettingWords.reason(message);
    return rest.startsWith(dottedKey() + " ")
        ? SettingWords.name(dottedKey()) + rest.substring(dottedKey().length())
        : rest;
  }
}
