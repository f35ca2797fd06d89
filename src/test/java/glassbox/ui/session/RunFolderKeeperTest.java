package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.analysis.Predictions;
import glassbox.data.SyntheticData;
import glassbox.format.RecipeJson;
import glassbox.linalg.Compute;
import glassbox.training.Recipe;
import glassbox.training.RecipeBuilder;
import glassbox.training.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run of the window is kept with the files that one of the command line has. */
class RunFolderKeeperTest {
  @TempDir private Path parent;

  private static Trainer trained(int steps) {
    Recipe recipe = new RecipeBuilder().validation(20).build();
    Trainer trainer = new Trainer(recipe, SyntheticData.patterns(5, 8, 180, 60), Compute.single());
    for (int i = 0; i < steps; i++) {
      trainer.step();
    }
    return trainer;
  }

  private static Path keep(Path parent, Trainer trainer) throws IOException {
    Predictions test = new Predictions(trainer.dataset().test(), trainer.testProbabilities());
    try (Compute compute = Compute.single()) {
      return new RunFolderKeeper(parent).keep(trainer, test, compute).folder();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10}) // stopped early, within an epoch, at the end
  void allFilesAreThere(int steps) throws IOException {
    Path folder = keep(parent, trained(steps));
    assertEquals(parent, folder.getParent());
    for (String file :
        List.of("recipe.json", "metrics.csv", "epochs.csv", "summary.json", "model.safetensors")) {
      assertTrue(Files.size(folder.resolve(file)) > 0, file);
    }
    try (var pictures = Files.list(folder.resolve("report"))) {
      assertTrue(pictures.anyMatch(file -> file.toString().endsWith(".png")));
    }
    assertEquals(steps + 1, Files.readAllLines(folder.resolve("metrics.csv")).size());
  }

  @Test
  void theRecipeReadsBack() throws IOException {
    Trainer trainer = trained(1);
    Path recipe = keep(parent, trainer).resolve("recipe.json");
    assertEquals(trainer.recipe(), RecipeJson.parse(Files.readString(recipe), "recipe.json"));
  }

  @Test
  void twoRunsOfOneSecondDoNotMeet() throws IOException {
    Trainer trainer = trained(1);
    assertNotEquals(keep(parent, trainer), keep(parent, trainer));
  }

  @Test
  void whereNoFolderCanBeMadeItSaysSo() throws IOException {
    Path file = Files.createFile(parent.resolve("a file"));
    assertThrows(IOException.class, () -> keep(file, trained(1)));
  }
}
