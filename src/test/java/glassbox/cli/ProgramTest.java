package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.format.RecipeJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, in a working folder of its own. */
class ProgramTest {
  private static final List<String> ON_SMALL_DATA =
      List.of("--dataset=data", "--set=network=[\"dense 5\"]", "--set=validation=10");

  @TempDir Path folder;
  private Program program;

  @BeforeEach
  void write() throws IOException {
    SmallRuns.dataset(folder.resolve("data"));
  }

  private void start(String... args) throws IOException {
    program =
        Program.start(
            folder, Stream.concat(Stream.of(args), ON_SMALL_DATA.stream()).toArray(String[]::new));
  }

  @AfterEach
  void end() {
    program.close();
  }

  private Path onlyRun() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
      List<Path> all = runs.toList();
      assertEquals(1, all.size(), all.toString());
      return all.getFirst();
    }
  }

  @Test
  void aRunIsKeptInTheWorkingFolderUnderItsTimeAndRecipe() throws Exception {
    start("train", "--quiet");
    program.succeeded();
    Path run = onlyRun();
    assertTrue(run.getFileName().toString().matches("\\d{8}-\\d{6}-seed"), run.toString());
    assertEquals("data", RecipeJson.read(run.resolve("recipe.json")).dataset());
    assertTrue(program.printed().contains("pictures in runs"));
  }

  @Test
  void aRunOfAFileIsNamedAfterTheFile() throws Exception {
    Files.writeString(folder.resolve("my recipe.json"), "{\"epochs\": 1}");
    start("train", "my recipe.json", "--quiet");
    program.succeeded();
    assertTrue(onlyRun().toString().endsWith("-my_recipe"), onlyRun().toString());
  }

  @Test
  void theExitCodeReachesTheShell() throws Exception {
    start("train", "--set=epochs=0");
    assertEquals(2, program.exitCode());
    assertEquals(1, program.said().lines().count(), program.said());
    assertEquals("", program.printed());
  }

  @Test
  void aRunThatIsKilledLeavesWholeFiles() throws Exception {
    start("train", "--out=run", "--set=epochs=100000", "--set=batchSize=1");
    Path metrics = folder.resolve("run/metrics.csv");
    program.runsUntil(() -> Files.exists(metrics)).kill();
    List<String> rows = Files.readAllLines(metrics);
    assertTrue(rows.size() > 1, "some steps are written");
    assertTrue(Files.readString(metrics).endsWith("\n"), "the last row is whole");
    assertEquals(Integer.toString(rows.size() - 1), rows.getLast().split(",")[0]);
    assertEquals(5, rows.getLast().split(",").length);
    assertEquals(100_000, RecipeJson.read(folder.resolve("run/recipe.json")).epochs());
  }
}
