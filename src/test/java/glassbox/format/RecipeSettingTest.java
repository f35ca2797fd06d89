package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import glassbox.nn.Initializer;
import glassbox.nn.LayerSpec;
import glassbox.optim.LearningRateSchedule.Constant;
import glassbox.optim.LearningRateSchedule.InverseTime;
import glassbox.optim.OptimizerSpec.SgdSpec;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One key changed in a recipe, as {@code --set KEY=VALUE} does it. */
class RecipeSettingTest {
  private final Recipe seed = Presets.seed();

  private Recipe set(String key, String value) throws FormatException {
    return RecipeJson.with(seed, key, value);
  }

  @Test
  void aKeyTakesANumber() throws FormatException {
    assertEquals(seed.withEpochs(5), set("epochs", "5"));
    assertEquals(seed.withSeed(-3), set("seed", "-3"));
  }

  @Test
  void aDottedKeyReachesIntoASection() throws FormatException {
    assertEquals(
        seed.withOptimizer(new SgdSpec(0.05, 0, false, 0)), set("optimizer.learningRate", "5e-2"));
    assertEquals(0.1, set("loss.labelSmoothing", "0.1").labelSmoothing());
    assertEquals(new InverseTime(0.5), set("schedule.decay", "0.5").schedule());
  }

  @Test
  void trueAndFalseAreNotTexts() throws FormatException {
    assertFalse(set("shuffle", "false").shuffle());
  }

  @Test
  void aBareWordIsAText() throws FormatException {
    assertEquals(seed.withDataset("fashion-mnist"), set("dataset", "fashion-mnist"));
    assertEquals("/a b/ü.zip", set("dataset", "/a b/ü.zip").dataset());
    assertEquals(new Initializer.Normal(0.1), set("initializer", "normal 0.1").initializer());
  }

  @Test
  void aTextMayBeQuoted() throws FormatException {
    assertEquals("1", set("dataset", "\"1\"").dataset());
  }

  @Test
  void aListTakesThePlaceOfTheOldOne() throws FormatException {
    assertEquals(
        seed.withNetwork(List.of(new LayerSpec.DenseSpec(10))), set("network", "[\"dense 10\"]"));
  }

  @Test
  void aWholeSectionMayBeSet() throws FormatException {
    assertEquals(
        new SgdSpec(0.1, 0.9, false, 0), set("optimizer", "{\"momentum\": 0.9}").optimizer());
  }

  @Test
  void anotherScheduleStartsFromItsOwnDefaults() throws FormatException {
    Recipe constant = set("schedule.name", "constant");
    assertEquals(seed.withSchedule(new Constant()), constant);
    Recipe back = RecipeJson.with(constant, "schedule.name", "inverse-time");
    assertEquals(new InverseTime(1e-4), back.schedule());
  }

  @Test
  void theSameNameAgainChangesNothing() throws FormatException {
    Recipe own =
        seed.withOptimizer(new SgdSpec(0.3, 0.9, true, 0.01)).withSchedule(new InverseTime(0.5));
    assertEquals(own, RecipeJson.with(own, "optimizer.name", "sgd"));
    assertEquals(own, RecipeJson.with(own, "schedule.name", "\"inverse-time\""));
  }

  @Test
  void theOldRecipeStaysAsItWas() throws FormatException {
    set("network", "[\"dense 3\"]");
    assertEquals(Presets.seed(), seed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "epoch | 1 | unknown key epoch",
        "optimizer.rate | 1 | unknown key optimizer.rate",
        "optimiser.learningRate | 1 | unknown key optimiser.learningRate",
        "optimizer.learningRate.x | 1 | unknown key optimizer.learningRate.x",
        "network.0 | dense 1 | unknown key network.0",
        "maxNorm.x | 1 | unknown key maxNorm.x",
        ". | 1 | unknown key .",
        "optimizer. | 1 | unknown key optimizer.",
        "epochs | two | epochs must be a",
        "epochs | 0 | epochs must be in [1, 100000], got 0",
        "epochs | NaN | epochs must be a",
        "optimizer.learningRate | NaN | optimizer.learningRate must be a number, got \"NaN\"",
        "optimizer.learningRate | 1,5 | optimizer.learningRate must be a number, got \"1,5\"",
        "optimizer.name | sdg | optimizer.name must be one of sgd",
        "schedule.name | never | schedule.name must be one of",
        "network | dense 10 | network must be a list of texts, got \"dense 10\"",
        "network | [\"dense 10\" | network must be a list of texts",
        "shuffle | yes | shuffle must be true or false, got \"yes\"",
      })
  void aRefusalNamesTheSettingAndTheRule(String key, String value, String rule) {
    Refused.reading(() -> set(key, value), key + "=" + value, rule);
  }
}
