package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.analysis.Predictions;
import glassbox.data.SyntheticData;
import glassbox.format.RecipeJson;
import glassbox.format.RunAbout;
import glassbox.format.RunRecorder;
import glassbox.linalg.Compute;
import glassbox.training.Recipe;
import glassbox.training.RecipeBuilder;
import glassbox.training.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run of the window is kept with the files that one of the command line has. */
class RunShelfTest {
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
      RunRecorder recorder = new RunShelf(parent).begin(trainer, RunAbout.of("Run 1", ""));
      recorder.finish(test, compute);
      return recorder.folder().path();
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

  @Test
  void theRunInHandIsRememberedUntilItIsLaidDown() throws IOException {
    RunShelf shelf = new RunShelf(parent);
    assertEquals(Optional.empty(), shelf.inHand());
    Path run = keep(parent, trained(1));
    shelf.takeInHand(run);
    assertEquals(Optional.of(run), new RunShelf(parent).inHand());
    shelf.layDown();
    shelf.layDown();
    assertEquals(Optional.empty(), shelf.inHand());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "gone", "a\0b"})
  void whatIsNoRunIsNotInHand(String words) throws IOException {
    Files.writeString(parent.resolve(".in-hand"), words);
    assertEquals(Optional.empty(), new RunShelf(parent).inHand());
  }

  @Test
  void aDeletedRunIsNotListedAndCanBePutBackUntilItIsForgotten() throws IOException {
    RunShelf shelf = new RunShelf(parent);
    Path run = keep(parent, trained(1));
    shelf.delete(run);
    assertEquals(List.of(), shelf.folders());
    shelf.restore(run);
    assertEquals(List.of(run), shelf.folders());
    shelf.delete(run);
    shelf.forgetDeleted();
    try (var left = Files.list(parent)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void aShelfThatIsNotThereIsEmpty() throws IOException {
    assertEquals(List.of(), new RunShelf(parent.resolve("none")).folders());
  }
}
