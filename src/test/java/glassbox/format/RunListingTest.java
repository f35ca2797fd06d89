package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.analysis.Predictions;
import glassbox.data.ImageDataset;
import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import glassbox.nn.LayerSpec;
import glassbox.training.EpochResult;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import glassbox.training.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunListingTest {
  private static final ImageDataset DATA = SyntheticData.patterns(5, 6, 60, 20);
  private static final Recipe RECIPE =
      Presets.seed()
          .with(draft -> {
            draft.network = List.of(LayerSpec.parse("dense 5"));
            draft.epochs = 3;
            draft.batchSize = 16;
            draft.validation = 10;
          });

  @TempDir Path folder;

  /** A run that has done so many steps of its 12, saved and ended. */
  private Trainer run(Path where, int steps, RunAbout about) throws IOException {
    Trainer trainer = new Trainer(RECIPE, DATA, Compute.single());
    try (Compute compute = Compute.single();
        RunRecorder recorder = new RunRecorder(RunFolder.create(where), trainer)) {
      recorder.begin(about);
      while (trainer.steps() < steps) {
        trainer.step();
      }
      recorder.save();
      if (trainer.isFinished()) {
        recorder.finish(new Predictions(DATA.test(), trainer.testProbabilities()), compute);
      }
      return trainer;
    }
  }

  private static double best(Trainer trainer) {
    OptionalDouble best =
        trainer.history().epochs().stream().mapToDouble(EpochResult::validationAccuracy).max();
    return best.orElse(Double.NaN);
  }

  @Test
  void aFinishedRunHasItsFigures() throws IOException {
    Path where = folder.resolve("run");
    Trainer trainer = run(where, 12, RunAbout.of("mine", "").withNote("a note"));
    RunListing listing = RunListing.read(where);
    assertNull(listing.problem());
    assertTrue(listing.finished());
    assertEquals("mine", listing.about().name());
    assertEquals("a note", listing.about().note());
    assertEquals(12, listing.figures().steps());
    assertEquals(best(trainer), listing.figures().bestValidationAccuracy());
    assertEquals(
        trainer.history().epochs().getLast().validationAccuracy(),
        listing.figures().validationAccuracy());
    assertEquals(
        "network [\"dense 5\"], epochs 3, batch size 16, validation 10",
        SettingNames.words(listing.differences()));
  }

  @Test
  void anUnfinishedRunHasWhatWasSaved() throws IOException {
    Path where = folder.resolve("run");
    Trainer trainer = run(where, 6, RunAbout.of("mine", ""));
    RunListing listing = RunListing.read(where);
    assertNull(listing.problem());
    assertFalse(listing.finished());
    assertEquals(6, listing.figures().steps());
    assertEquals(best(trainer), listing.figures().bestValidationAccuracy());
    assertTrue(Double.isNaN(listing.figures().testAccuracy()));
    assertEquals(trainer.seconds(), listing.figures().seconds());
  }

  @Test
  void anotherOptimizerIsToldWithoutItsOwnDefaults() throws IOException {
    RunFolder other = RunFolder.create(folder.resolve("adam"));
    Files.writeString(
        other.path().resolve("recipe.json"),
        "{\"optimizer\": {\"name\": \"adam\", \"learningRate\": 0.1, \"beta2\": 0.9}}");
    assertEquals(
        "optimizer adam, optimizer.beta2 0.9, schedule constant",
        SettingNames.words(RunListing.read(other.path()).differences()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"recipe.json", "about.json", "summary.json", "epochs.csv", "changes.jsonl"})
  void aDamagedFileIsAProblemThatIsNamed(String file) throws IOException {
    Path where = folder.resolve("run");
    run(where, 12, RunAbout.of("mine", ""));
    Files.writeString(where.resolve(file), "one\n{\"half\": ");
    String problem = RunListing.read(where).problem();
    assertNotNull(problem);
    assertTrue(problem.contains(file), problem);
    assertFalse(problem.contains(folder.toString()), problem);
    assertEquals(1, problem.lines().count());
  }

  @Test
  void aDamagedCheckpointIsAProblemOfAnUnfinishedRun() throws IOException {
    Path where = folder.resolve("run");
    run(where, 6, RunAbout.of("mine", ""));
    Path checkpoint = where.resolve("checkpoint.bin");
    Files.write(checkpoint, Arrays.copyOf(Files.readAllBytes(checkpoint), 100));
    String problem = RunListing.read(where).problem();
    assertNotNull(problem);
    assertTrue(problem.contains("checkpoint.bin, expected a whole checkpoint"), problem);
  }

  @Test
  void whatIsNoRunIsAProblem() {
    assertNotNull(RunListing.read(folder.resolve("missing")).problem());
    assertNotNull(RunListing.read(folder).problem());
  }

  @Test
  void allRunsAreListedByNameThoseOfASweepToo() throws IOException {
    run(folder.resolve("c"), 12, RunAbout.of("c", ""));
    run(folder.resolve("sweep/b"), 12, RunAbout.of("b", ""));
    run(folder.resolve("sweep/a"), 2, RunAbout.of("a", "").forkedFrom("b", 2));
    Files.createDirectories(folder.resolve("other"));
    Files.createDirectories(folder.resolve("sweep-whose-runs-were-deleted"));
    Files.writeString(folder.resolve("sweep-whose-runs-were-deleted/sweep.csv"), "");
    Files.createDirectories(folder.resolve(".hidden"));
    Files.writeString(folder.resolve("file"), "");
    assertEquals(
        List.of("c", "other", "sweep/a", "sweep/b"),
        RunListing.allIn(folder).stream()
            .map(run -> folder.relativize(run.folder()).toString())
            .toList());
    assertEquals(List.of(), RunListing.allIn(folder).get(2).differences());
    assertEquals(1, RunListing.allIn(folder.resolve("c")).size());
  }
}
