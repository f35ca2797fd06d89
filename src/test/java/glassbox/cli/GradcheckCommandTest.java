package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import glassbox.analysis.GradientCheck;
import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradcheckCommandTest {
  private static final String NORM_AND_DROPOUT =
      "--set=network=[\"dense 8\",\"batchnorm\",\"relu\",\"dropout 0.3\",\"dense 5\"]";
  private static final String RELU = "--set=network=[\"dense 8\",\"relu\",\"dense 5\"]";

  /** Together so large that the loss is no number. */
  private static final String TOO_DEEP =
      "--set=network=[" + "\"dense 8\",".repeat(20) + "\"dense 5\"]";

  private static final String HUGE_WEIGHTS = "--set=initializer=normal 100";

  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void write() throws IOException {
    data = SmallRuns.dataset(folder.resolve("data"));
  }

  private CommandRun gradcheck(String... more) {
    return gradcheck(data, more);
  }

  private static CommandRun gradcheck(Path data, String... more) {
    List<String> args = new ArrayList<>(List.of("gradcheck", "--dataset", data.toString()));
    args.add("--set=validation=0");
    args.addAll(List.of(more));
    return CommandRun.of(args.toArray(String[]::new));
  }

  private static List<JsonObject> groups(CommandRun run) {
    return StreamSupport.stream(
            JsonParser.parseString(run.out()).getAsJsonArray().spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private static String name(JsonObject group) {
    return group.get("parameter").getAsString();
  }

  /** The rows below the table's head that end so, by the name at their beginning. */
  private static List<String> rowsThatEnd(CommandRun run, String verdict) {
    return run.out()
        .lines()
        .skip(1)
        .filter(row -> row.endsWith(verdict))
        .map(row -> row.split(" ")[0])
        .toList();
  }

  /**
   * Every bias of the first layer stands at the kink of ReLU, where backpropagation takes the slope
   * 0 and a difference sees half of the other side's. That is no fault.
   */
  private Path atTheKink() throws IOException {
    return blackImages(0, 0, 0, 0, 0, 0, 1, 2, 3, 4);
  }

  private Path blackImages(int... labels) throws IOException {
    byte[] bytes = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      bytes[i] = (byte) labels[i];
    }
    ImageSet black = new ImageSet(new byte[labels.length * 36], bytes, 6, 6);
    return SmallRuns.write(
        folder.resolve("black"),
        new ImageDataset("black", black, black, List.of("a", "b", "c", "d", "e")));
  }

  @Test
  void theTableHasARowForEveryGroupOfParameters() {
    CommandRun done = gradcheck(NORM_AND_DROPOUT).succeeded();
    assertEquals("", done.err());
    assertTrue(
        done.out()
            .lines()
            .findFirst()
            .orElseThrow()
            .matches("parameter +shape +checked +worst +median +where *"),
        done.out());
    assertEquals(
        List.of("0.weight", "0.bias", "1.weight", "1.bias", "4.weight", "4.bias"),
        rowsThatEnd(done, "right"));
    assertEquals(7, done.out().lines().count());
  }

  @Test
  void aRowTellsShapeNumbersCheckedAndErrors() {
    String row = gradcheck(RELU).succeeded().out().lines().toList().get(4);
    assertTrue(
        row.matches(
            "2\\.bias +\\[1 x 5\\] +5 +\\d\\.\\de[-+]\\d\\d +\\d\\.\\de[-+]\\d\\d +\\[0, \\d\\]"
                + " +right"),
        row);
  }

  @Test
  void jsonHasTheSameGroups() {
    CommandRun done = gradcheck("--json", NORM_AND_DROPOUT).succeeded();
    assertEquals("", done.err());
    assertEquals(
        List.of("0.weight", "0.bias", "1.weight", "1.bias", "4.weight", "4.bias"),
        groups(done).stream().map(GradcheckCommandTest::name).toList());
    for (JsonObject group : groups(done)) {
      assertEquals(
          List.of("parameter", "shape", "checked", "worst", "median", "where"),
          List.copyOf(group.keySet()));
      assertTrue(group.get("checked").getAsInt() > 0, group.toString());
      double worst = group.get("worst").getAsDouble();
      assertTrue(worst <= 1e-3 && group.get("median").getAsDouble() <= worst, group.toString());
    }
  }

  @Test
  void aRecipeFileIsChecked() throws IOException {
    Path recipe =
        Files.writeString(
            folder.resolve("my.json"),
            "{\"network\": [\"dense 7\", \"gelu\", \"batchnorm\", \"dense 5\"]}");
    CommandRun done = gradcheck(recipe.toString()).succeeded();
    assertEquals(6, rowsThatEnd(done, "right").size());
    assertTrue(done.out().contains("[36 x 7]"), done.out());
  }

  @Test
  void kernelAndThreadsDoNotChangeTheOutcome() {
    assertEquals(
        gradcheck(RELU, "--json", "--kernel=plain", "--threads=1").succeeded().out(),
        gradcheck(RELU, "--json", "--kernel=simd", "--threads=2").succeeded().out());
  }

  /** GradientCheckTest finds wrong gradients; here it is told of one. */
  private static CommandRun reportOfAWrongGradient(boolean json) {
    List<GradientCheck.Row> rows =
        List.of(
            new GradientCheck.Row("0.weight", "[36 x 8]", 60, 1e-6, 1e-8, "[3, 4]"),
            new GradientCheck.Row("0.bias", "[1 x 8]", 8, 0.5, 1e-8, "[0, 7]"));
    return CommandRun.capturing(() -> GradcheckCommand.report(rows, json));
  }

  @Test
  void aWrongGradientIsNamedAndFails() {
    CommandRun failed = reportOfAWrongGradient(false);
    assertEquals(Errors.FAILED, failed.exitCode());
    assertEquals(List.of("0.bias"), rowsThatEnd(failed, "WRONG"));
    assertEquals(List.of("0.weight"), rowsThatEnd(failed, "right"));
  }

  @Test
  void aWrongGradientFailsInJsonToo() {
    CommandRun failed = reportOfAWrongGradient(true);
    assertEquals(Errors.FAILED, failed.exitCode());
    List<JsonObject> wrong =
        groups(failed).stream().filter(group -> group.get("worst").getAsDouble() > 1e-3).toList();
    assertEquals(List.of("0.bias"), wrong.stream().map(GradcheckCommandTest::name).toList());
  }

  @Test
  void aGradientAtAKinkIsRight() throws IOException {
    gradcheck(atTheKink(), RELU).succeeded();
  }

  @Test
  void aGradientThatIsNoNumberIsWrong() {
    CommandRun failed = gradcheck(TOO_DEEP, HUGE_WEIGHTS);
    assertEquals(Errors.FAILED, failed.exitCode());
    assertEquals(42, rowsThatEnd(failed, "WRONG").size());
  }

  @Test
  void aGradientThatIsNoNumberIsStillJson() {
    CommandRun failed = gradcheck("--json", TOO_DEEP, HUGE_WEIGHTS);
    assertEquals(Errors.FAILED, failed.exitCode());
    assertEquals("", failed.err());
    assertEquals(42, groups(failed).size());
    for (JsonObject group : groups(failed)) {
      assertTrue(group.get("worst").isJsonNull(), group.toString());
    }
  }

  /** Each class as often as the others, and every answer the same: nothing is left to learn. */
  @Test
  void aGradientOfZeroIsRight() throws IOException {
    gradcheck(blackImages(0, 1, 2, 3, 4, 0, 1, 2, 3, 4), RELU).succeeded();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--set=network=[\"dense 4\"] | network must end with \"dense 5\"",
        "--set=validation=60 | validation must leave images to learn: below 60, got 60",
        "--set=optimizer.beta1=0.9 | unknown key optimizer.beta1",
        "--set=dataset=nowhere | nowhere, expected mnist, fashion-mnist, a folder or an archive",
        "--set=epochs | cannot set, epochs, expected KEY=VALUE",
        "--threads=0 | threads must be in [1, 256], got 0",
        "--out=run | --out",
        "missing.json | cannot find the recipe, missing.json",
      })
  void whatCannotBeCheckedIsRefused(String argument, String whatIsWrong) {
    gradcheck(RELU, argument).failed(Errors.WRONG, whatIsWrong);
  }
}
