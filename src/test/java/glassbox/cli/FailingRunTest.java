package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.SyntheticData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that were right to start and could not end well: one line and exit code 1. */
class FailingRunTest {
  @TempDir Path folder;

  private CommandRun diverge(Path run) throws IOException {
    Path noise = SmallRuns.write(folder.resolve("noise"), SyntheticData.noise(5, 6, 100));
    return CommandRun.of(
        SmallRuns.train(
            noise,
            run,
            "--quiet",
            "--json",
            "--set=network=[\"dense 8\",\"dense 8\",\"dense 5\"]",
            "--set=optimizer.learningRate=1000",
            "--set=epochs=100"));
  }

  @Test
  void aRunThatDivergesSaysWhyAndKeepsWhatWasMeasured() throws IOException {
    Path run = folder.resolve("run");
    CommandRun failed = diverge(run).failed(Errors.FAILED, "diverged", "try a smaller one");
    List<String> metrics = Files.readAllLines(run.resolve("metrics.csv"));
    assertTrue(metrics.size() > 1);
    assertTrue(failed.err().contains("step " + metrics.size() + ","), failed.err());
    for (String row : metrics.subList(1, metrics.size())) {
      assertTrue(Double.isFinite(Double.parseDouble(row.split(",")[2])), row);
    }
    assertEquals(
        List.of("about.json", "epochs.csv", "metrics.csv", "recipe.json"), SmallRuns.results(run));
  }

  @Test
  void aFolderThatCannotBeMade() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    Path data = SmallRuns.dataset(folder.resolve("data"));
    CommandRun failed = CommandRun.of(SmallRuns.train(data, file.resolve("run")));
    failed.failed(failed.exitCode(), file.toString());
    assertTrue(failed.exitCode() == Errors.FAILED || failed.exitCode() == Errors.WRONG);
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void aReportThatCannotBeWrittenLosesNoResults() throws IOException {
    Path data = SmallRuns.dataset(folder.resolve("data"));
    Path run = Files.createDirectories(folder.resolve("run"));
    Files.writeString(run.resolve("report"), "in the way");
    CommandRun.of(SmallRuns.train(data, run, "--quiet"))
        .failed(Errors.FAILED, run.resolve("report").toString());
    assertEquals(
        List.of(
            "about.json",
            "epochs.csv",
            "metrics.csv",
            "model.safetensors",
            "recipe.json",
            "report",
            "summary.json"),
        SmallRuns.results(run));
    assertEquals("in the way", Files.readString(run.resolve("report")));
  }

  @Test
  void aFileThatCannotBeReplacedStays() throws IOException {
    Path data = SmallRuns.dataset(folder.resolve("data"));
    Path run = Files.createDirectories(folder.resolve("run/metrics.csv/inside")).getParent();
    CommandRun.of(SmallRuns.train(data, run.getParent(), "--quiet"))
        .failed(Errors.FAILED, "metrics.csv");
    assertTrue(Files.isDirectory(run.resolve("inside")));
    assertFalse(Files.exists(run.getParent().resolve(".metrics.csv.part")));
  }
}
