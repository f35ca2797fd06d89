package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.analysis.Predictions;
import glassbox.data.ImageDataset;
import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import glassbox.training.Keyframe;
import glassbox.training.KeyframeMemory;
import glassbox.training.Recipe;
import glassbox.training.RecipeBuilder;
import glassbox.training.Runs;
import glassbox.training.Timeline;
import glassbox.training.Trainer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecorderTest {
  private static final ImageDataset DATA = SyntheticData.patterns(5, 4, 100, 10);
  private static final Recipe RECIPE = new RecipeBuilder().epochs(60).batchSize(20).build();

  @TempDir Path parent;
  private final Compute compute = Compute.of("plain", 1);
  private final Trainer run = new Trainer(RECIPE, DATA, compute);
  private Path folder;
  private RunRecorder recorder;

  @BeforeEach
  void begin() throws IOException {
    folder = parent.resolve("run");
    recorder = new RunRecorder(RunFolder.create(folder), run);
    recorder.begin(RunAbout.of("a run", DATA.checksum()));
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** The run as the folder has it. */
  private Trainer resumed() throws IOException {
    RunFolder opened = RunFolder.open(folder);
    Trainer trainer = new Trainer(opened.readPlan(), DATA, compute);
    trainer.resume(opened.readCheckpoint().orElseThrow());
    return trainer;
  }

  private void saveAt(long step) throws IOException {
    Runs.at(run, step);
    recorder.save();
  }

  private void finish() throws IOException {
    recorder.finish(new Predictions(DATA.test(), run.testProbabilities()), compute);
  }

  @Test
  void aRunThatHasBegunCanBeResumed() throws IOException {
    assertEquals(List.of(".lock", "about.json", "checkpoint.bin", "recipe.json"), files(folder));
    assertEquals("a run", RunFolder.open(folder).readAbout().name());
    Runs.assertSame(run, resumed(), "at the beginning");
  }

  @Test
  void aSavedRunCanBeResumedAndItsEarlierCheckpointsStay() throws IOException {
    saveAt(7);
    saveAt(12);
    saveAt(12);
    Runs.at(run, 15);
    assertEquals(
        List.of(
            ".lock",
            "about.json",
            "checkpoint.bin",
            "epochs.csv",
            "metrics.csv",
            "recipe.json",
            "timeline"),
        files(folder));
    assertEquals(List.of("000000007.bin"), files(folder.resolve("timeline")));
    assertEquals(13, Files.readAllLines(folder.resolve("metrics.csv")).size());
    assertEquals(12, resumed().steps());
    Runs.assertSame(Runs.finish(run), Runs.finish(resumed()), "resumed at 12");
  }

  @Test
  void aChangeIsWrittenAtOnce() throws IOException {
    saveAt(7);
    Runs.at(run, 9).change(RECIPE.withBatchSize(30));
    recorder.planChanged();
    assertEquals(run.plan(), RunFolder.open(folder).readPlan());
    Runs.assertSame(Runs.finish(run), Runs.finish(resumed()), "changed at 9, resumed at 7");
  }

  @Test
  void aChangeThatWasTakenBackIsForgotten() throws IOException {
    run.change(RECIPE.withBatchSize(30));
    recorder.planChanged();
    run.change(RECIPE);
    recorder.planChanged();
    assertEquals(run.plan(), RunFolder.open(folder).readPlan());
  }

  @Test
  void aFinishedRunHasItsOutcomeUntilItGoesOn() throws IOException {
    saveAt(7);
    Runs.finish(run);
    finish();
    RunFolder opened = RunFolder.open(folder);
    assertTrue(opened.isFinished());
    assertEquals(run.steps(), opened.readSummary().orElseThrow().steps());
    assertTrue(Files.exists(opened.model()));
    assertTrue(Files.exists(opened.report().resolve("report.html")));
    assertEquals(run.steps() + 1, Files.readAllLines(folder.resolve("metrics.csv")).size());
    Runs.assertSame(run, resumed(), "at the end");
    recorder.close();
    new RunRecorder(opened, resumed()).goOn();
    assertFalse(opened.isFinished());
    assertTrue(opened.readSummary().isEmpty());
  }

  @Test
  void picturesThatCannotBeWrittenLoseNoResults() throws IOException {
    Files.writeString(folder.resolve("report"), "in the way");
    Runs.at(run, 5);
    assertThrows(IOException.class, this::finish);
    assertEquals(5, RunFolder.open(folder).readSummary().orElseThrow().steps());
    assertTrue(Files.exists(folder.resolve("model.safetensors")));
  }

  @Test
  void anotherRecorderFindsTheEarlierCheckpoints() throws IOException {
    Map<Long, Keyframe> saved = new HashMap<>();
    for (long step : new long[] {7, 12, 30, 31}) {
      saveAt(step);
      saved.put(step, run.keyframe());
    }
    Timeline timeline = new Timeline(new KeyframeMemory(0), 1000);
    RunRecorder other = new RunRecorder(RunFolder.open(folder), resumed());
    other.tell(timeline);
    for (long step : new long[] {7, 12, 30}) {
      Runs.assertSame(
          saved.get(step), timeline.before(step).orElseThrow(), "the checkpoint of " + step);
    }
    assertEquals(30, timeline.before(1000).orElseThrow().step());
    assertTrue(timeline.before(6).isEmpty());
  }

  @Test
  void aTimelineLearnsOfLaterCheckpoints() throws IOException {
    Timeline timeline = new Timeline(new KeyframeMemory(0), 1000);
    recorder.tell(timeline);
    saveAt(7);
    assertTrue(timeline.before(7).isEmpty(), "it may be replaced yet");
    saveAt(12);
    assertEquals(7, timeline.before(11).orElseThrow().step());
  }

  @Test
  void checkpointsOfALongRunAreThinnedButNeverTheBeginning() throws IOException {
    Timeline timeline = new Timeline(new KeyframeMemory(0), 1000);
    recorder.tell(timeline);
    recorder.keepBeginning();
    for (int step = 1; step <= 200; step++) {
      saveAt(step);
    }
    List<String> kept = files(folder.resolve("timeline"));
    assertTrue(kept.size() > 16 && kept.size() <= 64, kept.toString());
    assertEquals("000000000.bin", kept.getFirst());
    for (String file : kept) {
      long step = Long.parseLong(file.replace(".bin", ""));
      assertEquals(step, timeline.before(step).orElseThrow().step());
    }
    assertEquals(0, timeline.before(1).orElseThrow().step());
  }

  @Test
  void weightsThatWereGivenAreKeptAsTheBeginning() throws IOException {
    recorder.keepBeginning();
    Keyframe beginning = run.keyframe();
    saveAt(7);
    Timeline timeline = new Timeline(new KeyframeMemory(0), 1000);
    new RunRecorder(RunFolder.open(folder), resumed()).tell(timeline);
    Runs.assertSame(beginning, timeline.before(5).orElseThrow(), "the beginning");
  }

  @Test
  void aVanishedFolderIsAnErrorAndIsNotMadeAnew() throws IOException {
    saveAt(7);
    Path moved = Files.move(folder, parent.resolve("moved"));
    Runs.at(run, 12);
    assertThrows(IOException.class, recorder::save);
    assertFalse(Files.exists(folder), "nothing is left behind");
    assertEquals(7, RunFolder.open(moved).readCheckpoint().orElseThrow().keyframe().step());
  }

  @Test
  void whatCannotBeReplacedLosesNothing() throws IOException {
    saveAt(7);
    byte[] before = Files.readAllBytes(folder.resolve("checkpoint.bin"));
    Path inTheWay = Files.createDirectory(folder.resolve(".checkpoint.bin.part"));
    Files.writeString(inTheWay.resolve("file"), "mine");
    Runs.at(run, 12);
    assertThrows(IOException.class, recorder::save);
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("checkpoint.bin")));
    assertEquals(7, resumed().steps());
    Files.delete(inTheWay.resolve("file"));
    Files.delete(inTheWay);
    recorder.save();
    assertEquals(12, resumed().steps(), "as soon as it can be replaced it is");
  }

  @Test
  void aTimelineThatCannotBeWrittenLosesNothing() throws IOException {
    Files.writeString(folder.resolve("timeline"), "in the way");
    saveAt(7);
    Runs.at(run, 12);
    assertThrows(IOException.class, recorder::save);
    assertEquals(7, resumed().steps());
  }

  @Test
  void halfWrittenLeftoversDoNoHarm() throws IOException {
    saveAt(7);
    saveAt(12);
    for (String half : List.of(".checkpoint.bin.part", ".recipe.json.part", ".metrics.csv.part")) {
      Files.writeString(folder.resolve(half), "half");
    }
    Files.writeString(folder.resolve("timeline/.000000012.bin.part"), "half");
    Files.writeString(folder.resolve("timeline/000000009.bin"), "half");
    Files.writeString(folder.resolve("timeline/other.bin"), "half");
    Timeline timeline = new Timeline(new KeyframeMemory(0), 1000);
    Trainer again = resumed();
    recorder.close();
    RunRecorder other = new RunRecorder(RunFolder.open(folder), again);
    other.goOn();
    other.tell(timeline);
    assertEquals(7, timeline.before(11).orElseThrow().step(), "half a checkpoint is passed over");
    Runs.at(again, 20);
    other.save();
    assertEquals(20, resumed().steps());
    assertFalse(Files.exists(folder.resolve(".checkpoint.bin.part")));
  }

  @Test
  void aCheckpointOfANewerVersionSaysSo() throws IOException {
    Path file = folder.resolve("checkpoint.bin");
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    bytes.putInt(Long.BYTES, 2);
    CRC32 sum = new CRC32();
    sum.update(bytes.array(), 0, bytes.capacity() - Long.BYTES);
    bytes.putLong(bytes.capacity() - Long.BYTES, sum.getValue());
    Files.write(file, bytes.array());
    Refused.reading(
        () -> RunFolder.open(folder).readCheckpoint(),
        file,
        "cannot resume",
        "expected version 1, got 2, which a newer Glassbox has written");
  }

  @Test
  void savingIsSeldomUnlessTimeHasPassed() throws IOException {
    Runs.at(run, 3);
    recorder.afterStep();
    assertEquals(0, resumed().steps(), "the run has only just begun");
    String before = System.setProperty("glassbox.saveEvery", "0");
    try {
      recorder.close();
      RunRecorder eager = new RunRecorder(RunFolder.open(folder), run);
      eager.goOn();
      Runs.at(run, 5);
      eager.afterStep();
      assertEquals(5, resumed().steps());
    } finally {
      restore(before);
    }
  }

  private static void restore(String before) {
    if (before == null) {
      System.clearProperty("glassbox.saveEvery");
    } else {
      System.setProperty("glassbox.saveEvery", before);
    }
  }
}
