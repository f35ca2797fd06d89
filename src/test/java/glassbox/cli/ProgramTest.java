package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.format.RecipeJson;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
  private Process process;

  @BeforeEach
  void write() throws IOException {
    SmallRuns.dataset(folder.resolve("data"));
  }

  private void start(String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Djava.awt.headless=true", "-cp", classPath(), "glassbox.Launcher"));
    command.addAll(List.of(args));
    command.addAll(ON_SMALL_DATA);
    process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
  }

  /** Absolute, for the process works elsewhere. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((a, b) -> a + File.pathSeparator + b)
        .orElseThrow();
  }

  private int exitCode() throws InterruptedException {
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the program ends");
    return process.exitValue();
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("err"), StandardCharsets.UTF_8);
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
    assertEquals(0, exitCode(), said());
    Path run = onlyRun();
    assertTrue(run.getFileName().toString().matches("\\d{8}-\\d{6}-seed"), run.toString());
    assertEquals("data", RecipeJson.read(run.resolve("recipe.json")).dataset());
    assertTrue(Files.readString(folder.resolve("out")).contains("pictures in runs"));
  }

  @Test
  void aRunOfAFileIsNamedAfterTheFile() throws Exception {
    Files.writeString(folder.resolve("my recipe.json"), "{\"epochs\": 1}");
    start("train", "my recipe.json", "--quiet");
    assertEquals(0, exitCode(), said());
    assertTrue(onlyRun().toString().endsWith("-my_recipe"), onlyRun().toString());
  }

  @Test
  void theExitCodeReachesTheShell() throws Exception {
    start("train", "--set=epochs=0");
    assertEquals(2, exitCode());
    assertEquals(1, said().lines().count(), said());
    assertEquals(0, Files.size(folder.resolve("out")));
  }

  @Test
  void aRunThatIsKilledLeavesWholeFiles() throws Exception {
    start("train", "--out=run", "--set=epochs=100000", "--set=batchSize=1");
    Path metrics = folder.resolve("run/metrics.csv");
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (!Files.exists(metrics) && System.nanoTime() < deadline) {
      Thread.yield();
    }
    process.destroyForcibly().waitFor();
    List<String> rows = Files.readAllLines(metrics);
    assertEquals(1, rows.size() % 50, "whole epochs of 50 steps");
    assertEquals(5, rows.getLast().split(",").length);
    assertEquals(100_000, RecipeJson.read(folder.resolve("run/recipe.json")).epochs());
  }
}
