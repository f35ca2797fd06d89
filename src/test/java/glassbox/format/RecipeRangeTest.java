package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.google.gson.JsonObject;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number of a recipe: what it takes and what it refuses, in a file and by {@code --set}. */
class RecipeRangeTest {
  /** A setting, who has it (-: every recipe), what it must be, what it takes, what it refuses. */
  private static final String TABLE =
      """
      loss.labelSmoothing    | -                      | in [0, 1)                    | 0 0.999       | -1e-9 1 1e999
      optimizer.learningRate | sgd rmsprop adam adamw | in (0, 1000]                 | 1e-300 1000   | 0 -0.1 1000.1 1e999
      optimizer.weightDecay  | sgd rmsprop adam adamw | in [0, 1000]                 | 0 1000        | -1e-9 1000.1 1e999
      optimizer.momentum     | sgd rmsprop            | in [0, 1)                    | 0 0.999       | -1e-9 1 1e999
      optimizer.decay        | rmsprop                | in [0, 1)                    | 0 0.999       | -1e-9 1 1e999
      optimizer.epsilon      | rmsprop adam adamw     | in (0, 1]                    | 1e-300 1      | 0 -1e-8 1.1 1e999
      optimizer.beta1        | adam adamw             | in [0, 1)                    | 0 0.999       | -1e-9 1 1e999
      optimizer.beta2        | adam adamw             | in [0, 1)                    | 0 0.9999      | -1e-9 1 1e999
      schedule.decay         | inverse-time           | in [0, 1000]                 | 0 1000        | -1e-9 1000.1 1e999
      schedule.gamma         | exponential step       | in (0, 1]                    | 1e-300 1      | 0 -0.5 1.1 1e999
      schedule.every         | step                   | at least 1                   | count 1 99999 | 0 -1
      schedule.warmup        | cosine                 | at least 0                   | 0 0.05 99999  | -1
      schedule.cycles        | cosine                 | at least 1                   | count 1 99999 | 0 -1
      schedule.minimum       | cosine                 | in [0, 1000]                 | 0 1000        | -1e-9 1000.1 1e999
      maxNorm                | -                      | null or in (0, 1000000]      | 1e-300 1e6    | 0 -1 1000001 1e999
      clipNorm               | -                      | null or in (0, 1000000]      | 1e-300 1e6    | 0 -1 1000001 1e999
      averaging              | -                      | null or in [0, 1)            | 0 0.9999      | -1e-9 1 1e999
      earlyStopping.patience | -                      | at least 1                   | count 1 99999 | 0 -1
      earlyStopping.minDelta | -                      | in [0, 1000]                 | 0 1000        | -1e-9 1000.1 1e999
      augmentation.rotate    | -                      | in [0, 180]                  | 0 180         | -1e-9 180.1 1e999
      augmentation.scale     | -                      | in [0, 1]                    | 0 1           | -1e-9 1.1 1e999
      augmentation.shear     | -                      | in [0, 1]                    | 0 1           | -1e-9 1.1 1e999
      augmentation.shift     | -                      | in [0, 1024]                 | 0 1024        | -1e-9 1025 1e999
      augmentation.elastic   | -                      | in [0, 64]                   | 0 64          | -1e-9 65 1e999
      augmentation.flip      | -                      | in [0, 1]                    | 0 1           | -1e-9 1.1 1e999
      augmentation.clean     | -                      | in [0, 1]                    | 0 1           | -1e-9 1.1 1e999
      augmentation.weakEpochs | -                     | in [0, 1]                    | 0 1           | -1e-9 1.1 1e999
      augmentation.weakStrength | -                   | in [0, 1]                    | 0 1           | -1e-9 1.1 1e999
      augmentation.cutout.size | -                    | in [1, 1024]                 | count 1 1024  | 0 -1 1025 4294967297
      augmentation.cutout.probability | -             | in [0, 1]                    | 0 1           | -1e-9 1.1 1e999
      epochs                 | -                      | in [1, 100000]               | count 1 1e5   | 0 -1 100001 4294967297
      batchSize              | -                      | in [1, 65536]                | count 1 65536 | 0 -1 65537 4294967297
      validation             | -                      | at least 0                   | count 0 99999 | -1
      """;

