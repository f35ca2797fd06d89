package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glassbox.optim.OptimizerSpec.AdamSpec;
import glassbox.training.Change;
import glassbox.training.Recipe;
import glassbox.training.RecipeBuilder;
import glassbox.training.RunPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesJsonTest {
  private static final Recipe START =
      new RecipeBuilder().network("dense 8", "relu", "dropout 0.2", "dense 5").build();

  private static RunPlan parse(String text) throws FormatException {
    return ChangesJson.parse(text, START, "changes.jsonl");
  }

  @Test
  void aChangeIsALineAKey() {
    Recipe slow =
        START
            .withOptimizer(START.optimizer().withLearningRate(0.01))
            .withNetwork(
                new RecipeBuilder()
                    .network("dense 8", "relu", "dropout 0.5", "dense 5")
                    .build()
                    .network());
    RunPlan plan =
        new RunPlan(START, List.of(new Change(7, slow), new Change(812, slow.withBatchSize(64))));
    assertEquals(
        """
        {"step":7,"key":"network.2","value":"dropout 0.5"}
        {"step":7,"key":"optimizer.learningRate","value":0.01}
        {"step":812,"key":"batchSize","value":64}
        """,
        ChangesJson.write(plan));
  }

  @Test
  void withoutChangesThereAreNoLines() throws FormatException {
    assertEquals("", ChangesJson.write(new RunPlan(START)));
    assertEquals(new RunPlan(START), parse(""));
    assertEquals(new RunPlan(START), parse("\n  \n"));
  }

  /** What a run cannot change stays as it was. */
  private static Recipe possible(Recipe wanted, Recipe first) {
    return wanted.with(draft -> {
      draft.dataset = first.dataset();
      draft.network = first.network();
      draft.initializer = first.initializer();
      draft.averaging = first.averaging();
      draft.validation = first.validation();
      draft.earlyStopping = first.earlyStopping();
    });
  }

  @Test
  void anyPlanIsReadAsItWasWritten(@TempDir Path folder) throws IOException {
    Random random = new Random(4);
    for (int i = 0; i < 200; i++) {
      RunPlan plan = new RunPlan(RecipeSettingTest.random(random));
      for (long step = random.nextInt(3); step < 30; step += 1 + random.nextInt(20)) {
        plan = plan.changedAt(step, possible(RecipeSettingTest.random(random), plan.start()));
      }
      Path file = Files.writeString(folder.resolve("c.jsonl"), ChangesJson.write(plan));
      assertEquals(plan, ChangesJson.read(file, plan.start()));
    }
  }

  @Test
  void linesMayStandInAnyOrder() throws FormatException {
    RunPlan plan =
        parse(
            """
            {"step":20,"key":"batchSize","value":64}
            {"value":0.5,"step":7,"key":"optimizer.beta1"}

            {"step":7,"key":"optimizer.name","value":"adam"}
            """);
    Recipe adam = START.withOptimizer(new AdamSpec(0.1, 0.5, 0.999, 1e-8, 0, false));
    assertEquals(
        List.of(new Change(7, adam), new Change(20, adam.withBatchSize(64))), plan.changes());
  }

  @Test
  void aLineThatChangesNothingIsNoChange() throws FormatException {
    assertEquals(new RunPlan(START), parse("{\"step\":7,\"key\":\"batchSize\",\"value\":32}"));
  }

  @Test
  void oneKeyIsEnoughForAllDropoutRates() throws FormatException {
    assertEquals(
        "dropout 0.6",
        parse("{\"step\":7,\"key\":\"dropout\",\"value\":0.6}").last().network().get(2).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nonsense | line 1",
        "[1] | expected {\"step\":…,\"key\":…,\"value\":…}, got [1]",
        "{\"step\":1,\"key\":\"epochs\"} | expected {\"step\":…",
        "{\"step\":\"1\",\"key\":\"epochs\",\"value\":3} | expected {\"step\":…",
        "{\"step\":1,\"key\":2,\"value\":3} | expected {\"step\":…",
        "{\"step\":-1,\"key\":\"epochs\",\"value\":3} | step must be a whole number",
        "{\"step\":1.5,\"key\":\"epochs\",\"value\":3} | in [0, 2147483647], got 1.5",
        "{\"step\":1e30,\"key\":\"epochs\",\"value\":3} | in [0, 2147483647], got 1E+30",
        "{\"step\":1,\"key\":\"epoch\",\"value\":3} | unknown key epoch",
        "{\"step\":1,\"key\":\"epochs\",\"value\":0} | epochs must be in [1, 100000], got 0",
        "{\"step\":1,\"key\":\"epochs\",\"value\":null} | epochs must be",
        "{\"step\":1,\"key\":\"network.9\",\"value\":\"relu\"} | network has layers 0 to 3, got 9",
        "{\"step\":1,\"key\":\"network.0\",\"value\":\"dense 9\"} | network cannot change within",
        "{\"step\":1,\"key\":\"dataset\",\"value\":\"other\"} | dataset cannot change within",
      })
  void aRefusalIsOneLineThatNamesTheFileAndTheRule(String line, String rule) {
    Refused.reading(() -> parse(line), "changes.jsonl", rule);
  }

  @Test
  void aRefusalOfALineNamesItsNumber() {
    Refused.reading(
        () -> parse("{\"step\":1,\"key\":\"epochs\",\"value\":3}\n\nnonsense"),
        "changes.jsonl, line 3");
  }

  @Test
  void aMissingFileIsRefused(@TempDir Path folder) {
    Path file = folder.resolve("missing.jsonl");
    Refused.reading(() -> ChangesJson.read(file, START), file, "expected a file");
  }
}
