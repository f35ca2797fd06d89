package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import glassbox.training.EpochResult;
import glassbox.training.History;
import glassbox.training.Recipe;
import glassbox.training.RecipeBuilder;
import glassbox.training.RunPlan;
import glassbox.training.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  @TempDir Path parent;

  /** 50 learned images are 4 steps an epoch, the last of 2 images. */
  private static Trainer trained(int steps, int validation) {
    Recipe recipe = new RecipeBuilder().epochs(9).batchSize(16).validation(validation).build();
    Trainer trainer =
        new Trainer(
            recipe, SyntheticData.patterns(5, 4, 50 + validation, 10), Compute.of("plain", 1));
    for (int step = 0; step < steps; step++) {
      trainer.step();
    }
    return trainer;
  }

  private List<String> lines(Trainer trainer, String file) throws IOException {
    RunFolder folder = RunFolder.create(parent.resolve("run"));
    folder.writeHistory(trainer.history(), trainer.course());
    return Files.readAllLines(folder.path().resolve(file));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void metricsHaveARowForEveryStepCountedFromOne() throws IOException {
    Trainer trainer = trained(6, 0);
    History history = trainer.history();
    List<String> lines = lines(trainer, "metrics.csv");
    assertEquals("step,epoch,loss,accuracy,learningRate", lines.getFirst());
    assertEquals(7, lines.size());
    for (int step = 0; step < 6; step++) {
      String[] row = lines.get(step + 1).split(",", -1);
      assertEquals(5, row.length);
      assertEquals(Integer.toString(step + 1), row[0]);
      assertEquals(step < 4 ? "1" : "2", row[1]);
      assertEquals(history.loss(step), Double.parseDouble(row[2]));
      assertEquals(history.accuracy(step), Double.parseDouble(row[3]));
      assertEquals(history.learningRate(step), Double.parseDouble(row[4]));
    }
  }

  @Test
  void epochsHaveARowForEveryFinishedEpochCountedFromOne() throws IOException {
    Trainer trainer = trained(11, 10);
    List<String> lines = lines(trainer, "epochs.csv");
    assertEquals(
        "epoch,trainLoss,trainAccuracy,validationLoss,validationAccuracy,seconds",
        lines.getFirst());
    assertEquals(3, lines.size());
    for (int epoch = 0; epoch < 2; epoch++) {
      String[] row = lines.get(epoch + 1).split(",", -1);
      EpochResult wanted = trainer.history().epochs().get(epoch);
      assertEquals(6, row.length);
      assertEquals(Integer.toString(epoch + 1), row[0]);
      assertEquals(wanted.trainLoss(), Double.parseDouble(row[1]));
      assertEquals(wanted.trainAccuracy(), Double.parseDouble(row[2]));
      assertEquals(wanted.validationLoss(), Double.parseDouble(row[3]));
      assertEquals(wanted.validationAccuracy(), Double.parseDouble(row[4]));
      assertEquals(wanted.seconds(), Double.parseDouble(row[5]));
    }
  }

  @Test
  void withoutImagesHeldOutTheirColumnsAreEmpty() throws IOException {
    String[] row = lines(trained(4, 0), "epochs.csv").get(1).split(",", -1);
    assertEquals(6, row.length);
    assertEquals("", row[3]);
    assertEquals("", row[4]);
  }

  @Test
  void beforeTheFirstStepThereAreOnlyHeaders() throws IOException {
    Trainer trainer = trained(0, 0);
    assertEquals(1, lines(trainer, "metrics.csv").size());
    assertEquals(1, lines(trainer, "epochs.csv").size());
  }

  @Test
  void aLaterHistoryTakesThePlaceOfTheEarlier() throws IOException {
    lines(trained(3, 0), "metrics.csv");
    assertEquals(9, lines(trained(8, 0), "metrics.csv").size());
    assertEquals(List.of("epochs.csv", "metrics.csv"), names(parent.resolve("run")));
  }

  @Test
  void theRecipeIsReadAgain() throws IOException {
    Recipe recipe = new RecipeBuilder().dataset("some/folder").seed(77).build();
    RunFolder folder = RunFolder.create(parent.resolve("a/b/c"));
    folder.writePlan(new RunPlan(recipe));
    assertEquals(recipe, RecipeJson.read(folder.path().resolve("recipe.json")));
  }

  @Test
  void aFolderWithARunIsRefusedAndLeftAlone() throws IOException {
    Path run = parent.resolve("run");
    RunFolder.create(run).writePlan(new RunPlan(new RecipeBuilder().seed(5).build()));
    String before = Files.readString(run.resolve("recipe.json"));
    Refused.reading(() -> RunFolder.create(run), run, "expected a new folder");
    assertEquals(before, Files.readString(run.resolve("recipe.json")));
  }

  @Test
  void anEmptyFolderIsTaken() throws IOException {
    assertEquals(parent, RunFolder.create(parent).path());
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "mine");
    Refused.reading(() -> RunFolder.create(file), file, "expected a folder, got a file");
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void runsAreNamedByTimeAndWhatIsRun() throws IOException {
    Path run = RunFolder.createIn(parent, "seed").path();
    assertEquals(parent, run.getParent());
    assertTrue(run.getFileName().toString().matches("\\d{8}-\\d{6}-seed"), run.toString());
    assertTrue(Files.isDirectory(run));
  }

  @Test
  void runsOfTheSameSecondHaveFoldersOfTheirOwn() throws IOException {
    Path first = RunFolder.createIn(parent, "seed").path();
    Path second = RunFolder.createIn(parent, "seed").path();
    Path third = RunFolder.createIn(parent, "seed").path();
    assertNotEquals(first, second);
    assertEquals(3, names(parent).size(), third.toString());
  }

  @Test
  void aNameNeverLeavesTheFolder() throws IOException {
    Path run = RunFolder.createIn(parent, "../my recipe/ü").path();
    assertEquals(parent, run.getParent());
    assertTrue(run.getFileName().toString().endsWith("-.._my_recipe__"), run.toString());
  }
}
