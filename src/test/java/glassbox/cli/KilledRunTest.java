package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import glassbox.data.SyntheticData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed and resumed again and again ends as the undisturbed run, byte for byte. */
class KilledRunTest {
  private static final int KILLS = 30;

  /** Some seconds of training: more than all that is learned between start and kill. */
  private static final String RECIPE =
      """
      {"dataset": "data",
       "network": ["dense 48", "batchnorm", "relu", "dropout 0.3", "dense 5"],
       "optimizer": {"name": "adam", "learningRate": 0.01},
       "averaging": 0.99, "epochs": 300, "batchSize": 16, "validation": 10}
      """;

  /** 125 steps an epoch. */
  private static final String CHANGES =
      """
      {"step":300,"key":"dropout","value":0.1}
      {"step":1300,"key":"batchSize","value":20}
      {"step":3000,"key":"optimizer.learningRate","value":0.003}
      """;

  /** Starts faster, and saves as often as it may. */
  private static final List<String> KILLED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dglassbox.saveEvery=5");

  @TempDir Path folder;
  private Path run;

  @BeforeEach
  void write() throws IOException {
    SmallRuns.write(folder.resolve("data"), SyntheticData.patterns(5, 6, 2010, 20));
    Files.writeString(folder.resolve("recipe.json"), RECIPE);
    Files.writeString(folder.resolve("changes.jsonl"), CHANGES);
    run = folder.resolve("killed");
  }

  private static String[] train(String... more) {
    return Stream.concat(
            Stream.of("train", "--quiet", "--threads=1", "--kernel=plain"), Stream.of(more))
        .toArray(String[]::new);
  }

  private static String[] begin(String out) {
    return train("recipe.json", "--changes=changes.jsonl", "--out=" + out);
  }

  private FileTime saved() throws IOException {
    Path checkpoint = run.resolve("checkpoint.bin");
    return Files.exists(checkpoint)
        ? Files.getLastModifiedTime(checkpoint)
        : FileTime.fromMillis(0);
  }

  /** True so many questions after a checkpoint was written. */
  private Callable<Boolean> momentAfterSaving(int questions) throws IOException {
    FileTime before = saved();
    Callable<Boolean> moment = moment(questions);
    return () -> !saved().equals(before) && moment.call();
  }

  /** True after so many questions, be the program as far as it may. */
  private static Callable<Boolean> moment(int questions) {
    int[] asked = {0};
    return () -> ++asked[0] > questions;
  }

  private void killAt(Callable<Boolean> moment, Program program) throws Exception {
    try (program) {
      program.runsUntil(moment).kill();
      assertNotEquals(0, program.exitCode());
    }
  }

  private void killOften() throws Exception {
    Random random = new Random(1);
    killAt(momentAfterSaving(random.nextInt(40)), Program.start(folder, KILLED, begin("killed")));
    for (int kill = 1; kill < KILLS; kill++) {
      Callable<Boolean> moment =
          kill % 5 == 0 ? moment(random.nextInt(300)) : momentAfterSaving(random.nextInt(50));
      killAt(moment, Program.start(folder, KILLED, train("--resume=killed")));
    }
  }

  @Test
  void isTheUndisturbedRun() throws Exception {
    try (Program undisturbed = Program.start(folder, begin("undisturbed"))) {
      killOften();
      undisturbed.succeeded();
    }
    assertFalse(Files.exists(run.resolve("model.safetensors")), "the run is not at its end");
    assertFalse(SmallRuns.files(run.resolve("timeline")).isEmpty(), "it has come forward");
    try (Program last = Program.start(folder, train("--resume=killed"))) {
      last.succeeded();
    }
    for (String file :
        List.of("recipe.json", "changes.jsonl", "metrics.csv", "model.safetensors", "model.onnx")) {
      assertEquals(
          -1, Files.mismatch(folder.resolve("undisturbed").resolve(file), run.resolve(file)), file);
    }
  }
}
