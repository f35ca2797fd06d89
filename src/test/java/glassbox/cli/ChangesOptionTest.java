package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import glassbox.data.Datasets;
import glassbox.format.ModelFile;
import glassbox.format.RecipeJson;
import glassbox.format.RunFolder;
import glassbox.linalg.Compute;
import glassbox.training.Recipe;
import glassbox.training.RunPlan;
import glassbox.training.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code train --changes}: a run that was changed on its way, once more. */
class ChangesOptionTest {
  private static final String CHANGES =
      """
      {"step":3,"key":"optimizer.learningRate","value":0.01}
      {"step":5,"key":"batchSize","value":10}
      {"step":5,"key":"loss.labelSmoothing","value":0.1}
      """;

  @TempDir Path folder;
  private Path data;
  private Path run;
  private Path changes;

  @BeforeEach
  void write() throws IOException {
    data = SmallRuns.dataset(folder.resolve("data"));
    run = folder.resolve("run");
    changes = Files.writeString(folder.resolve("mine.jsonl"), CHANGES);
  }

  private CommandRun train(Path out, String... more) {
    return CommandRun.of(SmallRuns.train(data, out, more));
  }

  /** The run as somebody makes it who changes it by hand. */
  private Trainer changedByHand(Recipe start, Compute compute) throws IOException {
    Trainer trainer = new Trainer(start, Datasets.load(data.toString()), compute);
    while (!trainer.isFinished()) {
      if (trainer.steps() == 3) {
        trainer.change(start.withOptimizer(start.optimizer().withLearningRate(0.01)));
      } else if (trainer.steps() == 5) {
        trainer.change(
            trainer.recipe().withBatchSize(10).with(draft -> draft.labelSmoothing = 0.1));
      }
      trainer.step();
    }
    return trainer;
  }

  @Test
  void isTheRunThatWasChangedByHand() throws IOException {
    train(run, "--changes=" + changes, "--quiet").succeeded();
    RunFolder kept = RunFolder.open(run);
    try (Compute compute = Compute.of("plain", 1)) {
      Trainer byHand = changedByHand(kept.readRecipe(), compute);
      assertEquals(byHand.plan(), kept.readPlan());
      Path model = folder.resolve("by-hand.safetensors");
      ModelFile.write(model, byHand.answering(), byHand.recipe(), byHand.dataset().classNames());
      assertEquals(-1, Files.mismatch(model, kept.model()));
      assertEquals(byHand.steps(), kept.readSummary().orElseThrow().steps());
    }
    List<String> lines = Files.readAllLines(run.resolve("changes.jsonl"));
    assertEquals(CHANGES.lines().sorted().toList(), lines.stream().sorted().toList());
  }

  @Test
  void theFolderOfARunHasWhatMakesItAgain() throws IOException {
    train(run, "--changes=" + changes, "--quiet").succeeded();
    Path again = folder.resolve("again");
    CommandRun.of(
            "train",
            run.resolve("recipe.json").toString(),
            "--changes=" + run.resolve("changes.jsonl"),
            "--out=" + again,
            "--quiet")
        .succeeded();
    for (String file : new String[] {"changes.jsonl", "metrics.csv", "model.safetensors"}) {
      assertEquals(-1, Files.mismatch(run.resolve(file), again.resolve(file)), file);
    }
  }

  @Test
  void withoutChangesItIsAnotherRun() throws IOException {
    train(run, "--changes=" + changes, "--quiet").succeeded();
    Path plain = folder.resolve("plain");
    train(plain, "--quiet").succeeded();
    assertFalse(Files.exists(plain.resolve("changes.jsonl")));
    assertEquals(
        new RunPlan(RecipeJson.read(plain.resolve("recipe.json"))),
        RunFolder.open(plain).readPlan());
    assertNotEquals(-1, Files.mismatch(run.resolve("metrics.csv"), plain.resolve("metrics.csv")));
  }

  @Test
  void epochsInTheTableAreThoseOfTheChangedBatches() throws IOException {
    train(run, "--changes=" + changes, "--quiet").succeeded();
    String epochs =
        Files.readAllLines(run.resolve("metrics.csv")).stream()
            .skip(1)
            .map(row -> row.split(",")[1])
            .reduce("", String::concat);
    assertEquals("111122222", epochs, "from step 6 on in tens");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nonsense | mine.jsonl, line 1",
        "{\"step\":3,\"key\":\"epoch\",\"value\":3} | unknown key epoch",
        "{\"step\":3,\"key\":\"dataset\",\"value\":\"x\"} | dataset cannot change within a run",
        "{\"step\":9,\"key\":\"batchSize\",\"value\":3} | within the run of 8 steps, got step 9",
        "{\"step\":6,\"key\":\"epochs\",\"value\":1} | epochs must be at least 2",
      })
  void anErrorInTheFileIsOneLineBeforeAnythingIsMade(String line, String rule) throws IOException {
    Files.writeString(changes, line);
    train(run, "--changes=" + changes).failed(Errors.WRONG, rule);
    assertFalse(Files.exists(run));
  }

  @Test
  void aMissingFileIsRefused() {
    train(run, "--changes=" + folder.resolve("missing"))
        .failed(Errors.WRONG, folder.resolve("missing").toString());
    assertFalse(Files.exists(run));
  }
}