  /** A row of the table, for one of those that have the setting. */
  record Setting(
      String key, String owner, String rule, boolean count, List<String> taken, List<String> not) {

    boolean ofAll() {
      return owner.equals("-");
    }

    boolean mayBeNull() {
      return rule.startsWith("null or ");
    }

    /** A recipe of this value alone; beside it only the owner's name. */
    String recipe(String value) {
      String[] path = key.split("\\.");
      String name = ofAll() ? "" : "\"name\": \"%s\", ".formatted(owner);
      String inner = "{%s\"%s\": %s}".formatted(name, path[path.length - 1], value);
      for (int i = path.length - 2; i >= 0; i--) {
        inner = "{\"%s\": %s}".formatted(path[i], inner);
      }
      return inner;
    }

    /** The seed recipe, but of the owner. */
    Recipe base() throws FormatException {
      return ofAll()
          ? Presets.seed()
          : RecipeJson.with(Presets.seed(), key.split("\\.")[0] + ".name", owner);
    }

    void refuse(String value, String... whatIsWrong) {
      Refused.reading(
          () -> RecipeJson.parse(recipe(value), "recipe.json"), "recipe.json", whatIsWrong);
      Refused.reading(() -> RecipeJson.with(base(), key, value), key + "=" + value, whatIsWrong);
    }

    @Override
    public String toString() {
      return ofAll() ? key : key + " of " + owner;
    }
  }

  static Stream<Setting> settings() {
    return TABLE.lines().flatMap(RecipeRangeTest::settings);
  }

  static Stream<Setting> counts() {
    return settings().filter(Setting::count);
  }

  private static Stream<Setting> settings(String row) {
    String[] cells = row.split(" *\\| +");
    boolean count = cells[3].startsWith("count ");
    List<String> taken = List.of(cells[3].replace("count ", "").strip().split(" "));
    return Stream.of(cells[1].split(" "))
        .map(owner ->
            new Setting(cells[0], owner, cells[2], count, taken, List.of(cells[4].split(" "))));
  }

  private static double valueIn(Recipe recipe, String key) throws FormatException {
    JsonObject json = (JsonObject) Json.parse(RecipeJson.write(recipe), "written");
    String[] path = key.split("\\.");
    for (String section : List.of(path).subList(0, path.length - 1)) {
      json = json.getAsJsonObject(section);
    }
    return json.get(path[path.length - 1]).getAsDouble();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void bothEndsOfTheRangeAreTaken(Setting setting) throws FormatException {
    for (String value : setting.taken()) {
      Recipe read = RecipeJson.parse(setting.recipe(value), "recipe.json");
      assertEquals(Double.parseDouble(value), valueIn(read, setting.key()));
      Recipe set = RecipeJson.with(setting.base(), setting.key(), value);
      assertEquals(Double.parseDouble(value), valueIn(set, setting.key()));
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void whatIsBeyondIsRefusedByKeyRuleAndValue(Setting setting) {
    for (String value : setting.not()) {
      String got = setting.count() ? value : Double.toString(Double.parseDouble(value));
      setting.refuse(value, "%s must be %s, got %s".formatted(setting.key(), setting.rule(), got));
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void whatIsNoNumberIsRefusedByKeyAndValue(Setting setting) {
    for (String value : List.of("\"NaN\"", "\"1\"", "\"\"", "true", "[]", "[1]", "{}")) {
      setting.refuse(value, setting.key() + " must be a number, got " + value);
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void nullIsRefusedWhereItMeansNothing(Setting setting) throws FormatException {
    if (setting.mayBeNull()) {
      assertEquals(Presets.seed(), RecipeJson.parse(setting.recipe("null"), "recipe.json"));
    } else {
      setting.refuse("null", setting.key() + " must be a number, got null");
    }
  }

  @ParameterizedTest
  @MethodSource("counts")
  void aCountIsAWholeNumber(Setting setting) {
    setting.refuse("1.5", setting.key() + " must be a whole number, got 1.5");
    setting.refuse("1e-9", setting.key() + " must be a whole number, got 1E-9");
  }

  @ParameterizedTest
  @MethodSource("settings")
  void whatIsNoJsonNumberIsRefusedByKey(Setting setting) {
    for (String value : List.of("NaN", "Infinity", "-Infinity", "nan", "+1", ".5", "01", "0x1")) {
      Refused.reading(
          () -> RecipeJson.parse(setting.recipe(value), "recipe.json"),
          "recipe.json",
          "expected valid JSON",
          setting.key());
      Refused.reading(
          () -> RecipeJson.with(setting.base(), setting.key(), value),
          setting.key() + "=" + value,
          "%s must be a number, got \"%s\"".formatted(setting.key(), value));
    }
  }

  /** Written out, this count would have ten million digits. */
  @Test
  void aCountOfMillionsOfDigitsIsRefusedAtOnce() {
    assertTimeout(
        Duration.ofSeconds(1),
        () ->
            Refused.reading(
                () -> RecipeJson.parse("{\"epochs\": 1e10000000}", "recipe.json"),
                "recipe.json",
                "epochs must be in [1, 100000]"));
  }
}
