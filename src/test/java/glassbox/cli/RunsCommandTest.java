package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsCommandTest {
  @TempDir Path folder;
  private Path runs;

  @BeforeEach
  void train() throws IOException {
    Path data = SmallRuns.dataset(folder.resolve("data"));
    runs = folder.resolve("runs");
    CommandRun.of(
            SmallRuns.train(data, runs.resolve("a"), "--quiet", "--name=mine", "--group=both"))
        .succeeded();
  }

  private void fork() {
    CommandRun.of(
            "fork",
            runs.resolve("a").toString(),
            "--at=3",
            "--set=optimizer.learningRate=0.01",
            "--quiet",
            "--out",
            runs.resolve("b").toString())
        .succeeded();
  }

  private String line(String folderName) {
    String out = CommandRun.of("runs", runs.toString()).succeeded().out();
    return out.lines().filter(line -> line.startsWith(folderName + " ")).findFirst().orElse(out);
  }

  private JsonArray json() {
    String out = CommandRun.of("runs", runs.toString(), "--json").succeeded().out();
    return JsonParser.parseString(out).getAsJsonArray();
  }

  private JsonObject json(int at) {
    return json().get(at).getAsJsonObject();
  }

  @Test
  void aFinishedRunIsARowWithWhatItCameTo() {
    assertTrue(
        line("a")
            .matches(
                "a +mine +\\d+\\.\\d\\d % +\\d+\\.\\d\\d % +8 +\\d+\\.\\d +finished +"
                    + "dataset .*batch size 16, validation 10"),
        line("a"));
  }

  @Test
  void aForkTellsWhereItLeftItsParentAndHow() {
    fork();
    assertTrue(line("  b").endsWith("finished  from a at 3: learning rate 0.01"), line("  b"));
    JsonObject fork = json(1);
    assertEquals("a", fork.get("parent").getAsString());
    assertEquals(3, fork.get("forkStep").getAsInt());
    assertEquals(
        0.01, fork.getAsJsonObject("differences").get("optimizer.learningRate").getAsDouble());
  }

  @Test
  void whatAForkChangedLaterIsToldWithItsStep() throws IOException {
    fork();
    Files.writeString(
        runs.resolve("b/changes.jsonl"),
        """
        {"step":3,"key":"optimizer.learningRate","value":0.01}
        {"step":5,"key":"batchSize","value":8}
        """);
    assertTrue(line("  b").endsWith("from a at 3: learning rate 0.01; at 5: batch size 8"));
    JsonArray changes = json(1).getAsJsonArray("changes");
    assertEquals("[{\"step\":5,\"differences\":{\"batchSize\":8}}]", changes.toString());
    assertTrue(json(0).getAsJsonArray("changes").isEmpty());
  }

  @Test
  void aForkStandsUnderItsParentHoweverTheyAreCalled() throws IOException {
    fork();
    Files.move(runs.resolve("a"), runs.resolve("z"));
    Path about = runs.resolve("b/about.json");
    Files.writeString(about, Files.readString(about).replace("\"a\"", "\"z\""));
    String out = CommandRun.of("runs", runs.toString()).succeeded().out();
    assertEquals(
        List.of("folder", "z", "  b"),
        out.lines().map(line -> line.replaceFirst("(?<=\\w) .*", "")).toList());
  }

  @Test
  void aParentThatIsNoPathIsNone() throws IOException {
    fork();
    Path about = runs.resolve("b/about.json");
    Files.writeString(about, Files.readString(about).replace("\"a\"", "\"a\\u0000\""));
    assertTrue(line("b").contains("finished  from a"), line("b"));
  }

  @Test
  void foldersThatAreEachOthersParentsAreListedAllTheSame() throws IOException {
    fork();
    Path about = runs.resolve("a/about.json");
    Files.writeString(
        about, Files.readString(about).replace("\"parent\": null", "\"parent\": \"b\""));
    String out = CommandRun.of("runs", runs.toString()).succeeded().out();
    assertEquals(3, out.lines().count(), out);
  }

  @Test
  void unfinishedAndDamagedRunsSaySo() throws IOException {
    fork();
    Files.delete(runs.resolve("b/summary.json"));
    Path damaged = Files.createDirectories(runs.resolve("c"));
    Files.writeString(damaged.resolve("recipe.json"), "{\"epochs\": 0}");
    Files.createDirectories(runs.resolve("d"));
    assertTrue(line("  b").contains("unfinished: can be resumed"), line("  b"));
    assertTrue(line("c").contains("damaged: cannot use the recipe, recipe.json, epochs must"));
    assertTrue(line("d").contains("damaged: cannot open the run, expected a run's folder"));
    assertEquals(4, json().size());
    assertEquals(8, json(1).get("steps").getAsInt());
    assertTrue(json(1).get("problem").isJsonNull());
    assertTrue(json(2).get("problem").getAsString().contains("epochs"));
  }

  @Test
  void jsonHasEverything() {
    JsonObject run = json(0);
    assertEquals(
        List.of(
            "folder",
            "name",
            "note",
            "parent",
            "forkStep",
            "group",
            "members",
            "differences",
            "changes",
            "steps",
            "testAccuracy",
            "validationAccuracy",
            "bestValidationAccuracy",
            "seconds",
            "finished",
            "problem"),
        List.copyOf(run.keySet()));
    assertEquals(runs.resolve("a").toString(), run.get("folder").getAsString());
    assertEquals("mine", run.get("name").getAsString());
    assertEquals("both", run.get("group").getAsString());
    assertTrue(run.get("finished").getAsBoolean());
    JsonElement best = run.get("bestValidationAccuracy");
    assertTrue(best.getAsDouble() >= run.get("validationAccuracy").getAsDouble());
  }

  @Test
  void whatIsNoFolderIsRefused() {
    CommandRun.of("runs", folder.resolve("missing").toString())
        .failed(Errors.WRONG, "cannot list the runs, " + folder.resolve("missing"));
  }

  @Test
  void anEmptyFolderIsNoError() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertEquals(1, CommandRun.of("runs", empty.toString()).succeeded().out().lines().count());
  }
}
