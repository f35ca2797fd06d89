package glassbox.cli;

import com.google.gson.GsonBuilder;
import glassbox.analysis.GradientCheck;
import glassbox.data.Datasets;
import glassbox.linalg.Compute;
import glassbox.training.Recipe;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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
          "cannot use the recipe", recipeOptions.name(), String.valueOf(e.getMessage()));
    }
    if (json) {
      System.out.println(new GsonBuilder().setPrettyPrinting().create().toJson(rows));
    } else {
      print(rows);
    }
    return rows.stream().allMatch(GradientCheck.Row::isRight) ? 0 : Errors.FAILED;
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
