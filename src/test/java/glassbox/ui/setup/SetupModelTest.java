package glassbox.ui.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.optim.LearningRateSchedule.InverseTime;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import glassbox.ui.session.RunShelf;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Language;
import glassbox.ui.words.Words;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed is in the recipe at once where it makes sense, and refused in words otherwise. */
class SetupModelTest {
  private final TrainingSession session =
      new TrainingSession(Presets.seed(), new RunShelf(Path.of("none")), 1);
  private final SetupModel model = new SetupModel(session);

  @AfterEach
  void closeSession() {
    Words.languageProperty().set(Language.ENGLISH);
    session.close();
  }

  private Field field(String name) {
    return Stream.concat(model.network().stream(), model.optimizer().stream())
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void type(String name, String text) {
    field(name).textProperty().set(text);
  }

  private String problem(String name) {
    return field(name).problemProperty().get();
  }

  private static String units(Recipe recipe) {
    return String.join(" ", recipe.network().stream().map(layer -> layer.text()).toList());
  }

  @Test
  void fieldsShowTheRecipe() {
    assertEquals("128, 128", field("Hidden layers").textProperty().get());
    assertEquals("0.1", field("Learning rate").textProperty().get());
    assertEquals("0.0001", field("Decay").textProperty().get());
    assertEquals("32", field("Batch size").textProperty().get());
    assertEquals("2", field("Epochs").textProperty().get());
    assertEquals("1", field("Seed").textProperty().get());
    assertEquals(Optional.empty(), model.problem());
  }

  @Test
  void anotherLanguageShowsItsDecimalSignAndUnderstandsIt() {
    Field rate = field("Learning rate");
    Field decay = field("Decay");
    Words.languageProperty().set(Language.GERMAN);
    assertEquals("0,1", rate.textProperty().get());
    assertEquals("0,0001", decay.textProperty().get());
    assertEquals(Presets.seed(), session.recipe());
    rate.textProperty().set("0,05");
    assertEquals(0.05, session.recipe().optimizer().learningRate());
    Words.languageProperty().set(Language.ENGLISH);
    assertEquals("0.05", rate.textProperty().get());
  }

  @ParameterizedTest
  @CsvSource({
    "Learning rate, 0.05, 0.05",
    "Learning rate, ' 2 ', 2.0",
    "Learning rate, '0,25', 0.25",
    "Learning rate, 1e-3, 0.001",
    "Decay, 0, 0.0",
    "Decay, 0.5, 0.5",
    "Batch size, 64, 64",
    "Epochs, 100, 100",
    "Seed, -7, -7",
    "Seed, 2_000, 2000"
  })
  void whatMakesSenseIsInTheRecipeAtOnce(String name, String text, String value) {
    Function<Recipe, Object> read =
        switch (name) {
          case "Learning rate" -> recipe -> recipe.optimizer().learningRate();
          case "Decay" -> recipe -> ((InverseTime) recipe.schedule()).decay();
          case "Batch size" -> Recipe::batchSize;
          case "Epochs" -> Recipe::epochs;
          default -> Recipe::seed;
        };
    type(name, text);
    assertEquals(value, read.apply(session.recipe()).toString());
    assertEquals("", problem(name));
  }

  @ParameterizedTest
  @CsvSource({
    "Learning rate, fast",
    "Learning rate, ''",
    "Learning rate, 0",
    "Learning rate, -0.1",
    "Learning rate, 1001",
    "Learning rate, NaN",
    "Learning rate, 1.2.3",
    "Decay, -1",
    "Decay, Infinity",
    "Decay, much",
    "Batch size, 0",
    "Batch size, 1.5",
    "Batch size, 65537",
    "Batch size, ''",
    "Epochs, 0",
    "Epochs, 100001",
    "Epochs, two",
    "Seed, random",
    "Seed, 1.5"
  })
  void whatDoesNotIsRefusedInWordsAndTheRecipeStays(String name, String text) {
    type(name, text);
    assertEquals(Presets.seed(), session.recipe());
    String words = problem(name).toLowerCase(Locale.ROOT).replace(" ", "");
    assertTrue(words.contains(name.toLowerCase(Locale.ROOT).replace(" ", "")), problem(name));
    assertTrue(words.contains("must") && words.contains(text.toLowerCase(Locale.ROOT)), words);
    assertEquals(Optional.of(problem(name)), model.problem());
  }

  @Test
  void everyLetterOnTheWayMayBeTyped() {
    for (String text : new String[] {"", "0", "0.", "0.0", "0.05", "0.050"}) {
      type("Learning rate", text);
      assertEquals(text, field("Learning rate").textProperty().get());
    }
    assertEquals(0.05, session.recipe().optimizer().learningRate());
    assertEquals(Optional.empty(), model.problem());
  }

  @Test
  void aFieldThatIsCorrectedLeavesTheOthersProblem() {
    type("Epochs", "none");
    type("Seed", "none");
    type("Seed", "3");
    assertEquals("", problem("Seed"));
    assertEquals(Optional.of(problem("Epochs")), model.problem());
    assertEquals(3, session.recipe().seed());
  }

  @Test
  void aRecipeFromElsewhereIsShown() {
    session.setRecipe(Presets.seed().withEpochs(9).withBatchSize(500));
    assertEquals("9", field("Epochs").textProperty().get());
    assertEquals("500", field("Batch size").textProperty().get());
  }

  @Test
  void aRecipeFromElsewhereDoesNotHideWhatIsRefused() {
    type("Epochs", "none");
    session.setRecipe(Presets.seed().withEpochs(9).withBatchSize(500));
    assertEquals("none", field("Epochs").textProperty().get());
    assertEquals("500", field("Batch size").textProperty().get());
    assertTrue(model.problem().isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "'64', dense 64 relu dense 10",
        "'64, 32, 16', dense 64 relu dense 32 relu dense 16 relu dense 10",
        "'64 32', dense 64 relu dense 32 relu dense 10",
        "'64;32', dense 64 relu dense 32 relu dense 10",
        "'64,', dense 64 relu dense 10",
        "'', dense 10"
      })
  void hiddenLayersAreNumbersWithWhateverBetween(String text, String network) {
    type("Hidden layers", text);
    assertEquals(network, units(session.recipe()));
    assertEquals("", problem("Hidden layers"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"wide", "64, wide", "64, 0", "-5", "65537", "64.5", "64 relu"})
  void hiddenLayersThatAreNoneAreRefused(String text) {
    type("Hidden layers", text);
    assertEquals(Presets.seed(), session.recipe());
    assertTrue(problem("Hidden layers").contains("must"), problem("Hidden layers"));
  }

  @Test
  void whileHiddenLayersAreTypedTheyAreNotRewritten() {
    for (String text : new String[] {"", "6", "64", "64,", "64, ", "64, 3", "64, 32"}) {
      type("Hidden layers", text);
      assertEquals(text, field("Hidden layers").textProperty().get());
    }
    assertEquals("dense 64 relu dense 32 relu dense 10", units(session.recipe()));
  }

  @Test
  void everyFieldExplainsItself() {
    Stream.concat(model.network().stream(), model.optimizer().stream())
        .forEach(field -> assertTrue(field.help().endsWith("."), field.name()));
  }
}
