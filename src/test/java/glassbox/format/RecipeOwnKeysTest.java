package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.training.Presets;
import glassbox.training.Recipe;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each section of a recipe, each optimizer and each schedule has its own keys and no other. */
class RecipeOwnKeysTest {
  private static final String TABLE =
      """
      loss          |              | labelSmoothing
      earlyStopping |              | patience, minDelta
      augmentation  |              | rotate, scale, shear, shift, elastic, flip, cutout, clean, weakEpochs, weakStrength
      optimizer     | sgd          | name, learningRate, momentum, nesterov, weightDecay, decayBiasAndNorm
      optimizer     | rmsprop      | name, learningRate, decay, epsilon, momentum, weightDecay, decayBiasAndNorm
      optimizer     | adam         | name, learningRate, beta1, beta2, epsilon, weightDecay, decayBiasAndNorm
      optimizer     | adamw        | name, learningRate, beta1, beta2, epsilon, weightDecay, decayBiasAndNorm
      schedule      | constant     | name
      schedule      | inverse-time | name, decay
      schedule      | exponential  | name, gamma
      schedule      | step         | name, every, gamma
      schedule      | cosine       | name, warmup, minimum, cycles
      """;

  /** What a section may hold, of an optimizer or a schedule where it has a name. */
  record Section(String key, String name, String own) {
    List<String> keys() {
      return List.of(own.split(", "));
    }

    /** A recipe with another key in this section. */
    String with(String foreign) {
      String first = name.isEmpty() ? "" : "\"name\": \"%s\", ".formatted(name);
      return "{\"%s\": {%s\"%s\": 0.5}}".formatted(key, first, foreign);
    }

    Recipe base() throws FormatException {
      return name.isEmpty() ? Presets.seed() : RecipeJson.with(Presets.seed(), key + ".name", name);
    }
  }

  static Stream<Section> sections() {
    return TABLE
        .lines()
        .map(row -> row.split(" *\\| *"))
        .map(cells -> new Section(cells[0], cells[1], cells[2]));
  }

  /** The settings of all the others, and what looks like one of its own. */
  private static List<String> foreign(Section section) {
    Stream<String> others = sections().flatMap(other -> other.keys().stream()).distinct();
    Stream<String> misspelt = Stream.of("", "x", "Name", "learning_rate", "momentum ", "decay.x");
    return Stream.concat(others, misspelt).filter(key -> !section.keys().contains(key)).toList();
  }

  @ParameterizedTest
  @MethodSource("sections")
  void aKeyOfAnotherIsUnknown(Section section) {
    assertTrue(foreign(section).size() > 6);
    for (String key : foreign(section)) {
      Refused.reading(
          () -> RecipeJson.parse(section.with(key), "recipe.json"),
          "recipe.json",
          "unknown key %s.%s, expected one of %s".formatted(section.key(), key, section.own()));
    }
  }

  @ParameterizedTest
  @MethodSource("sections")
  void norCanItBeSet(Section section) {
    for (String key : foreign(section)) {
      String whole = section.key() + "." + key;
      Refused.reading(
          () -> RecipeJson.with(section.base(), whole, "0.5"),
          whole + "=0.5",
          "unknown key " + whole);
    }
  }
}
