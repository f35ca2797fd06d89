package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.SyntheticData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed and resumed ends as the undisturbed run, byte for byte. */
class KilledRunTest {
  /** Two seconds of training, or most of a minute in an interpreted process. */
  private static final String RECIPE =
      """
      {"dataset": "data",
       "network": ["dense 48", "batchnorm", "relu", "dropout 0.3", "dense 5"],
       "optimizer": {"name": "adam", "learningRate": 0.01},
       "averaging": 0.99, "epochs": 150, "batchSize": 16, "validation": 10}
      """;

  @TempDir Path folder;
  private Path run;

  @BeforeEach
  void write() throws IOException {
    SmallRuns.write(folder.resolve("data"), SyntheticData.patterns(5, 6, 2010, 20));
    Files.writeString(folder.resolve("recipe.json"), RECIPE);
    run = folder.resolve("killed");
  }

  private static String[] train(String... more) {
    return Stream.concat(Stream.of("train", "--threads=1", "--kernel=plain"), Stream.of(more))
        .toArray(String[]::new);
  }

  /** Steps are added to a checkpoint, so that every later one is larger. */
  private long checkpointSize() throws IOException {
    Path checkpoint = run.resolve("checkpoint.bin");
    return Files.exists(checkpoint) ? Files.size(checkpoint) : 0;
  }

  /** Until a checkpoint beyond the one at the start; they are made every five seconds. */
  private void killAfterACheckpoint(Program program) throws Exception {
    program.runsUntil(() -> checkpointSize() > 0);
    long first = checkpointSize();
    program.runsUntil(() -> checkpointSize() > first).kill();
    assertNotEquals(0, program.exitCode());
  }

  /** Steps are learned and written down that no checkpoint has. */
  private void killAfterAnEpoch(Program program) throws Exception {
    FileTime before = Files.getLastModifiedTime(run.resolve("metrics.csv"));
    program
        .runsUntil(() -> !Files.getLastModifiedTime(run.resolve("metrics.csv")).equals(before))
        .kill();
    assertNotEquals(0, program.exitCode());
  }

  @Test
  void isTheUndisturbedRun() throws Exception {
    try (Program undisturbed = Program.start(folder, train("recipe.json", "--out=undisturbed"));
        Program first = Program.startSlow(folder, train("recipe.json", "--out=killed"))) {
      killAfterACheckpoint(first);
      undisturbed.succeeded();
    }
    try (Program second = Program.startSlow(folder, train("--resume=killed"))) {
      killAfterAnEpoch(second);
    }
    assertFalse(Files.exists(run.resolve("model.safetensors")), "the run is not at its end");
    try (Program last = Program.start(folder, train("--resume=killed"))) {
      last.succeeded();
      assertFalse(last.said().contains("epoch 1/150"), "goes on where it was killed");
      assertTrue(last.said().contains("epoch 150/150"), last.said());
    }
    for (String file : List.of("recipe.json", "metrics.csv", "model.safetensors", "model.onnx")) {
      assertEquals(
          -1, Files.mismatch(folder.resolve("undisturbed").resolve(file), run.resolve(file)), file);
    }
  }
}
