package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import glassbox.data.SyntheticData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateCommandTest {
  @TempDir static Path folder;
  private static Path data;
  private static Path run;
  private static JsonObject summary;

  @BeforeAll
  static void train() throws IOException {
    data = SmallRuns.dataset(folder.resolve("data"));
    run = folder.resolve("run");
    String out = CommandRun.of(SmallRuns.train(data, run, "--json")).succeeded().out();
    summary = JsonParser.parseString(out).getAsJsonObject();
  }

  private static CommandRun evaluate(Object modelOrRun, String... more) {
    String[] args = new String[more.length + 2];
    args[0] = "evaluate";
    args[1] = modelOrRun.toString();
    System.arraycopy(more, 0, args, 2, more.length);
    return CommandRun.of(args);
  }

  @ParameterizedTest
  @CsvSource({
    "run, plain, 1",
    "run, simd, 2",
    "run/model.safetensors, simd, 1",
  })
  void givesExactlyTheFiguresOfTheRun(String modelOrRun, String kernel, String threads) {
    CommandRun done =
        evaluate(folder.resolve(modelOrRun), "--json", "--kernel", kernel, "--threads", threads)
            .succeeded();
    assertEquals("", done.err());
    assertEquals(1, done.out().lines().count());
    JsonObject json = JsonParser.parseString(done.out()).getAsJsonObject();
    assertEquals(List.of("images", "accuracy", "loss"), List.copyOf(json.keySet()));
    assertEquals(SmallRuns.TEST, json.get("images").getAsInt());
    assertEquals(summary.get("testAccuracy"), json.get("accuracy"));
    assertEquals(summary.get("testLoss"), json.get("loss"));
  }

  @Test
  void withoutJsonTheFiguresAreWords() {
    CommandRun done = evaluate(run).succeeded();
    assertEquals("", done.err());
    assertTrue(
        done.out().matches("20 images · accuracy \\d+\\.\\d\\d % · loss \\d\\.\\d{4}\\R"),
        done.out());
  }

  /** A run with augmentation; beside the run of all tests a second network. */
  private static Path augmentedRun() throws IOException {
    Path augmented = folder.resolve("augmented");
    if (!Files.exists(augmented)) {
      CommandRun.of(
              SmallRuns.train(data, augmented, "--set", "augmentation.shift=1", "--set", "seed=2"))
          .succeeded();
    }
    return augmented;
  }

  private static JsonObject json(CommandRun done) {
    assertEquals(1, done.succeeded().out().lines().count());
    return JsonParser.parseString(done.out()).getAsJsonObject();
  }

  @Test
  void testTimeAugmentationIsAFigureOfItsOwn() throws IOException {
    Path augmented = augmentedRun();
    JsonObject plain = json(evaluate(augmented, "--json"));
    JsonObject both = json(evaluate(augmented, "--json", "--augmentations", "3"));
    JsonObject own = both.remove("testTimeAugmentation").getAsJsonObject();
    assertEquals(plain, both);
    assertEquals(List.of("images", "accuracy", "loss", "augmentations"), List.copyOf(own.keySet()));
    assertEquals(3, own.get("augmentations").getAsInt());
    assertNotEquals(plain.get("loss"), own.get("loss"));
    JsonObject again =
        json(evaluate(augmented, "--json", "--augmentations", "3", "--threads", "2"));
    assertEquals(own, again.get("testTimeAugmentation"));
    String words = evaluate(augmented, "--augmentations", "3").succeeded().out();
    assertTrue(words.lines().skip(1).findFirst().orElse("").startsWith("with 3 augm"), words);
  }

  @Test
  void anEnsembleIsAFigureOfItsOwn() throws IOException {
    Path augmented = augmentedRun();
    JsonObject all = json(evaluate(run, augmented.toString(), "--ensemble", "--json"));
    assertEquals(List.of("networks", "ensemble"), List.copyOf(all.keySet()));
    JsonObject first = all.getAsJsonArray("networks").get(0).getAsJsonObject();
    assertEquals(run.toString(), first.get("model").getAsString());
    assertEquals(summary.get("testAccuracy"), first.get("accuracy"));
    assertEquals(summary.get("testLoss"), first.get("loss"));
    JsonObject together = all.getAsJsonObject("ensemble");
    assertEquals(2, together.get("networks").getAsInt());
    assertNotEquals(first.get("loss"), together.get("loss"));
    String words = evaluate(run, augmented.toString(), "--ensemble").succeeded().out();
    assertEquals(3, words.lines().count());
    assertTrue(words.contains("ensemble of 2: 20 images"), words);
  }

  @Test
  void anEnsembleOfOneNetworkTwiceIsThatNetwork() {
    JsonObject all = json(evaluate(run, run.toString(), "--ensemble", "--json"));
    assertEquals(summary.get("testAccuracy"), all.getAsJsonObject("ensemble").get("accuracy"));
  }

  @Test
  void whatCannotBeAveragedIsRefused() throws IOException {
    evaluate(run, "--augmentations", "4")
        .failed(Errors.WRONG, "expected a network trained with augmentation");
    evaluate(run, "--augmentations", "-1").failed(Errors.WRONG, "in [0, 1000], got -1");
    evaluate(run, "--augmentations", "1001").failed(Errors.WRONG, "in [0, 1000], got 1001");
    evaluate(run, "--ensemble").failed(Errors.WRONG, "expected at least two networks, got one");
    evaluate(run, run.toString()).failed(Errors.WRONG, "or --ensemble for several together");
    Path other = SmallRuns.dataset(folder.resolve("data of another"));
    Path otherRun = folder.resolve("run of another");
    CommandRun.of(SmallRuns.train(other, otherRun)).succeeded();
    evaluate(run, otherRun.toString(), "--ensemble")
        .failed(Errors.WRONG, "expected one trained on " + data);
    evaluate(run, otherRun.toString(), "--ensemble", "--dataset", data.toString()).succeeded();
  }

  @Test
  void aModelMayBeMovedAway() throws IOException {
    Path copy = Files.copy(run.resolve("model.safetensors"), folder.resolve("elsewhere"));
    assertEquals(evaluate(run).out(), evaluate(copy).succeeded().out());
  }

  @Test
  void anotherDataSetMayBeGiven() throws IOException {
    Path other =
        SmallRuns.write(
            folder.resolve("other"), SyntheticData.patterns(SmallRuns.CLASSES, 6, 5, 7));
    String out = evaluate(run, "--json", "--dataset", other.toString()).succeeded().out();
    assertTrue(out.startsWith("{\"images\":7,"), out);
  }

  @Test
  void imagesOfAnotherSizeAreRefused() throws IOException {
    Path other =
        SmallRuns.write(folder.resolve("size"), SyntheticData.patterns(SmallRuns.CLASSES, 4, 5, 5));
    evaluate(run, "--dataset", other.toString())
        .failed(
            Errors.WRONG,
            "expected a network from 16 pixels to 5 classes for " + other,
            "got one from 36 to 5");
  }

  @Test
  void otherClassesAreRefused() throws IOException {
    Path other = SmallRuns.write(folder.resolve("few"), SyntheticData.patterns(4, 6, 8, 8));
    evaluate(run, "--dataset", other.toString()).failed(Errors.WRONG, "to 4 classes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "data", "data/t10k-labels-idx1-ubyte"})
  void whatIsNoModelIsRefused(String path) {
    evaluate(folder.resolve(path)).failed(Errors.WRONG, folder.resolve(path).toString());
  }

  @Test
  void aModelOfAnotherProgramIsRefusedInWordsThatHelp() {
    evaluate("src/test/resources/reference/sgd-relu/init.safetensors")
        .failed(Errors.WRONG, "expected a model saved by Glassbox");
  }

  @Test
  void aModelWhoseDataSetIsGoneSaysSo() throws IOException {
    Path gone = SmallRuns.dataset(folder.resolve("gone"));
    Path other = folder.resolve("run of gone");
    CommandRun.of(SmallRuns.train(gone, other)).succeeded();
    Files.move(gone, folder.resolve("moved"));
    evaluate(other).failed(Errors.WRONG, "cannot read the data set", gone.toString());
    evaluate(other, "--dataset", folder.resolve("moved").toString()).succeeded();
  }

  @Test
  void withoutAModelTheUsageIsWrong() {
    CommandRun.of("evaluate").failed(Errors.WRONG, "MODEL_OR_RUN");
    CommandRun.of("evaluate", "--json").failed(Errors.WRONG, "MODEL_OR_RUN");
    evaluate(run, "--threads", "0").failed(Errors.WRONG, "threads must be in [1, 256]");
    evaluate(run, "--quiet").failed(Errors.WRONG, "--quiet");
  }
}
