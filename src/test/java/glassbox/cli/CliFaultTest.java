package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glassbox.format.RecipeJson;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliFaultTest {
  @TempDir Path folder;

  /**
   * The path is turned into JSON by hand; a control sign makes that invalid, then all is a text.
   */
  @Test
  void aDataSetWithATabInItsNameIsFound() throws Exception {
    Path data = SmallRuns.dataset(folder.resolve("a\tb"));
    Path run = folder.resolve("run");
    CommandRun.of(SmallRuns.train(data, run)).succeeded();
    assertEquals(data.toString(), RecipeJson.read(run.resolve("recipe.json")).dataset());
  }

  /** InvalidPathException is no bad input for Errors. */
  @Test
  void aRecipeWithAnImpossibleNameIsBadInput() {
    CommandRun.of("train", "a\0b").failed(2, "recipe");
  }

  /** A run whose last update blew up ends with exit code 0 and a loss of null. */
  @Test
  void aRunThatDivergesInItsLastStepFails() throws Exception {
    Path data = SmallRuns.dataset(folder.resolve("data"));
    Path run = folder.resolve("run");
    CommandRun done =
        CommandRun.of(
            SmallRuns.train(
                data,
                run,
                "--json",
                "--set=network=[\"dense 8\",\"dense 8\",\"dense 8\",\"dense 8\",\"dense 8\",\"dense"
                    + " 8\",\"dense 5\"]",
                "--set=initializer=normal 100",
                "--set=epochs=1",
                "--set=batchSize=50",
                "--set=optimizer.learningRate=1000"));
    assertEquals(1, done.exitCode(), done.toString());
  }

  /** A model that begins with another layer than dense cannot be evaluated. */
  @Test
  void aRunThatBeginsWithAnotherLayerIsEvaluated() throws Exception {
    Path data = SmallRuns.dataset(folder.resolve("data"));
    Path run = folder.resolve("run");
    CommandRun.of(SmallRuns.train(data, run, "--set=network=[\"relu\",\"dense 5\"]")).succeeded();
    CommandRun.of("evaluate", run.toString()).succeeded();
  }

  /** --debug shows no trace for wrong usage. */
  @Test
  void aFolderBelowAFileIsBadInput() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    Path data = SmallRuns.dataset(folder.resolve("data"));
    CommandRun.of(SmallRuns.train(data, file.resolve("run"))).failed(2, file.toString());
  }

  /** A number beyond 2^63 is called no whole number. */
  @Test
  void aHugeWholeNumberIsRefusedByItsRange() throws Exception {
    Path recipe = Files.writeString(folder.resolve("r.json"), "{\"epochs\": 1e30}");
    CommandRun.of("train", recipe.toString()).failed(2, "epochs must be in [1, 100000]");
  }
}
