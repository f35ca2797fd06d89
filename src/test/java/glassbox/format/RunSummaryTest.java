package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import glassbox.training.EpochResult;
import glassbox.training.Evaluation;
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

class RunSummaryTest {
  @TempDir Path folder;

  private static final List<String> KEYS =
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
          "seed");

  private static JsonObject json(String text) throws FormatException {
    return (JsonObject) Json.parse(text, "summary.json");
  }

  private static RunSummary summary(double measured) {
    return new RunSummary(
        "a \"set\"",
        1L << 40,
        3,
        1L << 33,
        measured,
        measured,
        measured,
        measured,
        measured,
        measured,
        measured,
        2,
        "plain",
        Long.MIN_VALUE);
  }

  private static Trainer trainer(int steps) {
    Recipe recipe = new RecipeBuilder().epochs(2).batchSize(16).validation(10).seed(4).build();
    Trainer trainer =
        new Trainer(recipe, SyntheticData.patterns(5, 4, 60, 20), Compute.of("plain", 1));
    for (int step = 0; step < steps; step++) {
      trainer.step();
    }
    return trainer;
  }

  @Test
  void keysStandInTheDocumentedOrder() throws FormatException {
    assertEquals(KEYS, List.copyOf(json(summary(0.5).json()).keySet()));
  }

  @Test
  void numbersKeepAllTheirDigits() throws FormatException {
    JsonObject json = json(summary(0.1 + 0.2).json());
    assertEquals("a \"set\"", json.get("dataset").getAsString());
    assertEquals(1L << 40, json.get("parameters").getAsLong());
    assertEquals(1L << 33, json.get("steps").getAsLong());
    assertEquals(0.1 + 0.2, json.get("testLoss").getAsDouble());
    assertEquals(Long.MIN_VALUE, json.get("seed").getAsLong());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatWasNotMeasuredIsNull(double none) throws FormatException {
    JsonObject json = json(summary(none).json());
    assertEquals(KEYS, List.copyOf(json.keySet()));
    for (String key : KEYS.subList(4, 11)) {
      assertTrue(json.get(key).isJsonNull(), key);
    }
  }

  @Test
  void tellsWhatARunHasComeTo() {
    Trainer trainer = trainer(8);
    EpochResult last = trainer.history().epochs().getLast();
    RunSummary summary = RunSummary.of(trainer, trainer.test(), 3, "simd");
    assertEquals("patterns", summary.dataset());
    assertEquals((16 + 1) * 32 + (32 + 1) * 5, summary.parameters());
    assertEquals(2, summary.epochs());
    assertEquals(8, summary.steps());
    assertEquals(last.trainLoss(), summary.trainLoss());
    assertEquals(last.trainAccuracy(), summary.trainAccuracy());
    assertEquals(last.validationAccuracy(), summary.validationAccuracy());
    assertEquals(trainer.test().loss(), summary.testLoss());
    assertEquals(trainer.test().accuracy(), summary.testAccuracy());
    assertEquals(trainer.seconds(), summary.seconds());
    assertEquals(100 / trainer.seconds(), summary.imagesPerSecond(), 1e-9);
    assertEquals(3, summary.threads());
    assertEquals("simd", summary.kernel());
    assertEquals(4, summary.seed());
  }

  @Test
  void aRunStoppedInItsFirstEpochHasNoTrainingFigures() throws FormatException {
    Trainer trainer = trainer(2);
    JsonObject json = json(RunSummary.of(trainer, trainer.test(), 1, "plain").json());
    assertEquals(0, json.get("epochs").getAsInt());
    assertEquals(2, json.get("steps").getAsInt());
    assertTrue(json.get("trainLoss").isJsonNull());
    assertTrue(json.get("testLoss").getAsDouble() > 0);
  }

  @Test
  void aRunOfNoStepsIsToldAsWell() throws FormatException {
    Trainer trainer = trainer(0);
    JsonObject json = json(RunSummary.of(trainer, trainer.test(), 1, "plain").json());
    assertTrue(json.get("imagesPerSecond").isJsonNull());
  }

  @Test
  void anEvaluationIsOneLine() throws FormatException {
    assertEquals(
        "{\"images\":10000,\"accuracy\":0.97,\"loss\":0.1}",
        RunSummary.json(new Evaluation(10000, 0.1, 0.97)));
    assertTrue(json(RunSummary.json(new Evaluation(1, Double.NaN, 0))).get("loss").isJsonNull());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1 + 0.2, 0, Double.NaN})
  void isReadAsItWasWritten(double measured) throws IOException {
    Path file = Files.writeString(folder.resolve("summary.json"), summary(measured).json());
    assertEquals(summary(measured), RunSummary.read(file));
  }

  @Test
  void whatIsMissingWasNotMeasured() throws IOException {
    RunSummary read = RunSummary.read(Files.writeString(folder.resolve("s.json"), "{\"seed\":3}"));
    assertEquals(3, read.seed());
    assertEquals("", read.dataset());
    assertEquals(0, read.steps());
    assertTrue(Double.isNaN(read.testLoss()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[1]", "{", "nonsense"})
  void nonsenseIsRefused(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("summary.json"), text);
    Refused.reading(() -> RunSummary.read(file), file);
  }
}
