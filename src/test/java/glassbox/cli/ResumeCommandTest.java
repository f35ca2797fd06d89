package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.SyntheticData;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code train --resume}, where nothing was killed; {@link KilledRunTest} kills. */
class ResumeCommandTest {
  private static final List<String> SAME =
      List.of("recipe.json", "metrics.csv", "model.safetensors", "model.onnx");

  @TempDir Path folder;
  private Path run;
  private Path checkpoint;

  @BeforeEach
  void train() throws IOException {
    run = folder.resolve("run");
    checkpoint = run.resolve("checkpoint.bin");
    CommandRun.of(SmallRuns.train(SmallRuns.dataset(folder.resolve("data")), run, "--quiet"))
        .succeeded();
  }

  private CommandRun resume(String... more) {
    return CommandRun.of(
        Stream.concat(Stream.of("train", "--resume", run.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private List<byte[]> contents() throws IOException {
    List<byte[]> contents = new ArrayList<>();
    for (String file : SAME) {
      contents.add(Files.readAllBytes(run.resolve(file)));
    }
    return contents;
  }

  private void assertUnchanged(List<byte[]> before) throws IOException {
    for (int i = 0; i < SAME.size(); i++) {
      assertArrayEquals(before.get(i), Files.readAllBytes(run.resolve(SAME.get(i))), SAME.get(i));
    }
  }

  private void assertRefused(CommandRun refused, String... whatIsWrong) throws IOException {
    refused.failed(Errors.WRONG, whatIsWrong);
    assertEquals(
        List.of(), SmallRuns.files(run).stream().filter(file -> file.contains(".part")).toList());
  }

  @Test
  void aRunAtItsEndStaysAsItIs() throws IOException {
    List<byte[]> before = contents();
    CommandRun again = resume();
    assertEquals("", again.succeeded().err(), "nothing is left to learn");
    assertUnchanged(before);
  }

  @Test
  void aRunWithoutACheckpointBeginsAnew() throws IOException {
    List<byte[]> before = contents();
    Files.delete(checkpoint);
    List<String> told = resume().succeeded().err().lines().toList();
    assertTrue(
        told.getFirst().endsWith("got nothing; what was kept at step 0 is used"), told.getFirst());
    assertEquals(3, told.size(), "and two epochs");
    assertUnchanged(before);
  }

  @Test
  void theDataSetMayHaveMoved() throws IOException {
    List<byte[]> before = contents();
    Path moved = Files.move(folder.resolve("data"), folder.resolve("moved"));
    assertRefused(resume(), "cannot read the data set", folder.resolve("data").toString());
    resume("--dataset", moved.toString()).succeeded();
    assertUnchanged(before);
  }

  @Test
  void aDataSetThatTheRecipeDoesNotFitIsRefusedByTheRunsRecipe() throws IOException {
    Path other =
        SmallRuns.write(folder.resolve("other"), SyntheticData.patterns(4, SmallRuns.SIDE, 60, 20));
    Files.delete(run.resolve("about.json")); // as in a folder of an older Glassbox
    assertRefused(
        resume("--dataset", other.toString()),
        "cannot use the recipe, " + run.resolve("recipe.json"),
        "network must end with \"dense 4\"");
  }

  @Test
  void anotherDataSetOfTheSameNameIsRefusedByItsChecksum() throws IOException {
    List<byte[]> before = contents();
    Path data = folder.resolve("data");
    SmallRuns.write(data, SyntheticData.noise(SmallRuns.CLASSES, SmallRuns.SIDE, 60));
    assertRefused(resume(), "cannot go on with the run, " + run, "checksum", data.toString());
    assertUnchanged(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"seed", "--set=epochs=3", "--out=other", "--init=w.safetensors", "--changes=c"})
  void nothingElseDecidesTheRun(String option) throws IOException {
    List<byte[]> before = contents();
    assertRefused(resume(option), "cannot resume, " + run, "expected no recipe");
    assertUnchanged(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "data", "data/train-labels-idx1-ubyte"})
  void whatIsNoRunIsRefused(String path) {
    CommandRun.of("train", "--resume", folder.resolve(path).toString())
        .failed(Errors.WRONG, "cannot open the run, " + folder.resolve(path));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 8, 12, 100, -9, -1})
  void aCheckpointThatIsCutOffIsRefused(int length) throws IOException {
    byte[] whole = Files.readAllBytes(checkpoint);
    Files.write(checkpoint, Arrays.copyOf(whole, length < 0 ? whole.length + length : length));
    assertRefused(resume(), "cannot resume, " + checkpoint, "expected a whole checkpoint");
  }

  @Test
  void aCheckpointWithAWrongByteAnywhereIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(checkpoint);
    for (int at = 0; at < whole.length; at += 97) {
      byte[] broken = whole.clone();
      broken[at] ^= 1;
      Files.write(checkpoint, broken);
      assertRefused(resume(), "cannot resume, " + checkpoint, "expected a whole checkpoint");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "half of what is needed"})
  void aRunGoesOnFromWhatWasKeptBefore(String content) throws IOException {
    List<byte[]> before = contents();
    Path fork = folder.resolve("fork"); // it keeps the step where it began
    CommandRun.of("fork", run.toString(), "--at=5", "--quiet", "--out", fork.toString())
        .succeeded();
    Files.move(fork.resolve("timeline"), run.resolve("timeline"));
    Files.delete(checkpoint);
    if (!"missing".equals(content)) {
      Files.writeString(checkpoint, content);
    }
    Files.delete(run.resolve("summary.json"));
    String err = resume("--quiet").succeeded().err();
    assertTrue(err.contains(checkpoint + ", expected a") && err.contains("kept at step 5"), err);
    assertUnchanged(before);
  }

  @Test
  void aCheckpointOfANewerGlassboxIsLeftAlone() throws IOException {
    Path earlier = Files.createDirectories(run.resolve("timeline")).resolve("000000008.bin");
    Files.copy(checkpoint, earlier);
    byte[] newer = Files.readAllBytes(checkpoint);
    newer[Long.BYTES + 3] = 2;
    Files.write(checkpoint, newer);
    assertRefused(resume(), "cannot resume, " + checkpoint, "got one of a newer Glassbox");
    assertArrayEquals(newer, Files.readAllBytes(checkpoint));
  }

  @Test
  void aCheckpointOfAnotherRecipeIsRefused() throws IOException {
    Path recipe = run.resolve("recipe.json");
    Files.writeString(recipe, Files.readString(recipe).replace("dense 8", "dense 9"));
    assertRefused(resume(), "cannot resume, " + run, "got one of another run");
  }

  @Test
  void aRunThatAnotherProgramTrainsIsLeftAlone() throws IOException {
    byte[] before = Files.readAllBytes(checkpoint);
    try (FileChannel other =
        FileChannel.open(
            run.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      other.lock();
      CommandRun.of("train", "--quiet", "--resume", run.toString())
          .failed(Errors.WRONG, "cannot train the run, " + run, "another program");
      assertTrue(CommandRun.of("runs", run.toString()).succeeded().out().contains("being trained"));
    }
    assertArrayEquals(before, Files.readAllBytes(checkpoint));
    CommandRun.of("train", "--quiet", "--resume", run.toString()).succeeded();
  }
}
