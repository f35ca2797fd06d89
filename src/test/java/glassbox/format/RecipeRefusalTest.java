package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.training.Presets;
import java.time.Duration;
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
        "{\"augmentation\": {\"zoom\": 1}} | unknown key augmentation.zoom,",
        "{\"augmentation\": {\"cutout\": {\"width\": 1}}} | unknown key augmentation.cutout.width,",
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
        "{\"network\": null} | network must be a list of texts, got null",
        "{\"network\": {\"dense\": 10}} | network must be a list of texts",
        "{\"network\": [[\"dense 10\"]]} | network must be a list of texts",
        "{\"initializer\": null} | initializer must be a text, got null",
        "{\"initializer\": 0.01} | initializer must be a text, got 0.01",
        "{\"initializer\": [\"he\"]} | initializer must be a text, got [\"he\"]",
        "{\"loss\": 0.1} | loss must be an object, got 0.1",
        "{\"loss\": null} | loss must be an object, got null",
        "{\"loss\": {\"labelSmoothing\": \"0.1\"}} | loss.labelSmoothing must be a number",
        "{\"optimizer\": \"sgd\"} | optimizer must be an object, got \"sgd\"",
        "{\"optimizer\": null} | optimizer must be an object, got null",
        "{\"optimizer\": {\"name\": null}} | optimizer.name must be a text, got null",
        "{\"optimizer\": {\"name\": 1}} | optimizer.name must be a text, got 1",
        "{\"optimizer\": {\"learningRate\": \"big\"}} | optimizer.learningRate must be a number",
        "{\"optimizer\": {\"momentum\": null}} | optimizer.momentum must be a number, got null",
        "{\"optimizer\": {\"nesterov\": 1}} | optimizer.nesterov must be true or false, got 1",
        "{\"optimizer\": {\"nesterov\": null}} | optimizer.nesterov must be true or false",
        "{\"optimizer\": {\"nesterov\": \"true\"}} | optimizer.nesterov must be true or false",
        "{\"optimizer\": {\"weightDecay\": []}} | optimizer.weightDecay must be a number, got []",
        "{\"schedule\": [\"constant\"]} | schedule must be an object",
        "{\"schedule\": null} | schedule must be an object, got null",
        "{\"schedule\": \"cosine\"} | schedule must be an object, got \"cosine\"",
        "{\"schedule\": {\"name\": 1}} | schedule.name must be a text, got 1",
        "{\"schedule\": {\"name\": null}} | schedule.name must be a text, got null",
        "{\"earlyStopping\": 3} | earlyStopping must be an object, got 3",
        "{\"earlyStopping\": true} | earlyStopping must be an object, got true",
        "{\"earlyStopping\": []} | earlyStopping must be an object, got []",
        "{\"augmentation\": 3} | augmentation must be an object, got 3",
        "{\"augmentation\": true} | augmentation must be an object, got true",
        "{\"augmentation\": {\"cutout\": 8}} | augmentation.cutout must be an object, got 8",
        "{\"optimizer\": {\"decayBiasAndNorm\": 0}} | optimizer.decayBiasAndNorm must be true or"
            + " false",
        "{\"schedule\": {\"decay\": true}} | schedule.decay must be a number, got true",
        "{\"epochs\": \"2\"} | epochs must be a number, got \"2\"",
        "{\"epochs\": 1.5} | epochs must be a whole number, got 1.5",
        "{\"batchSize\": {}} | batchSize must be a",
        "{\"shuffle\": \"true\"} | shuffle must be true or false, got \"true\"",
        "{\"shuffle\": 0} | shuffle must be true or false, got 0",
        "{\"shuffle\": null} | shuffle must be true or false, got null",
        "{\"seed\": null} | seed must be a number, got null",
        "{\"seed\": \"1\"} | seed must be a number, got \"1\"",
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
        "{\"network\": [\"dense -1\", \"dense 10\"]} | dense units must be in [1, 65536] | -1",
        "{\"network\": [\"dense 10 10\"]} | network layer must be one of | \"dense 10 10\"",
        "{\"network\": [\"Dense 10\"]} | network layer must be one of | \"Dense 10\"",
        "{\"network\": [\"relu 1\", \"dense 10\"]} | network layer | \"relu 1\"",
        "{\"network\": [\"batchnorm 8\", \"dense 10\"]} | network layer | \"batchnorm 8\"",
        "{\"network\": [\"softmax\", \"dense 10\"]} | network layer | \"softmax\"",
        "{\"network\": [\"dropout\", \"dense 10\"]} | network layer | \"dropout\"",
        "{\"network\": [\"dropout 1\", \"dense 10\"]} | dropout rate must be in [0, 1) | 1.0",
        "{\"network\": [\"dropout -0.1\", \"dense 10\"]} | dropout rate must be in [0, 1) | -0.1",
        "{\"network\": [\"dropout NaN\", \"dense 10\"]} | dropout rate must be a number | \"NaN\"",
        "{\"network\": [\"leaky-relu\", \"dense 10\"]} | network layer | \"leaky-relu\"",
        "{\"network\": [\"leaky-relu 1.1\", \"dense 10\"]} | leaky-relu slope must be in [0, 1] |"
            + " 1.1",
        "{\"network\": [\"leaky-relu -0.1\", \"dense 10\"]} | leaky-relu slope must be in [0, 1] |"
            + " -0.1",
        "{\"network\": [\"leaky-relu x\", \"dense 10\"]} | leaky-relu slope must be a number |"
            + " \"x\"",
        "{\"initializer\": \"normal -1\"} | initializer's normal deviation must be in (0, 100] |"
            + " -1.0",
        "{\"initializer\": \"normal 100.1\"} | initializer's normal deviation | 100.1",
        "{\"initializer\": \"normal 1 2\"} | initializer must be he, he-small-output, glorot or |"
            + " \"normal 1 2\"",
        "{\"initializer\": \"He\"} | initializer must be he, he-small-output, glorot or | \"He\"",
        "{\"initializer\": \"\"} | initializer must be he, he-small-output, glorot or | \"\"",
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
        "{\"optimizer\": {\"nesterov\": true, \"momentum\": 0}} | optimizer.nesterov must be false"
            + " where optimizer.momentum is 0 | true",
        "{\"optimizer\": {\"name\": \"SGD\"}} | optimizer.name must be one of sgd | \"SGD\"",
        "{\"optimizer\": {\"name\": \"\"}} | optimizer.name must be one of sgd | \"\"",
        "{\"optimizer\": {\"weightDecay\": -1}} | optimizer.weightDecay must be in [0, | -1.0",
        "{\"schedule\": {\"name\": \"sometimes\"}} | schedule.name must be one of | \"sometimes\"",
        "{\"schedule\": {\"decay\": -1}} | schedule.decay must be in [0, 1000] | -1.0",
        "{\"epochs\": 0} | epochs must be in [1, 100000] | 0",
        "{\"epochs\": 4294967297} | epochs must be in [1, 100000] | 4294967297",
        "{\"batchSize\": 0} | batchSize must be in [1, 65536] | 0",
        "{\"batchSize\": 65537} | batchSize must be in [1, 65536] | 65537",
        "{\"validation\": -1} | validation must be at least 0 | -1",
        "{\"validation\": 0, \"earlyStopping\": {}} | validation must be above 0 | 0",
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
  void invalidJsonIsToldWithoutAdviceForProgrammers() {
    String message =
        assertThrows(
                FormatException.class, () -> RecipeJson.parse("{\"maxNorm\": NaN}", "recipe.json"))
            .getMessage();
    assertTrue(message.contains("maxNorm"), message);
    assertFalse(message.contains("setStrictness"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "1e30"})
  void aSeedBeyondItsRangeIsNotCalledABrokenNumber(String seed) {
    String message =
        assertThrows(
                FormatException.class,
                () -> RecipeJson.parse("{\"seed\": %s}".formatted(seed), "recipe.json"))
            .getMessage();
    assertTrue(message.contains("seed must be"), message);
    assertFalse(message.contains("must be a whole number, got"), message);
    assertTrue(
        message.contains("in [%d, %d], got ".formatted(Long.MIN_VALUE, Long.MAX_VALUE)), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"epochs\": 1e999999999} | epochs must be in [1, 100000], got 1E+999999999",
        "{\"epochs\": -1e999999999} | epochs must be in [1, 100000], got -1E+999999999",
        "{\"epochs\": 1e-999999999} | epochs must be a whole number, got 1E-999999999",
        "{\"epochs\": 0e999999999} | epochs must be in [1, 100000], got 0",
        "{\"batchSize\": 1e30} | batchSize must be in [1, 65536], got 1E+30",
        "{\"validation\": 1e30} | validation must be in [0, 2147483647], got 1E+30",
        "{\"validation\": -2147483649} | validation must be in [0, 2147483647], got -2147483649",
        "{\"earlyStopping\": {\"patience\": 1e30}} | earlyStopping.patience must be in [1,"
            + " 2147483647], got 1E+30",
        "{\"schedule\": {\"name\": \"step\", \"every\": 1e30}} | schedule.every must be in [1,"
            + " 2147483647], got 1E+30",
        "{\"schedule\": {\"name\": \"cosine\", \"warmup\": 1e30}} | schedule.warmup must be in [0,"
            + " 2147483647], got 1E+30",
        "{\"seed\": 1e999999999} | seed must be in [-9223372036854775808, 9223372036854775807], got"
            + " 1E+999999999",
        "{\"optimizer\": {\"learningRate\": 1e999999999}} | optimizer.learningRate must be in (0,"
            + " 1000], got Infinity",
      })
  void aNumberThatIsFarTooLargeIsRefusedAtOnceAndAsGiven(String json, String whatIsWrong) {
    assertTimeout(Duration.ofSeconds(1), () -> assertRefused(json, whatIsWrong));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"epochs\": 1, \"epochs\": 2} | epochs",
        "{\"epochs\": 1, \"epochs\": 1} | epochs",
        "{\"seed\": 1, \"epochs\": 1, \"seed\": null} | seed",
        "{\"optimizer\": {\"name\": \"sgd\", \"name\": \"adam\"}} | optimizer.name",
        "{\"schedule\": {}, \"schedule\": {}} | schedule",
        "{\"loss\": {\"labelSmoothing\": 0, \"labelSmoothing\": 0.1}} | loss.labelSmoothing",
        "{\"earlyStopping\": {\"patience\": 1, \"patience\": 2}} | earlyStopping.patience",
      })
  void aKeyThatStandsTwiceIsRefused(String json, String key) {
    assertRefused(json, "expected each name once, got \"%s\" twice".formatted(key));
  }
}
