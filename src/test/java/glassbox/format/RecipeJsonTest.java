package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import glassbox.nn.Initializer;
import glassbox.optim.LearningRateSchedule.Constant;
import glassbox.optim.OptimizerSpec.SgdSpec;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import glassbox.training.RecipeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeJsonTest {
  /** As the documentation prints it. */
  private static final String SEED =
      """
      {
        "dataset": "mnist",
        "network": ["dense 128", "relu", "dense 128", "relu", "dense 10"],
        "initializer": "he",
        "loss": { "labelSmoothing": 0.0 },
        "optimizer": { "name": "sgd", "learningRate": 0.1, "momentum": 0.0, "nesterov": false,
                       "weightDecay": 0.0, "decayBiasAndNorm": true },
        "schedule": { "name": "inverse-time", "decay": 0.0001 },
        "maxNorm": null, "clipNorm": null, "averaging": null, "earlyStopping": null,
        "augmentation": null,
        "epochs": 2, "batchSize": 32, "shuffle": true, "seed": 1,
        "validation": 5000
      }
      """;

  @TempDir Path folder;

  private static Recipe parse(String json) throws FormatException {
    return RecipeJson.parse(json, "recipe.json");
  }

  private static JsonObject object(String json) throws FormatException {
    return (JsonObject) Json.parse(json, "here");
  }

  /** Dotted, in the order of the text. */
  private static List<String> keys(JsonObject object, String prefix) {
    return object.entrySet().stream()
        .flatMap(entry -> {
          Stream<String> key = Stream.of(prefix + entry.getKey());
          return entry.getValue() instanceof JsonObject section
              ? Stream.concat(key, keys(section, prefix + entry.getKey() + ".").stream())
              : key;
        })
        .toList();
  }

  @Test
  void theSeedPresetIsWrittenWithEveryKeyInTheDocumentedOrder() throws FormatException {
    JsonObject written = object(RecipeJson.write(Presets.seed()));
    assertEquals(object(SEED), written);
    assertEquals(keys(object(SEED), ""), keys(written, ""));
  }

  @Test
  void theDocumentedTextIsTheSeedPreset() throws FormatException {
    assertEquals(Presets.seed(), parse(SEED));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws FormatException {
    Recipe recipe =
        new RecipeBuilder()
            .dataset("some \"folder\"\\with signs/ü")
            .network("dense 7", "relu", "dense 1", "dense 3")
            .labelSmoothing(0.1)
            .learningRate(1e-5)
            .epochs(100_000)
            .batchSize(65_536)
            .shuffle(false)
            .seed(Long.MIN_VALUE)
            .validation(12)
            .build()
            .withOptimizer(new SgdSpec(0.3, 0.9, true, 5e-4));
    assertEquals(recipe, parse(RecipeJson.write(recipe)));
  }

  @Test
  void aMissingKeyTakesTheSeedPresetsValue() throws FormatException {
    assertEquals(Presets.seed(), parse("{}"));
    assertEquals(Presets.seed().withEpochs(7), parse("{\"epochs\": 7}"));
    assertEquals(Presets.seed(), parse("{\"loss\": {}, \"optimizer\": {}, \"schedule\": {}}"));
    assertEquals(
        Presets.seed().withOptimizer(new SgdSpec(0.1, 0.5, false, 0)),
        parse("{\"optimizer\": {\"momentum\": 0.5}}"));
  }

  @Test
  void aScheduleHasItsOwnKeysOnly() throws FormatException {
    Recipe constant = parse("{\"schedule\": {\"name\": \"constant\"}}");
    assertEquals(new Constant(), constant.schedule());
    assertEquals(
        List.of("name"),
        List.copyOf(object(RecipeJson.write(constant)).getAsJsonObject("schedule").keySet()));
  }

  @Test
  void everyInitializerIsReadAndWritten() throws FormatException {
    assertEquals(new Initializer.Glorot(), parse("{\"initializer\": \"glorot\"}").initializer());
    Recipe normal = parse("{\"initializer\": \"normal 0.01\"}");
    assertEquals(new Initializer.Normal(0.01), normal.initializer());
    assertEquals("normal 0.01", object(RecipeJson.write(normal)).get("initializer").getAsString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "7.0", "70e-1", "0.7E1"})
  void aWholeNumberMayBeWrittenInAnyWay(String seven) throws FormatException {
    assertEquals(7, parse("{\"epochs\": " + seven + "}").epochs());
  }

  @Test
  void aSeedKeepsAllItsDigits() throws FormatException {
    assertEquals(9007199254740993L, parse("{\"seed\": 9007199254740993}").seed());
  }

  @Test
  void readsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "{\"epochs\": 3}");
    assertEquals(Presets.seed().withEpochs(3), RecipeJson.read(file));
  }

  @Test
  void aFileThatIsNoneIsRefused() {
    Refused.reading(() -> RecipeJson.read(folder), folder, "expected a file");
    Path missing = folder.resolve("missing.json");
    Refused.reading(() -> RecipeJson.read(missing), missing, "expected a file");
  }

  @Test
  void aHugeFileIsRefused() throws IOException {
    Path huge = Files.writeString(folder.resolve("huge.json"), "{}" + " ".repeat(1 << 20));
    Refused.reading(() -> RecipeJson.read(huge), huge, "at most 1 MiB", "1,048,578 bytes");
  }
}
