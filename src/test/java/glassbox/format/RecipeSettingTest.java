package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import glassbox.data.Augmentation;
import glassbox.data.Augmentation.Cutout;
import glassbox.nn.Initializer;
import glassbox.nn.LayerSpec;
import glassbox.optim.LearningRateSchedule;
import glassbox.optim.LearningRateSchedule.Constant;
import glassbox.optim.LearningRateSchedule.Cosine;
import glassbox.optim.LearningRateSchedule.Exponential;
import glassbox.optim.LearningRateSchedule.InverseTime;
import glassbox.optim.LearningRateSchedule.Step;
import glassbox.optim.OptimizerSpec;
import glassbox.optim.OptimizerSpec.AdamSpec;
import glassbox.optim.OptimizerSpec.RmsPropSpec;
import glassbox.optim.OptimizerSpec.SgdSpec;
import glassbox.training.EarlyStopping;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        "network.5 | relu | network has layers 0 to 4, got 5",
        "network.x | relu | network has layers 0 to 4, got x",
        "network.-1 | relu | network has layers 0 to 4, got -1",
        "network.0 | relux | network layer must be one of dense UNITS",
        "network.0.1 | relu | unknown key network.0.1",
        "dropout | 0.3 | network has no dropout layer",
        "dropout.0 | 0.3 | unknown key dropout.0",
        "earlyStopping.patiense | 3 | unknown key earlyStopping.patiense",
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

  @Test
  void oneDropoutRateIsThatOfAllDropoutLayers() throws FormatException {
    Recipe two =
        seed.withNetwork(layers("dense 8", "dropout 0.1", "relu", "dropout 0.2", "dense 10"));
    assertEquals(
        layers("dense 8", "dropout 0.3", "relu", "dropout 0.3", "dense 10"),
        RecipeJson.with(two, "dropout", "0.3").network());
    Refused.reading(
        () -> RecipeJson.with(two, "dropout", "1"), "dropout=1", "dropout rate must be in [0, 1)");
    Refused.reading(() -> RecipeJson.with(two, "dropout", "much"), "dropout=much", "dropout rate");
  }

  @Test
  void aLayerIsSetByItsNumber() throws FormatException {
    Recipe dropout = seed.withNetwork(layers("dense 8", "relu", "dropout 0.1", "dense 10"));
    assertEquals(
        layers("dense 8", "relu", "dropout 0.3", "dense 10"),
        RecipeJson.with(dropout, "network.2", "dropout 0.3").network());
    assertEquals(
        layers("dense 9", "relu", "dropout 0.1", "dense 10"),
        RecipeJson.with(dropout, "network.0", "\"dense 9\"").network());
  }

  @Test
  void earlyStoppingBeginsWithItsDefaults() throws FormatException {
    Recipe validated = seed.withValidation(10);
    assertEquals(
        new EarlyStopping(5, 0),
        RecipeJson.with(validated, "earlyStopping.patience", "5").earlyStopping());
    assertEquals(
        new EarlyStopping(3, 0.5),
        RecipeJson.with(validated, "earlyStopping.minDelta", "0.5").earlyStopping());
  }

  @Test
  void aDropoutRateForANetworkThatIsNoneIsRefusedInOneLine() {
    for (String network : List.of("nonsense", "{}", "null", "[null]", "[[1]]", "[{}]")) {
      List<RecipeSetting> settings =
          List.of(new RecipeSetting("network", network), new RecipeSetting("dropout", "0.3"));
      Refused.reading(() -> RecipeJson.with(seed, settings), "dropout=0.3", "dropout layer");
    }
  }

  @Test
  void severalSettingsMayStandInAnyOrder() throws FormatException {
    List<RecipeSetting> settings =
        List.of(
            new RecipeSetting("optimizer.beta1", "0.5"),
            new RecipeSetting("optimizer.name", "adam"),
            new RecipeSetting("schedule.gamma", "0.25"),
            new RecipeSetting("schedule.name", "exponential"));
    Recipe recipe = RecipeJson.with(seed, settings);
    assertEquals(new AdamSpec(0.1, 0.5, 0.999, 1e-8, 0, false), recipe.optimizer());
    assertEquals(new Exponential(0.25), recipe.schedule());
  }

  /** A recipe in which anything may be anything. */
  static Recipe random(Random random) {
    List<OptimizerSpec> optimizers =
        List.of(
            new SgdSpec(random.nextDouble(), 0.9, random.nextBoolean(), 0),
            new SgdSpec(0.1, 0, false, random.nextDouble(), random.nextBoolean()),
            new RmsPropSpec(0.1, 0.9, 1e-6, random.nextDouble(), 0.1),
            new AdamSpec(0.1, random.nextDouble(), 0.9, 1e-7, 0.5, random.nextBoolean()));
    List<LearningRateSchedule> schedules =
        List.of(
            new Constant(),
            new InverseTime(random.nextDouble()),
            new Exponential(0.5),
            new Step(1 + random.nextInt(5), 0.25),
            new Cosine(random.nextInt(9), 0.01, 1 + random.nextInt(2)));
    List<List<LayerSpec>> networks =
        List.of(
            layers("dense 8", "relu", "dense 10"),
            layers("dense 8", "dropout 0.1", "dense 10"),
            layers("dense 8", "dropout 0.7", "dense 10"),
            layers("dense 8", "batchnorm", "dropout 0.5", "dense 10"),
            layers("dense 10"));
    Double maybe = random.nextBoolean() ? 0.5 : null;
    return Presets.seed()
        .with(draft -> {
          draft.dataset = List.of("mnist", "null", "a\tb \"c\"", "12").get(random.nextInt(4));
          draft.network = networks.get(random.nextInt(5));
          draft.initializer =
              random.nextBoolean() ? new Initializer.He() : new Initializer.Normal(0.1);
          draft.labelSmoothing = random.nextInt(2) * 0.1;
          draft.optimizer = optimizers.get(random.nextInt(4));
          draft.schedule = schedules.get(random.nextInt(5));
          draft.maxNorm = maybe;
          draft.clipNorm = random.nextBoolean() ? maybe : null;
          draft.averaging = random.nextBoolean() ? null : maybe;
          draft.validation = 1 + random.nextInt(3);
          draft.earlyStopping =
              random.nextBoolean() ? null : new EarlyStopping(1 + random.nextInt(3), 0.5);
          draft.augmentation = augmentation(random);
          draft.epochs = 1 + random.nextInt(3);
          draft.batchSize = 1 + random.nextInt(3);
          draft.shuffle = random.nextBoolean();
          draft.seed = random.nextBoolean() ? random.nextLong() : 1;
        });
  }

  private static @Nullable Augmentation augmentation(Random random) {
    Cutout cutout = random.nextBoolean() ? null : new Cutout(1 + random.nextInt(4), 0.5);
    return random.nextBoolean()
        ? null
        : new Augmentation(random.nextInt(3), 0.1, 0, 2, 0.5, 0, cutout, 0, 0.1, 0.5);
  }

  private static List<LayerSpec> layers(String... texts) {
    return Stream.of(texts).map(LayerSpec::parse).toList();
  }

  @Test
  void theDifferencesOfTwoRecipesMakeTheOneTheOther() throws FormatException {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      Recipe from = random(random);
      Recipe to = random(random);
      List<RecipeSetting> differences = RecipeJson.differences(from, to);
      assertEquals(to, RecipeJson.with(from, differences), () -> from + " and " + differences);
    }
  }

  @Test
  void onlyWhatDiffersIsNamed() {
    assertEquals(List.of(), RecipeJson.differences(seed, seed));
    assertEquals(
        List.of(new RecipeSetting("epochs", "7")),
        RecipeJson.differences(seed, seed.withEpochs(7)));
    Recipe dropout = seed.withNetwork(layers("dense 8", "dropout 0.1", "dense 10"));
    assertEquals(
        List.of(new RecipeSetting("network.1", "\"dropout 0.3\"")),
        RecipeJson.differences(
            dropout, seed.withNetwork(layers("dense 8", "dropout 0.3", "dense 10"))));
  }

  @Test
  void aTextIsSaidWithoutItsQuotationMarks() {
    assertEquals("dropout 0.3", new RecipeSetting("network.1", "\"dropout 0.3\"").words());
    assertEquals("0.3", new RecipeSetting("dropout", "0.3").words());
    assertEquals("mnist", new RecipeSetting("dataset", "mnist").words());
    assertEquals("dropout=0.3", new RecipeSetting("dropout", "0.3").toString());
  }
}
