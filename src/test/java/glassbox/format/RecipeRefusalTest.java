package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glassbox.training.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error in a recipe names the key. */
class RecipeRefusalTest {
  private static void assertRefused(String json, String... whatIsWrong) {
    Refused.reading(() -> RecipeJson.parse(json, "recipe.json"), "recipe.json", whatIsWrong);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"epoch\": 2} | unknown key epoch,",
        "{\"Epochs\": 2} | unknown key Epochs,",
        "{\"\": 2} | unknown key ,",
        "{\"optimizer.learningRate\": 2} | unknown key optimizer.learningRate,",
        "{\"loss\": {\"smoothing\": 0.1}} | unknown key loss.smoothing,",
        "{\"optimizer\": {\"rate\": 0.1}} | unknown key optimizer.rate,",
        "{\"optimizer\": {\"decay\": 0.1}} | unknown key optimizer.decay,",
        "{\"schedule\": {\"learningRate\": 1}} | unknown key schedule.learningRate,",
        "{\"schedule\": {\"name\": \"constant\", \"decay\": 1}} | unknown key schedule.decay,",
      })
  void anUnknownKeyIsRefusedAtEveryLevel(String json, String unknown) {
    assertRefused(json, unknown, "expected one of");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "\"seed\"", "null", "true"})
  void aRecipeIsAnObject(String json) {
    assertRefused(json, "expected a JSON object");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"dataset\": 1} | dataset must be a text, got 1",
        "{\"dataset\": null} | dataset must be a text, got null",
        "{\"network\": \"dense 10\"} | network must be a list of texts",
        "{\"network\": [\"dense 10\", 10]} | network must be a list of texts",
        "{\"network\": [null]} | network must be a list of texts",
        "{\"initializer\": [\"he\"]} | initializer must be a text, got [\"he\"]",
        "{\"loss\": 0.1} | loss must be an object, got 0.1",
        "{\"loss\": null} | loss must be an object, got null",
        "{\"loss\": {\"labelSmoothing\": \"0.1\"}} | loss.labelSmoothing must be a number",
        "{\"optimizer\": \"sgd\"} | optimizer must be an object, got \"sgd\"",
        "{\"optimizer\": {\"name\": 1}} | optimizer.name must be a text, got 1",
        "{\"optimizer\": {\"learningRate\": \"big\"}} | optimizer.learningRate must be a number",
        "{\"optimizer\": {\"momentum\": null}} | optimizer.momentum must be a number, got null",
        "{\"optimizer\": {\"nesterov\": 1}} | optimizer.nesterov must be true or false, got 1",
        "{\"optimizer\": {\"weightDecay\": []}} | optimizer.weightDecay must be a number, got []",
        "{\"schedule\": [\"constant\"]} | schedule must be an object",
        "{\"schedule\": {\"decay\": true}} | schedule.decay must be a number, got true",
        "{\"epochs\": \"2\"} | epochs must be a number, got \"2\"",
        "{\"epochs\": 1.5} | epochs must be a whole number, got 1.5",
        "{\"batchSize\": {}} | batchSize must be a",
        "{\"shuffle\": \"true\"} | shuffle must be true or false, got \"true\"",
        "{\"shuffle\": 0} | shuffle must be true or false, got 0",
        "{\"seed\": 0.5} | seed must be a whole number, got 0.5",
        "{\"seed\": 9223372036854775808} | seed must be",
        "{\"validation\": false} | validation must be a",
      })
  void aWrongTypeIsRefusedByKeyAndValue(String json, String rule) {
    assertRefused(json, rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"maxNorm", "averaging", "augmentation"})
  void whatMayBeNullIsRefusedByKeyWhereItIsNonsense(String key) throws FormatException {
    assertEquals(Presets.seed(), RecipeJson.parse("{\"%s\": null}".formatted(key), "here"));
    assertRefused("{\"%s\": \"much\"}".formatted(key), key);
    assertRefused("{\"%s\": -1}".formatted(key), key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"dataset\": \" \"} | dataset | nothing",
        "{\"network\": []} | network | none",
        "{\"network\": [\"dense 10\", \"relu\"]} | network must end with a dense layer | \"relu\"",
        "{\"network\": [\"dens 10\"]} | network | \"dens 10\"",
        "{\"network\": [\"\"]} | network | \"\"",
        "{\"network\": [\"dense\"]} | network | \"dense\"",
        "{\"network\": [\"dense 0\"]} | dense units must be in [1, 65536] | 0",
        "{\"network\": [\"dense 65537\"]} | dense units | 65537",
        "{\"network\": [\"dense 1.5\"]} | dense units | 1.5",
        "{\"network\": [\"dense NaN\"]} | dense units | \"NaN\"",
        "{\"initializer\": \"xavier\"} | initializer | \"xavier\"",
        "{\"initializer\": \"normal\"} | initializer | \"normal\"",
        "{\"initializer\": \"normal 0\"} | initializer's normal deviation must be in (0, 100] |"
            + " 0.0",
        "{\"initializer\": \"normal NaN\"} | initializer | \"NaN\"",
        "{\"loss\": {\"labelSmoothing\": 1}} | loss.labelSmoothing must be in [0, 1) | 1.0",
        "{\"loss\": {\"labelSmoothing\": -0.1}} | loss.labelSmoothing | -0.1",
        "{\"optimizer\": {\"name\": \"sdg\"}} | optimizer.name must be one of sgd | \"sdg\"",
        "{\"optimizer\": {\"learningRate\": 0}} | optimizer.learningRate must be in (0, 1000] | 0",
        "{\"optimizer\": {\"learningRate\": -1}} | optimizer.learningRate | -1.0",
        "{\"optimizer\": {\"learningRate\": 1000.1}} | optimizer.learningRate | 1000.1",
        "{\"optimizer\": {\"learningRate\": 1e999}} | optimizer.learningRate | Infinity",
        "{\"optimizer\": {\"learningRate\": 1e-999}} | optimizer.learningRate | 0.0",
        "{\"optimizer\": {\"momentum\": 1}} | optimizer.momentum must be in [0, 1) | 1.0",
        "{\"optimizer\": {\"momentum\": -0.1}} | optimizer.momentum | -0.1",
        "{\"optimizer\": {\"nesterov\": true}} | optimizer.nesterov must be false where | true",
        "{\"optimizer\": {\"weightDecay\": -1}} | optimizer.weightDecay must be in [0, | -1.0",
        "{\"schedule\": {\"name\": \"sometimes\"}} | schedule.name must be one of | \"sometimes\"",
        "{\"schedule\": {\"decay\": -1}} | schedule.decay must be in [0, 1000] | -1.0",
        "{\"epochs\": 0} | epochs must be in [1, 100000] | 0",
        "{\"epochs\": 4294967297} | epochs must be in [1, 100000] | 2147483647",
        "{\"batchSize\": 0} | batchSize must be in [1, 65536] | 0",
        "{\"batchSize\": 65537} | batchSize must be in [1, 65536] | 65537",
        "{\"validation\": -1} | validation must be at least 0 | -1",
      })
  void aValueOutOfRangeIsRefusedByKeyRuleAndValue(String json, String rule, String got) {
    assertRefused(json, rule, "got " + got);
  }

  @Test
  void notANumberIsRefusedWhereverItIsWritten() {
    assertRefused("{\"optimizer\": {\"learningRate\": NaN}}", "optimizer.learningRate");
    assertRefused("{\"optimizer\": {\"learningRate\": \"NaN\"}}", "optimizer.learningRate");
    assertRefused("{\"epochs\": Infinity}", "epochs");
  }

  @Test
  void aKeyThatStandsTwiceIsRefused() {
    assertRefused("{\"epochs\": 1, \"epochs\": 2}", "\"epochs\" twice");
  }
}
