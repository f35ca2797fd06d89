package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import glassbox.data.SyntheticData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForkCommandTest {
  private static final String[] EVERYTHING_THAT_A_RUN_REMEMBERS = {
    "--quiet",
    "--set=network=[\"dense 8\",\"batchnorm\",\"relu\",\"dropout 0.2\",\"dense 5\"]",
    "--set=optimizer.name=adam",
    "--set=averaging=0.9",
    "--set=earlyStopping={\"patience\":5,\"minDelta\":0}"
  };

  @TempDir Path folder;
  private Path data;
  private Path run;
  private Path fork;

  @BeforeEach
  void write() throws IOException {
    data = SmallRuns.dataset(folder.resolve("data"));
    run = folder.resolve("run");
    fork = folder.resolve("fork");
  }

  private void train(String... more) {
    CommandRun.of(SmallRuns.train(data, run, more)).succeeded();
  }

  private CommandRun fork(int step, String... more) {
    return CommandRun.of(
        Stream.concat(
                Stream.of("fork", run.toString(), "--at=" + step, "--quiet", "--out=" + fork),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private void assertSame(String... files) throws IOException {
    for (String file : files) {
      assertEquals(-1, Files.mismatch(run.resolve(file), fork.resolve(file)), file);
    }
  }

  private JsonObject about() throws IOException {
    return JsonParser.parseString(Files.readString(fork.resolve("about.json"))).getAsJsonObject();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4, 8})
  void aForkWithNoChangeIsItsParent(int step) throws IOException {
    train(EVERYTHING_THAT_A_RUN_REMEMBERS);
    fork(step).succeeded();
    assertSame("recipe.json", "metrics.csv", "model.safetensors", "model.onnx");
    assertEquals("run", about().get("parent").getAsString());
    assertEquals(step, about().get("forkStep").getAsInt());
    assertEquals("seed, from " + step, about().get("name").getAsString());
  }

  /** Before, at and after the changes of the parent, and at a step drawn at random. */
  @ParameterizedTest
  @MethodSource
  void aForkKeepsWhatItsParentChangedBeforeAndAfter(int step) throws IOException {
    Path changes = Files.writeString(folder.resolve("changes.jsonl"), CHANGES);
    train("--quiet", "--changes", changes.toString());
    fork(step).succeeded();
    assertSame("recipe.json", "changes.jsonl", "metrics.csv", "model.safetensors");
  }

  static IntStream aForkKeepsWhatItsParentChangedBeforeAndAfter() {
    return IntStream.of(0, 3, 4, 5, 6, new Random().nextInt(9));
  }

  @Test
  void aForkThatChangesSomethingGivesUpWhatItsParentChangedLater() throws IOException {
    Path given = Files.writeString(folder.resolve("changes.jsonl"), CHANGES);
    train("--quiet", "--changes", given.toString());
    fork(5, "--set", "loss.labelSmoothing=0.1").succeeded();
    List<String> changes = Files.readAllLines(fork.resolve("changes.jsonl"));
    assertEquals(
        List.of(
            "{\"step\":4,\"key\":\"batchSize\",\"value\":8}",
            "{\"step\":5,\"key\":\"loss.labelSmoothing\",\"value\":0.1}"),
        changes.subList(changes.size() - 2, changes.size()));
  }

  private static final String CHANGES =
      """
      {"step":0,"key":"optimizer.name","value":"adam"}
      {"step":4,"key":"batchSize","value":8}
      {"step":6,"key":"optimizer.learningRate","value":0.01}
      """;

  @Test
  void aForkOfAForkIsExactEvenWhereTheFirstBeganWithWeightsOfItsOwn() throws IOException {
    train("--quiet");
    Path weights = run.resolve("model.safetensors");
    run = folder.resolve("begun");
    train("--quiet", "--init", weights.toString());
    fork(5).succeeded();
    Path first = fork;
    fork = folder.resolve("second");
    CommandRun.of("fork", first.toString(), "--at=2", "--quiet", "--out=" + fork).succeeded();
    assertSame("metrics.csv", "model.safetensors");
  }

  @Test
  void settingsHoldFromTheStepOn() throws IOException {
    train("--quiet");
    String out =
        fork(3, "--set", "optimizer.learningRate=0.01", "--set", "epochs=3", "--json")
            .succeeded()
            .out();
    assertEquals(12, JsonParser.parseString(out).getAsJsonObject().get("steps").getAsInt());
    List<String> before = Files.readAllLines(run.resolve("metrics.csv"));
    List<String> after = Files.readAllLines(fork.resolve("metrics.csv"));
    assertEquals(before.subList(0, 4), after.subList(0, 4));
    assertFalse(before.get(4).equals(after.get(4)));
    assertTrue(Double.parseDouble(after.get(4).split(",")[4]) <= 0.01, after.get(4));
    assertEquals("seed, from 3: learning rate 0.01, epochs 3", about().get("name").getAsString());
  }

  @Test
  void anotherOptimizerMayBeginAtAnyStep() {
    train("--quiet");
    fork(0, "--set", "optimizer.name=adam").succeeded();
    fork = folder.resolve("later");
    fork(5, "--set", "optimizer.name=adam").succeeded();
  }

  @Test
  void aForkCanBeResumed() throws IOException {
    train("--quiet");
    fork(0, "--set", "optimizer.name=adam").succeeded();
    byte[] before = Files.readAllBytes(fork.resolve("metrics.csv"));
    for (String file : List.of("summary.json", "metrics.csv")) {
      Files.delete(fork.resolve(file));
    }
    CommandRun.of("train", "--quiet", "--resume", fork.toString()).succeeded();
    assertEquals(new String(before), Files.readString(fork.resolve("metrics.csv")));
  }

  @Test
  void aRunWithoutACheckpointIsMadeAgainFromItsBeginning() throws IOException {
    train("--quiet");
    Files.delete(run.resolve("checkpoint.bin"));
    fork(6).succeeded();
    assertSame("metrics.csv", "model.safetensors");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 9, 1000})
  void aStepThatTheRunHasNotDoneIsRefused(int step) {
    train("--quiet");
    fork(step).failed(Errors.WRONG, "cannot fork, " + run, "--at must be in [0, 8]", "got " + step);
    assertFalse(Files.exists(fork));
  }

  @Test
  void aRunWhoseLastCheckpointIsDamagedCanBeForkedAnywhere() throws IOException {
    train("--quiet");
    Path earlier = Files.createDirectories(run.resolve("timeline")).resolve("000000008.bin");
    Files.copy(run.resolve("checkpoint.bin"), earlier);
    Files.writeString(run.resolve("checkpoint.bin"), "half");
    fork(6).succeeded();
    assertSame("metrics.csv", "model.safetensors");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "network=[\"dense 9\",\"relu\",\"dense 5\"]",
        "validation=3",
        "averaging=0.5",
        "dataset=mnist",
        "initializer=glorot"
      })
  void whatCannotChangeWithinARunIsRefused(String setting) {
    train("--quiet");
    fork(3, "--set", setting)
        .failed(Errors.WRONG, setting.split("=", 2)[0] + " cannot change within a run");
    assertFalse(Files.exists(fork));
  }

  @Test
  void refusals() throws IOException {
    train("--quiet");
    fork(3, "--set", "epochs").failed(Errors.WRONG, "expected KEY=VALUE");
    fork(3, "--set", "epochs=0").failed(Errors.WRONG, "epochs must be in");
    fork(5, "--set", "epochs=1").failed(Errors.WRONG, "epochs must be at least 2");
    CommandRun.of("fork", run.toString()).failed(Errors.WRONG, "--at");
    CommandRun.of("fork", data.toString(), "--at=1").failed(Errors.WRONG, "cannot open the run");
    Path other = SmallRuns.write(folder.resolve("other"), SyntheticData.noise(5, 6, 60));
    fork(3, "--dataset", other.toString()).failed(Errors.WRONG, "checksum");
    assertFalse(Files.exists(fork));
    CommandRun.of("fork", run.toString(), "--at=1", "--out=" + run)
        .failed(Errors.WRONG, "expected a new folder");
  }
}
