package glassbox.cli;

import glassbox.format.FormatException;
import glassbox.format.RecipeJson;
import glassbox.format.RecipeSetting;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which recipe, and what is changed in it. */
final class RecipeOptions {
  private static final String DATASET = "dataset=";

  @Parameters(
      arity = "0..1",
      paramLabel = "RECIPE",
      description = "A recipe's file or a preset's name (default: seed).")
  private @Nullable String recipe;

  @Option(
      names = "--dataset",
      paramLabel = "D",
      description = "mnist, fashion-mnist, or the path of a folder, .zip or .tar.gz.")
  private @Nullable String dataset;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Change one key of the recipe, such as optimizer.learningRate=0.05.")
  private List<String> settings = new ArrayList<>();

  /** Whether a recipe or a change of one was named. */
  boolean isAnyGiven() {
    return recipe != null || !settings.isEmpty();
  }

  @Nullable String dataset() {
    return dataset;
  }

  /** What was named: a recipe's file or a preset. */
  String given() {
    return recipe == null ? "seed" : recipe;
  }

  /** What the run is called: the preset, or the file's name without its ending. */
  String name() {
    return Presets.exists(given())
        ? given()
        : String.valueOf(Path.of(given()).getFileName()).replaceFirst("\\.json$", "");
  }

  /** What is changed in the recipe, as it was said. */
  List<String> settings() {
    return Collections.unmodifiableList(settings);
  }

  Recipe read() throws IOException, BadInputException {
    return readWith(List.of());
  }

  /** The recipe with more settings, as if they had been named behind the others. */
  Recipe readWith(List<String> more) throws IOException, BadInputException {
    List<String> all = Stream.concat(settings.stream(), more.stream()).toList();
    Recipe read = base(all);
    if (dataset != null) {
      read = read.withDataset(dataset);
    }
    return with(read, all);
  }

  /** The data set that a preset is asked for: the one of the last setting, or the option's. */
  private String datasetOf(List<String> all) {
    return all.stream()
        .filter(setting -> setting.startsWith(DATASET))
        .map(setting -> new RecipeSetting("dataset", setting.substring(DATASET.length())).words())
        .filter(name -> !name.isBlank())
        .reduce((earlier, later) -> later)
        .orElse(dataset == null ? Presets.seed().dataset() : dataset);
  }

  /** A recipe with settings of the form KEY=VALUE. */
  static Recipe with(Recipe recipe, List<String> settings)
      throws FormatException, BadInputException {
    Recipe changed = recipe;
    List<String> wholesFirst = new ArrayList<>(settings);
    wholesFirst.sort(Comparator.comparing(setting -> !decidesOthers(setting)));
    for (String setting : wholesFirst) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw new BadInputException("cannot set", setting, "expected KEY=VALUE");
      }
      changed =
          RecipeJson.with(changed, setting.substring(0, equals), setting.substring(equals + 1));
    }
    return changed;
  }

  /** Whether a setting decides which others there are. */
  private static boolean decidesOthers(String setting) {
    return setting.matches("(?s)([^=]*\\.name|network)=.*");
  }

  private Recipe base(List<String> all) throws IOException, BadInputException {
    if (Presets.exists(given())) {
      return Presets.named(given(), datasetOf(all));
    }
    try {
      Path file = Path.of(given());
      if (Files.exists(file)) {
        return RecipeJson.read(file);
      }
    } catch (InvalidPathException e) {
      // no file can have this name: said below
    }
    throw new BadInputException(
        "cannot find the recipe",
        given(),
        "expected a file or one of the presets " + String.join(", ", Presets.names()));
  }
}
