package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnsembleCommandTest {
  @TempDir static Path folder;
  private static Path data;
  private static Path one;
  private static Path two;
  private static Path ensemble;
  private static JsonObject measured;

  @BeforeAll
  static void join() throws IOException {
    data = SmallRuns.dataset(folder.resolve("data"));
    one = folder.resolve("one");
    two = folder.resolve("two");
    ensemble = folder.resolve("ensemble");
    String shift = "augmentation.shift=1";
    CommandRun.of(SmallRuns.train(data, one, "--set", shift)).succeeded();
    CommandRun.of(SmallRuns.train(data, two, "--set", shift, "--set", "seed=2")).succeeded();
    measured =
        json("evaluate", one, two, "--ensemble", "--out", ensemble, "--augmentations", 3, "--json");
  }

  private static CommandRun run(Object... words) {
    return CommandRun.of(List.of(words).stream().map(Object::toString).toArray(String[]::new));
  }

  private static JsonObject json(Object... words) {
    return JsonParser.parseString(run(words).succeeded().out()).getAsJsonObject();
  }

  @Test
  void isReadBackWithTheSameFiguresApartFromThoseOfASingleNetwork() {
    JsonObject read = json("evaluate", ensemble, "--augmentations", 3, "--json");
    assertEquals(Set.of("ensemble"), read.keySet());
    assertEquals(measured.get("ensemble"), read.get("ensemble"));
    String words = run("evaluate", ensemble).succeeded().out();
    assertTrue(words.startsWith("ensemble of 2: 20 images"), words);
  }

  @Test
  void isARunWithoutSteps() throws IOException {
    JsonObject summary =
        JsonParser.parseString(Files.readString(ensemble.resolve("summary.json")))
            .getAsJsonObject();
    assertEquals(0, summary.get("steps").getAsInt());
    assertEquals(measured.getAsJsonObject("ensemble").get("accuracy"), summary.get("testAccuracy"));
    assertTrue(Files.exists(ensemble.resolve("report/report.html")));
    String recipe = Files.readString(ensemble.resolve("recipe.json"));
    assertTrue(recipe.contains("dense 16"), recipe);
    run("export", ensemble, "--onnx", folder.resolve("both.onnx")).succeeded();
  }

  @Test
  void isListedWithItsMembers() {
    String listed = run("runs", folder).succeeded().out();
    String line = listed.lines().filter(each -> each.startsWith("ensemble")).findFirst().orElse("");
    assertTrue(line.contains("Ensemble of 2") && line.contains("ensemble of 2 "), listed);
    String inFull = run("runs", ensemble, "--json").succeeded().out();
    assertTrue(inFull.contains(one.toString()) && inFull.contains(two.toString()), inFull);
  }

  @Test
  void isNotTrainedOnButCanBeForked() {
    run("train", "--resume", ensemble).failed(Errors.WRONG, "expected a run, got an ensemble");
    Path fork = folder.resolve("fork");
    run("fork", ensemble, "--at", 0, "--set", "optimizer.learningRate=1e-30", "--out", fork)
        .succeeded();
    double same = json("evaluate", fork, "--json").get("loss").getAsDouble();
    double joined = measured.getAsJsonObject("ensemble").get("loss").getAsDouble();
    assertEquals(joined, same, 1e-6); // it began with the joined network and learned nothing
  }

  @Test
  void aFolderWithARunIsLeftAlone() {
    run("evaluate", one, two, "--ensemble", "--out", one)
        .failed(Errors.WRONG, one.toString(), "expected a new folder");
    assertFalse(json("evaluate", one, "--json").has("ensemble"));
  }

  @Test
  void onlyAnEnsembleIsKept() {
    run("evaluate", one, "--out", folder.resolve("nothing"))
        .failed(Errors.WRONG, "--out", "expected --ensemble");
    assertFalse(Files.exists(folder.resolve("nothing")));
  }

  @Test
  void networksOfOtherLayersAreRefused() {
    Path other = folder.resolve("other");
    CommandRun.of(
            SmallRuns.train(data, other, "--set", "network=[\"dense 8\",\"tanh\",\"dense 5\"]"))
        .succeeded();
    run("evaluate", one, other, "--ensemble")
        .failed(Errors.WRONG, "expected network 2 to be built like the first");
  }
}
