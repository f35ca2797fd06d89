package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be trained: one line, exit code 2, and nothing is written. */
class TrainRefusalTest {
  private static final String INIT = "src/test/resources/reference/sgd-relu/init.safetensors";

  @TempDir Path folder;
  private Path data;
  private Path run;

  @BeforeEach
  void write() throws IOException {
    data = SmallRuns.dataset(folder.resolve("data"));
    run = folder.resolve("run");
  }

  private void assertRefused(List<String> more, String... whatIsWrong) {
    CommandRun.of(SmallRuns.train(data, run, more.toArray(String[]::new)))
        .failed(Errors.WRONG, whatIsWrong);
    assertFalse(Files.exists(run));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "epochs=0 | epochs must be in [1, 100000], got 0",
        "epoch=1 | unknown key epoch",
        "optimizer.learningRate=NaN | optimizer.learningRate must be a number",
        "optimizer.learningRate=0 | optimizer.learningRate must be in (0, 1000], got 0.0",
        "epochs | cannot set, epochs, expected KEY=VALUE",
        "=1 | cannot set, =1, expected KEY=VALUE",
        "optimizer.name=sdg | optimizer.name must be one of sgd",
        "network=[\"dense 4\"] | network must end with \"dense 5\"",
        "network=[\"dense 5\",\"relu\"] | network must end with a dense layer",
        "network=[\"dense 8\",\"dropout 1\",\"dense 5\"] | dropout rate must be in [0, 1), got 1.0",
        "optimizer.beta1=0.9 | unknown key optimizer.beta1, expected one of name, learningRate",
        "optimizer.nesterov=true | optimizer.nesterov must be false where optimizer.momentum is 0",
        "schedule.warmup=1 | unknown key schedule.warmup, expected one of name, decay",
        "maxNorm=NaN | maxNorm must be a number, got \"NaN\"",
        "averaging=1 | averaging must be null or in [0, 1), got 1.0",
        "earlyStopping.patience=0 | earlyStopping.patience must be at least 1, got 0",
        "earlyStopping.patients=3 | unknown key earlyStopping.patients, expected one of patience",
        "validation=61 | validation must leave images to learn: below 60, got 61",
        "validation=60 | validation must leave images to learn: below 60, got 60",
        "dataset=nowhere | nowhere, expected mnist, fashion-mnist, a folder or an archive",
        "dataset=pom.xml | pom.xml, expected a folder, a .zip or a .tar.gz",
        "dataset=src | src, expected a file train-images-idx3-ubyte (or .gz), got none",
      })
  void aSettingThatIsWrong(String setting, String whatIsWrong) {
    assertRefused(List.of("--set", setting), whatIsWrong);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--threads=0 | threads must be in [1, 256], got 0",
        "--threads=257 | threads must be in [1, 256], got 257",
        "--threads=two | --threads",
        "--kernel=fast | kernel must be simd or plain, got fast",
        "--quite | --quite",
        "--epochs=3 | --epochs",
        "--json=yes | --json",
        "--set | --set",
        "--init | --init",
        "--init=missing.safetensors | missing.safetensors, expected a file",
        "--init=src | src, expected a file",
        "--init=pom.xml | pom.xml, expected a header that fits into the file",
      })
  void anOptionThatIsWrong(String option, String whatIsWrong) {
    assertRefused(List.of(option), whatIsWrong);
  }

  @Test
  void anOptionThatIsMisspeltIsSuggested() {
    assertRefused(List.of("--quite"), "did you mean --quiet", "see glassbox train --help");
  }

  @Test
  void aSecondRecipe() {
    assertRefused(List.of("seed", "seed"), "seed");
  }

  @Test
  void weightsOfAnotherNetwork() {
    assertRefused(
        List.of("--init", INIT), INIT, "expected tensor 0.weight of shape [8, 36], got shape");
  }

  @Test
  void weightsOfAnotherNetworkBesideARunThatIsThere() throws IOException {
    CommandRun.of(SmallRuns.train(data, run)).succeeded();
    byte[] model = Files.readAllBytes(run.resolve("model.safetensors"));
    List<String> files = SmallRuns.files(run);
    CommandRun.of(SmallRuns.train(data, run, "--init", INIT)).failed(Errors.WRONG);
    assertEquals(files, SmallRuns.files(run));
    assertEquals(
        -1,
        Files.mismatch(run.resolve("model.safetensors"), Files.write(folder.resolve("m"), model)));
  }

  @Test
  void aFolderThatHasARun() throws IOException {
    CommandRun.of(SmallRuns.train(data, run)).succeeded();
    String recipe = Files.readString(run.resolve("recipe.json"));
    String metrics = Files.readString(run.resolve("metrics.csv"));
    CommandRun.of(SmallRuns.train(data, run, "--set", "seed=2"))
        .failed(Errors.WRONG, run.toString(), "expected a new folder, got one with a run");
    assertEquals(recipe, Files.readString(run.resolve("recipe.json")));
    assertEquals(metrics, Files.readString(run.resolve("metrics.csv")));
  }

  @Test
  void aFolderThatIsAFile() throws IOException {
    Files.writeString(run, "mine");
    CommandRun.of(SmallRuns.train(data, run)).failed(Errors.WRONG, "expected a folder, got a file");
    assertEquals("mine", Files.readString(run));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nothing", "sed", "missing.json"})
  void aRecipeThatIsNot(String recipe) {
    CommandRun.of("train", recipe, "--out", run.toString()).failed(Errors.WRONG, "recipe");
    assertFalse(Files.exists(run));
  }

  @Test
  void aRecipeThatIsMissingIsToldThePresets() {
    CommandRun.of("train", "seeed", "--out", run.toString())
        .failed(Errors.WRONG, "cannot find the recipe, seeed, expected a file or one of", "seed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"epochs\": 1,} | expected valid JSON",
        "{\"epochs\": 1} {} | expected",
        "{\"epcohs\": 1} | unknown key epcohs",
        "{\"loss\": {\"labelSmoothing\": 2}} | loss.labelSmoothing must be in [0, 1), got 2.0",
        "[] | expected a JSON object",
        "{\"optimizer\": {\"learningRate\": NaN}} | optimizer.learningRate",
        "{\"optimizer\": {\"name\": \"adam\", \"momentum\": 0.9}} | unknown key optimizer.momentum",
        "{\"schedule\": {\"name\": \"step\", \"every\": 0}} | schedule.every must be at least 1,"
            + " got 0",
        "{\"earlyStopping\": {\"minDelta\": -1}} | earlyStopping.minDelta must be in [0, 1000]",
        "{\"clipNorm\": \"1\"} | clipNorm must be a number, got \"1\"",
        "{\"epochs\": 1, \"epochs\": 1} | expected each name once, got \"epochs\" twice",
      })
  void aRecipeFileThatIsWrong(String json, String whatIsWrong) throws IOException {
    Path recipe = Files.writeString(folder.resolve("my.json"), json);
    CommandRun.of("train", recipe.toString(), "--out", run.toString())
        .failed(Errors.WRONG, recipe.toString(), whatIsWrong);
    assertFalse(Files.exists(run));
  }

  @Test
  void aRecipeThatDoesNotFitTheDataIsNamedAsGiven() throws IOException {
    Path recipe = Files.writeString(folder.resolve("my.json"), "{\"network\": [\"dense 4\"]}");
    for (String command : List.of("train", "gradcheck")) {
      CommandRun.of(command, recipe.toString(), "--dataset", data.toString())
          .failed(
              Errors.WRONG,
              "cannot use the recipe, " + recipe + ", network must end with \"dense 5\"");
    }
  }

  @Test
  void aDataSetThatIsDamaged() throws IOException {
    Path labels = data.resolve("train-labels-idx1-ubyte");
    Files.write(labels, java.util.Arrays.copyOf(Files.readAllBytes(labels), 30));
    assertRefused(List.of(), "train-labels-idx1-ubyte");
  }
}
