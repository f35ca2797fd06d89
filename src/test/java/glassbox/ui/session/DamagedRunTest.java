package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.SyntheticData;
import glassbox.ui.support.IdxFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs whose folders are damaged, half-written or not what they were: said, and nothing lost. */
@Timeout(240)
class DamagedRunTest {
  @TempDir private Path folder;
  private SessionBench bench;

  @BeforeEach
  void openSession() {
    bench = new SessionBench(folder);
  }

  @AfterEach
  void closeSession() {
    bench.close();
  }

  private Run runNamed(String folderName) {
    return bench.runs().stream()
        .filter(run -> folderName.equals(String.valueOf(run.folder().getFileName())))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "recipe.json, '{\"dataset\": \"mn', recipe.json",
    "about.json, '{\"version\": 2}', newer Glassbox",
    "about.json, '[', about.json",
    "changes.jsonl, '{\"step\":1}', changes.jsonl",
    "summary.json, '{', summary.json"
  })
  void aDamagedFolderSaysWhyAndDoesNoHarm(String file, String text, String why) throws Exception {
    Path damaged = bench.written("damaged", 3);
    Files.writeString(damaged.resolve(file), text);
    bench.written("sound", 3);
    bench.refreshRuns();
    Run run = bench.runs().getFirst();
    assertEquals(Run.Status.DAMAGED, run.status());
    assertTrue(run.noteProperty().get().contains(why), run.noteProperty().get());
    bench.with(s -> s.goOn(run, new Goal.End()));
    bench.awaitNotice(why);
    bench.with(s -> s.show(run));
    bench.with(s -> s.fork(run, 1, s.recipe()));
    bench.with(s -> s.setShown(run, true));
    assertEquals(State.READY, bench.get(TrainingSession::state));
    bench.with(s -> s.goOn(bench.runs().getLast(), new Goal.End()));
    bench.awaitState(State.FINISHED);
    assertEquals(text, Files.readString(damaged.resolve(file)), "it is left alone");
  }

  @Test
  void aFolderThatWasSeenHalfWrittenIsReadAnew() throws IOException {
    Path run = bench.written("young", 12);
    String recipe = Files.readString(run.resolve("recipe.json"));
    Files.writeString(run.resolve("recipe.json"), recipe.substring(0, 20));
    bench.refreshRuns();
    assertEquals(Run.Status.DAMAGED, bench.runs().getFirst().status());
    Files.writeString(run.resolve("recipe.json"), recipe);
    bench.refreshRuns();
    Run now = bench.runs().getFirst();
    assertEquals(Run.Status.UNFINISHED, now.status());
    assertEquals("", now.noteProperty().get());
    assertEquals(bench.get(TrainingSession::recipe).withEpochs(4), now.recipe());
    bench.with(s -> s.goOn(now, new Goal.End()));
    bench.awaitState(State.FINISHED);
    assertEquals(40, now.history().size());
  }

  @Test
  void aRunWhoseOnlyCheckpointIsDamagedIsRefusedInWords() throws IOException {
    Files.writeString(bench.written("bare", 3).resolve("checkpoint.bin"), "cut");
    bench.refreshRuns();
    bench.with(s -> s.goOn(s.runs().all().getFirst(), new Goal.End()));
    bench.awaitNotice("damaged");
    assertEquals(State.READY, bench.get(TrainingSession::state));
    bench.trainToTheEnd();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRunWhoseLastCheckpointIsLostIsOpenedAsItWasBefore(boolean finished) throws IOException {
    Path whole = bench.written("whole", 12);
    Path run = bench.shelf.resolve("cut");
    Shelves.copy(whole, run);
    Files.createDirectories(run.resolve("timeline"));
    Files.move(run.resolve("checkpoint.bin"), run.resolve("timeline/000000012.bin"));
    bench.refreshRuns();
    bench.with(s -> s.goOn(runNamed("whole"), new Goal.End()));
    bench.awaitState(State.FINISHED);
    bench.awaitKept(1);
    if (finished) {
      Files.copy(whole.resolve("summary.json"), run.resolve("summary.json"));
    }
    Files.writeString(run.resolve("checkpoint.bin"), "half of what is need");
    bench.refreshRuns();
    bench.with(s -> s.show(runNamed("cut")));
    bench.awaitNotice("open as it was at step 12");
    assertEquals(12, runNamed("cut").steps());
    assertEquals(Run.Status.UNFINISHED, runNamed("cut").status());
    bench.with(s -> s.goOn(runNamed("cut"), new Goal.End()));
    bench.awaitState(State.FINISHED);
    bench.awaitKept(2);
    assertArrayEquals(Shelves.model(whole), Shelves.model(run));
  }

  @Test
  void aRunWithoutAnyCheckpointBeginsAgain() throws IOException {
    Files.delete(bench.written("bare", 12).resolve("checkpoint.bin"));
    bench.refreshRuns();
    bench.with(s -> s.goOn(s.runs().all().getFirst(), new Goal.End()));
    bench.awaitState(State.FINISHED);
    assertEquals(40, bench.runs().getFirst().history().size());
  }

  @Test
  void aRunOfOtherImagesIsRefusedInWords() throws IOException {
    bench.trainToTheEnd();
    bench.close();
    bench = new SessionBench(folder);
    IdxFolder.write(folder.resolve("data"), SyntheticData.patterns(5, 8, 300, 99));
    bench.use(folder.resolve("data"));
    bench.refreshRuns();
    bench.with(s -> s.show(s.runs().all().getFirst()));
    bench.awaitNotice("learned another data set: expected checksum");
    assertEquals(State.READY, bench.get(TrainingSession::state));
  }
}
