package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import glassbox.format.RecipeJson;
import glassbox.training.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
  @TempDir Path folder;
  private Path data;
  private Path run;

  @BeforeEach
  void write() throws IOException {
    data = SmallRuns.dataset(folder.resolve("data"));
    run = folder.resolve("run");
  }

  private CommandRun train(String... more) {
    return CommandRun.of(SmallRuns.train(data, run, more)).succeeded();
  }

  @Test
  void theResultAndWhereThePicturesAreGoToStandardOutput() {
    List<String> out = train().out().lines().toList();
    assertEquals(2, out.size());
    assertTrue(
        out.get(0)
            .matches(
                "test accuracy \\d+\\.\\d\\d % · test loss \\d\\.\\d{4}"
                    + " · [\\d,]+ images/s in \\d+\\.\\d s"),
        out.get(0));
    assertEquals("pictures in " + run.resolve("report"), out.get(1));
  }

  @Test
  void progressIsALineAnEpochOnStandardError() {
    List<String> err = train().err().lines().toList();
    assertEquals(2, err.size());
    for (int epoch = 1; epoch <= 2; epoch++) {
      assertTrue(
          err.get(epoch - 1)
              .matches(
                  "epoch %d/2 · loss \\d\\.\\d{4} accuracy \\d+\\.\\d\\d %%".formatted(epoch)
                      + " · validation loss \\d\\.\\d{4} accuracy \\d+\\.\\d\\d %"
                      + " · [\\d,]+ images/s( · \\d+:\\d\\d:\\d\\d left)?"),
          err.get(epoch - 1));
    }
  }

  @Test
  void withoutImagesHeldOutProgressTellsNothingOfThem() {
    String err = train("--set", "validation=0").err();
    assertEquals(2, err.lines().count());
    assertFalse(err.contains("validation"), err);
  }

  @Test
  void quietMeansNoProgress() {
    CommandRun done = train("--quiet");
    assertEquals("", done.err());
    assertEquals(2, done.out().lines().count());
  }

  @Test
  void jsonIsTheSummaryThatTheFolderKeeps() throws IOException {
    CommandRun done = train("--json", "--quiet", "--threads", "1");
    assertEquals("", done.err());
    assertEquals(Files.readString(run.resolve("summary.json")), done.out());
    JsonObject summary = JsonParser.parseString(done.out()).getAsJsonObject();
    assertEquals(
        List.of(
            "dataset",
            "parameters",
            "epochs",
            "steps",
            "trainLoss",
            "trainAccuracy",
            "validationAccuracy",
            "testLoss",
            "testAccuracy",
            "seconds",
            "imagesPerSecond",
            "threads",
            "kernel",
            "seed"),
        List.copyOf(summary.keySet()));
    assertEquals(data.toString(), summary.get("dataset").getAsString());
    assertEquals(37 * 8 + 9 * 5, summary.get("parameters").getAsInt());
    assertEquals(2, summary.get("epochs").getAsInt());
    assertEquals(8, summary.get("steps").getAsInt());
    assertEquals(1, summary.get("threads").getAsInt());
  }

  @Test
  void theFolderHasEveryFileAndNothingElse() throws IOException {
    train();
    assertEquals(
        List.of(
            "about.json",
            "epochs.csv",
            "metrics.csv",
            "model.safetensors",
            "recipe.json",
            "report/accuracy.png",
            "report/confusion.png",
            "report/gallery.png",
            "report/loss.png",
            "report/report.html",
            "summary.json"),
        SmallRuns.results(run));
    assertEquals(9, Files.readAllLines(run.resolve("metrics.csv")).size());
    assertEquals(3, Files.readAllLines(run.resolve("epochs.csv")).size());
  }

  @Test
  void theFoldersRecipeDoesTheRunAgain() throws IOException {
    train("--set", "seed=5");
    Path again = folder.resolve("again");
    CommandRun.of("train", run.resolve("recipe.json").toString(), "--out", again.toString())
        .succeeded();
    for (String file : List.of("recipe.json", "metrics.csv", "model.safetensors")) {
      assertEquals(-1, Files.mismatch(run.resolve(file), again.resolve(file)), file);
    }
  }

  @Test
  void kernelAndThreadsDoNotChangeTheRun() throws IOException {
    train("--kernel", "plain", "--threads", "1");
    Path other = folder.resolve("other");
    CommandRun.of(SmallRuns.train(data, other, "--kernel", "simd", "--threads=2")).succeeded();
    assertEquals(-1, Files.mismatch(run.resolve("metrics.csv"), other.resolve("metrics.csv")));
  }

  @Test
  void settingsChangeTheRecipeInAnyOrder() throws IOException {
    train(
        "--set",
        "optimizer.momentum=0.9",
        "--set",
        "optimizer.name=sgd",
        "--set",
        "schedule.decay=0.5",
        "--set",
        "schedule.name=inverse-time",
        "--set=optimizer.learningRate=0.01",
        "--set",
        "initializer=normal 0.1");
    Recipe recipe = RecipeJson.read(run.resolve("recipe.json"));
    Recipe wanted =
        RecipeJson.parse(
            """
            {"dataset": "?", "network": ["dense 8", "relu", "dense 5"],
             "initializer": "normal 0.1",
             "optimizer": {"learningRate": 0.01, "momentum": 0.9},
             "schedule": {"decay": 0.5},
             "batchSize": 16, "validation": 10}
            """,
            "here");
    assertEquals(wanted.withDataset(data.toString()), recipe);
  }

  @Test
  void theDataSetMayBeASettingAndAnArchive() throws IOException {
    Path zip = SmallRuns.zip(data, folder.resolve("my data.zip"));
    CommandRun.of(
            SmallRuns.train(folder.resolve("missing"), run, "--set", "dataset=" + zip, "--json"))
        .succeeded();
    assertEquals(zip.toString(), RecipeJson.read(run.resolve("recipe.json")).dataset());
  }

  @Test
  void aDataSetWithSignsInItsNameIsFound() throws IOException {
    Path strange = SmallRuns.dataset(folder.resolve("a \"b\" c\\d = ü"));
    CommandRun.of(SmallRuns.train(strange, run)).succeeded();
    assertEquals(strange.toString(), RecipeJson.read(run.resolve("recipe.json")).dataset());
  }

  @Test
  void anEmptyFolderIsTakenAndFoldersAboveAreMade() throws IOException {
    Files.createDirectories(run);
    train();
    Path deep = folder.resolve("a/b/c");
    CommandRun.of(SmallRuns.train(data, deep)).succeeded();
    assertTrue(Files.exists(deep.resolve("summary.json")));
  }

  @Test
  void anotherSeedIsAnotherRun() throws IOException {
    train("--set", "seed=1");
    Path other = folder.resolve("other");
    CommandRun.of(SmallRuns.train(data, other, "--set", "seed=2")).succeeded();
    assertNotEquals(-1, Files.mismatch(run.resolve("metrics.csv"), other.resolve("metrics.csv")));
  }
}
