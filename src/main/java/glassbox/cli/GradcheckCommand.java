package glassbox.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import glassbox.analysis.GradientCheck;
import glassbox.data.Datasets;
import glassbox.linalg.Compute;
import glassbox.training.Recipe;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code glassbox gradcheck}: whether backpropagation computes the slope of the loss. */
@Command(
    name = "gradcheck",
    mixinStandardHelpOptions = true,
    description = "Compare backpropagation's gradients with differences of the loss.",
    footer = {"", "Exit code 1 when a gradient is wrong."})
final class GradcheckCommand implements Callable<Integer> {
  @Mixin private RecipeOptions recipeOptions = new RecipeOptions();
  @Mixin private ComputeOptions computeOptions = new ComputeOptions();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, BadInputException {
    Recipe recipe = recipeOptions.read();
    List<GradientCheck.Row> rows;
    try (Compute compute = computeOptions.open()) {
      rows = GradientCheck.run(recipe, Datasets.load(recipe.dataset()), compute);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "cannot use the recipe", recipeOptions.given(), String.valueOf(e.getMessage()));
    }
    return report(rows, json);
  }

  /**
   * Prints the rows.
   *
   * @return the exit code
   */
  static int report(List<GradientCheck.Row> rows, boolean json) {
    if (json) {
      System.out.println(json(rows));
    } else {
      print(rows);
    }
    return rows.stream().allMatch(GradientCheck.Row::isRight) ? 0 : Errors.FAILED;
  }

  /** JSON has no word for what is not finite: such an error becomes null. */
  private static String json(List<GradientCheck.Row> rows) {
    JsonArray array = new JsonArray();
    for (GradientCheck.Row row : rows) {
      JsonObject object = new JsonObject();
      object.addProperty("parameter", row.parameter());
      object.addProperty("shape", row.shape());
      object.addProperty("checked", row.checked());
      object.addProperty("worst", finiteOrNull(row.worst()));
      object.addProperty("median", finiteOrNull(row.median()));
      object.addProperty("where", row.where());
      array.add(object);
    }
    return new GsonBuilder().setPrettyPrinting().serializeNulls().create().toJson(array);
  }

  private static @Nullable Double finiteOrNull(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static void print(List<GradientCheck.Row> rows) {
    String line = "%-12s %-14s %8s %12s %12s  %-12s %s%n";
    System.out.printf(
        Locale.ROOT, line, "parameter", "shape", "checked", "worst", "median", "where", "");
    for (GradientCheck.Row row : rows) {
      System.out.printf(
          Locale.ROOT,
          line,
          row.parameter(),
          row.shape(),
          row.checked(),
          String.format(Locale.ROOT, "%.1e", row.worst()),
          String.format(Locale.ROOT, "%.1e", row.median()),
          row.where(),
          row.isRight() ? "right" : "WRONG");
    }
  }
}
