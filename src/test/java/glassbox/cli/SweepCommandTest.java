package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import glassbox.data.SyntheticData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepCommandTest {
  private static final String RATES = "--vary=optimizer.learningRate=0.1,0.5";

  @TempDir Path folder;
  private Path data;
  private Path out;

  @BeforeEach
  void write() throws IOException {
    data = SmallRuns.dataset(folder.resolve("data"));
    out = folder.resolve("out");
  }

  private CommandRun sweep(String... more) {
    String[] line = SmallRuns.train(data, out, more);
    line[0] = "sweep";
    return CommandRun.of(line);
  }

  private List<String> runs() throws IOException {
    try (Stream<Path> inside = Files.list(out)) {
      return inside
          .filter(Files::isDirectory)
          .map(run -> String.valueOf(run.getFileName()))
          .sorted()
          .toList();
    }
  }

  private JsonObject about(String run) throws IOException {
    return JsonParser.parseString(Files.readString(out.resolve(run).resolve("about.json")))
        .getAsJsonObject();
  }

  @Test
  void everyCombinationIsARunAndEverySettingARow() throws IOException {
    String table = sweep(RATES, "--seeds=2", "--quiet").succeeded().out();
    assertEquals(
        List.of(
            "learningRate=0.1,seed=1",
            "learningRate=0.1,seed=2",
            "learningRate=0.5,seed=1",
            "learningRate=0.5,seed=2"),
        runs());
    List<String> lines = table.lines().toList();
    assertEquals(3, lines.size());
    assertEquals("learning rate  test accuracy", lines.get(0).substring(0, 28));
    assertTrue(
        lines.get(1).matches("0\\.1 +\\d+\\.\\d\\d ± \\d+\\.\\d\\d % +\\d.* ± .* % +2"), table);
    List<String> csv = Files.readAllLines(out.resolve("sweep.csv"));
    assertEquals(
        "optimizer.learningRate,testAccuracy,testAccuracyDeviation,validationAccuracy,"
            + "validationAccuracyDeviation,n,failed",
        csv.get(0));
    assertEquals(3, csv.size());
    assertEquals(
        "learning rate 0.1, seed 2", about("learningRate=0.1,seed=2").get("name").getAsString());
    assertEquals(
        about("learningRate=0.1,seed=1").get("group"),
        about("learningRate=0.1,seed=2").get("group"));
    assertFalse(
        about("learningRate=0.1,seed=1")
            .get("group")
            .equals(about("learningRate=0.5,seed=1").get("group")));
  }

  @Test
  void figuresAreThoseOfTheRuns() throws IOException {
    String out = sweep("--seeds=2", "--json", "--quiet").succeeded().out();
    JsonArray rows = JsonParser.parseString(out).getAsJsonArray();
    assertEquals(1, rows.size());
    JsonObject row = rows.get(0).getAsJsonObject();
    double a = accuracy("seed=1");
    double b = accuracy("seed=2");
    assertEquals((a + b) / 2, row.get("testAccuracy").getAsDouble(), 1e-12);
    assertEquals(
        Math.abs(a - b) / Math.sqrt(2), row.get("testAccuracyDeviation").getAsDouble(), 1e-12);
    assertEquals(2, row.get("n").getAsInt());
  }

  private double accuracy(String run) throws IOException {
    return JsonParser.parseString(Files.readString(out.resolve(run).resolve("summary.json")))
        .getAsJsonObject()
        .get("testAccuracy")
        .getAsDouble();
  }

  @Test
  void networksVaryToo() throws IOException {
    sweep("--vary=network=[\"dense 4\",\"relu\",\"dense 5\"],[\"dense 5\"]", "--quiet").succeeded();
    assertEquals(List.of("network=dense_4_relu_dense_5", "network=dense_5"), runs());
  }

  @Test
  void startedAgainItSkipsWhatIsFinishedAndResumesTheRest() throws IOException {
    sweep(RATES, "--quiet").succeeded();
    Path finished = out.resolve("learningRate=0.1/summary.json");
    Path unfinished = out.resolve("learningRate=0.5/summary.json");
    FileTime before = Files.getLastModifiedTime(finished);
    Files.delete(unfinished);
    String commands = sweep(RATES, "--print-commands").succeeded().out();
    assertEquals(1, commands.lines().count());
    assertTrue(commands.startsWith("glassbox train --resume "), commands);
    assertEquals(3, sweep(RATES, "--quiet").succeeded().out().lines().count());
    assertEquals(before, Files.getLastModifiedTime(finished));
    assertTrue(Files.exists(unfinished));
    sweep(RATES, "--set=seed=9").failed(Errors.WRONG, "got a run with another recipe");
  }

  @Test
  void aRunThatDivergesDoesNotEndTheOthers() throws IOException {
    SmallRuns.write(data, SyntheticData.noise(5, 6, 100));
    CommandRun done =
        sweep(
            "--quiet",
            "--set=network=[\"dense 8\",\"dense 8\",\"dense 5\"]",
            "--set=epochs=20",
            "--vary=optimizer.learningRate=1000,0.01");
    assertEquals(Errors.FAILED, done.exitCode(), done.toString());
    List<String> lines = done.out().lines().toList();
    assertTrue(lines.get(1).contains("diverged"), lines.get(1));
    assertTrue(lines.get(2).startsWith("0.01 "), lines.get(2));
    assertTrue(Files.exists(out.resolve("learningRate=0.01/summary.json")));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPrintedCommandIsTheRunOfTheSweep() throws Exception {
    String network = "--vary=network=[\"dense 4\",\"relu\",\"dense 5\"],[\"dense 5\"]";
    String commands = sweep(network, "--seeds=2", "--print-commands").succeeded().out();
    assertFalse(Files.exists(out), "nothing is made");
    assertEquals(4, commands.lines().count());
    CommandRun printed = CommandRun.of(words(commands.lines().findFirst().orElseThrow()));
    printed.succeeded();
    Path run = out.resolve("network=dense_4_relu_dense_5,seed=1");
    assertEquals(Files.readString(run.resolve("summary.json")), printed.out());
    byte[] alone = Files.readAllBytes(run.resolve("metrics.csv"));
    JsonObject about = about("network=dense_4_relu_dense_5,seed=1");
    SmallRuns.delete(out);
    sweep(network, "--seeds=2", "--quiet").succeeded();
    assertEquals(
        new String(alone, StandardCharsets.UTF_8), Files.readString(run.resolve("metrics.csv")));
    assertEquals(about, about("network=dense_4_relu_dense_5,seed=1"));
  }

  /** The arguments that a shell makes of a line that begins with the program. */
  private static String[] words(String line) throws Exception {
    Process shell =
        new ProcessBuilder("sh", "-c", "glassbox() { printf '%s\\0' \"$@\"; }; " + line).start();
    String words = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, shell.waitFor());
    return words.split("\0");
  }

  @Test
  void jobsAtTheSameTimeAreTheSameRuns() throws IOException {
    SmallRuns.write(data, SyntheticData.noise(5, 6, 100));
    String[] deep = {
      "--set=network=[\"dense 8\",\"dense 8\",\"dense 5\"]",
      "--set=epochs=20",
      "--vary=optimizer.learningRate=1000,0.01,0.02"
    };
    CommandRun parallel =
        sweep(Stream.concat(Stream.of(deep), Stream.of("--jobs=2")).toArray(String[]::new));
    byte[] csv = Files.readAllBytes(out.resolve("sweep.csv"));
    SmallRuns.delete(out);
    CommandRun inTurn = sweep(deep);
    assertEquals(Errors.FAILED, parallel.exitCode(), parallel.toString());
    assertEquals(inTurn.out(), parallel.out());
    assertEquals(
        new String(csv, StandardCharsets.UTF_8), Files.readString(out.resolve("sweep.csv")));
    assertTrue(parallel.err().contains("3 of 3 "), parallel.err());
    assertTrue(parallel.err().contains(" failed: learningRate=1000"), parallel.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--vary=epochs=1,0 | epochs=0 | epochs must be in",
        "--vary=network=[\"dense 5\"],[\"dense 4\"] | network=dense_4 | must end with",
        "--vary=nonsense=1 | nonsense=1 | unknown key",
        "--vary=dataset=missing | dataset=missing | cannot read the data set",
        "--vary=epochs | cannot vary, epochs | expected KEY=",
        "--vary=seed=1,2 --seeds=2 | cannot vary, seed | once",
        "--vary=epochs=1 --vary=epochs=2 | cannot vary, epochs | once",
        "--seeds=0 | --seeds | at least 1",
        "--seeds=2 --jobs=0 | --jobs | at least 1",
        "--seeds=1000000 | --seeds | at most 10,000",
        "--seeds=2 --threads=0 | --threads | got 0",
        "--seeds=1 | cannot sweep | expected one of them",
      })
  void refusalsComeBeforeTheFirstRun(String text) {
    String[] parts = text.split(" \\| ");
    sweep(parts[0].split(" (?=--)")).failed(Errors.WRONG, parts[1], parts[2]);
    assertFalse(Files.exists(out));
  }

  @Test
  void aSweepThatIsKilledLeavesNoRunBehind() throws Exception {
    String[] line = SmallRuns.train(data, out, "--seeds=2", "--jobs=2", "--set=epochs=100000");
    line[0] = "sweep";
    try (Program sweep = Program.start(folder, line)) {
      sweep.runsUntil(() -> sweep.children().size() == 2);
      List<ProcessHandle> runs = sweep.children();
      sweep.kill();
      for (ProcessHandle run : runs) {
        run.onExit().get(100, TimeUnit.SECONDS);
      }
    }
  }
}
