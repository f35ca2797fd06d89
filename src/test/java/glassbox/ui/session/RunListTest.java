package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.format.RunAbout;
import glassbox.format.RunFolder;
import glassbox.ui.support.Fx;
import glassbox.ui.support.IdxFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The runs of other days and other programs: listed, opened, named, deleted, brought back. */
@Timeout(240)
class RunListTest {
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

  private void openAnotherDay() {
    bench.close();
    bench = new SessionBench(folder);
    bench.refreshRuns();
  }

  private List<String> names() {
    return bench.runs().stream().map(Run::name).toList();
  }

  private void awaitWork() {
    bench.refreshRuns(); // on the same thread, after all that was asked for before
  }

  @Test
  void foldersOfOthersAreListedAndGone() throws IOException {
    Path run = bench.written("by-hand", 13);
    bench.refreshRuns();
    assertEquals(List.of("by-hand"), names());
    Run listed = bench.runs().getFirst();
    assertEquals(Run.Status.UNFINISHED, listed.status());
    assertEquals(13, listed.steps());
    assertFalse(listed.isOpen());
    Shelves.delete(run);
    bench.refreshRuns();
    assertEquals(List.of(), names());
  }

  @Test
  void anOpenRunWhoseFolderIsGoneStaysAndIsKeptAnewWhenItGoesOn() throws IOException {
    Run run = bench.trainTo(13);
    bench.stop();
    bench.awaitState(State.FINISHED);
    bench.awaitKept(1);
    Shelves.delete(run.folder());
    bench.refreshRuns();
    bench.awaitNotice("PROBLEM: The folder of Run 1 is gone");
    assertEquals(List.of(run), bench.runs());
    assertNull(run.folder());
    bench.with(s -> s.goOn(run, new Goal.End()));
    bench.awaitState(State.FINISHED);
    bench.awaitKept(1);
    PlainRun.of(run.plan(), bench.dataset()).assertSameHistory(run.history());
    openAnotherDay();
    Run kept = bench.runs().getFirst();
    bench.with(s -> s.show(kept));
    Fx.await("it is open", kept::isOpen);
    PlainRun.of(kept.plan(), bench.dataset()).assertSameHistory(kept.history());
  }

  @Test
  void aRunOfAnotherGoesOnToTheUndisturbedEnd() throws IOException {
    bench.written("by-hand", 13);
    bench.refreshRuns();
    Run run = bench.runs().getFirst();
    bench.with(s -> s.goOn(run, new Goal.End()));
    bench.awaitState(State.FINISHED);
    bench.awaitKept(1);
    assertEquals(40, run.history().size());
    PlainRun.of(run.plan(), bench.dataset()).assertSameHistory(run.history());
  }

  @Test
  void aFinishedRunOfAnotherDayIsShownAtAnyStep() {
    Run before = bench.trainToTheEnd();
    openAnotherDay();
    Run run = bench.runs().getFirst();
    assertEquals(Run.Status.FINISHED, run.status());
    assertEquals(20, run.steps());
    bench.with(s -> s.show(run));
    Fx.await("it is opened", () -> bench.session.runProperty().get() == run);
    bench.awaitShown(20);
    PlainRun.assertSamePast(before.history(), run.history(), 20);
    bench.with(s -> s.playhead().moveTo(7));
    bench.awaitShown(7);
  }

  @Test
  void aRunThatIsReadWhenTheSessionEndsIsNotShownAnyMore() throws IOException {
    bench.written("slow", 12);
    bench.refreshRuns();
    Run run = bench.runs().getFirst();
    bench.with(s -> {
      s.show(run);
      s.close(); // waits for what is being read
    });
    Fx.run(() -> {}); // what the reading has brought comes before this
    assertFalse(run.isOpen());
  }

  @Test
  void aForkOfAnotherDayKnowsItsParent() {
    Run parent = bench.trainToTheEnd();
    bench.with(s -> s.fork(parent, 12, parent.recipe().withBatchSize(16)));
    bench.awaitKept(2);
    openAnotherDay();
    List<Run> runs = bench.runs();
    assertEquals(List.of("Run 1", "Run 2"), names());
    assertSame(runs.get(0), runs.get(1).parent());
    assertEquals(12, runs.get(1).forkStep());
    assertEquals(1, runs.get(1).marks().size());
  }

  @Test
  void aRunOfADataSetThatIsGoneIsRefusedInWords() throws IOException {
    bench.trainToTheEnd();
    openAnotherDay();
    Path other = IdxFolder.write(folder.resolve("other"), SessionBench.DATA);
    bench.use(other);
    Shelves.delete(folder.resolve("data"));
    bench.with(s -> s.show(s.runs().all().getFirst()));
    bench.awaitNotice(folder.resolve("data").toString());
    bench.trainToTheEnd();
  }

  @Test
  void aRunThatAnotherProgramTrainsIsNotTrainedHere() throws IOException {
    Run first = bench.trainTo(5);
    openAnotherDay();
    Run run = bench.get(s -> s.runs().all().getFirst());
    Path lock = first.folder().resolve(".lock");
    try (FileChannel other =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      other.lock();
      bench.refreshRuns();
      assertEquals(Run.Status.ELSEWHERE, run.status());
      bench.with(s -> s.goOn(run, new Goal.End()));
      bench.awaitNotice("PROBLEM: Run 1 is being trained by another program");
      bench.with(s -> s.runs().delete(List.of(run)));
      assertEquals(List.of(run), bench.get(s -> List.copyOf(s.runs().all())));
    }
    bench.refreshRuns();
    assertEquals(Run.Status.UNFINISHED, run.status());
  }

  @Test
  void theShelfMayVanishWhileARunTrains() throws IOException {
    bench.change(bench.get(TrainingSession::recipe).withEpochs(100_000));
    bench.pace(50);
    bench.train();
    Run run = bench.run();
    Fx.await("it has a folder", () -> run.folder() != null);
    Files.move(bench.shelf, folder.resolve("moved"));
    bench.changeLearningRate(0.01);
    bench.awaitNotice("PROBLEM: The run could not be saved: ");
    int steps = bench.steps();
    bench.awaitSteps(steps + 10);
    assertEquals(State.RUNNING, bench.get(TrainingSession::state));
    bench.pause();
    bench.stop();
    bench.awaitState(State.FINISHED);
    assertEquals(Run.Status.UNFINISHED, run.status());
  }

  @Test
  void aRunWhoseFolderVanishesWhileItTrainsIsKeptAnew() throws IOException {
    Run run = bench.trainTo(5);
    Shelves.delete(run.folder());
    bench.with(s -> s.train(new Goal.End()));
    bench.awaitState(State.FINISHED);
    bench.awaitKept(1);
    assertEquals(20, RunFolder.open(run.folder()).readCheckpoint().orElseThrow().keyframe().step());
    openAnotherDay();
    assertEquals(List.of("Run 1"), names());
  }

  @Test
  void namesContinue() {
    for (int i = 1; i <= 3; i++) {
      assertEquals("Run " + i, bench.trainToTheEnd().name());
    }
    openAnotherDay();
    assertEquals("Run 4", bench.trainToTheEnd().name());
    bench.with(s -> s.runs().rename(s.runs().all().getFirst(), "Run 8"));
    assertEquals("Run 9", bench.trainToTheEnd().name());
    openAnotherDay();
    assertEquals(List.of("Run 8", "Run 2", "Run 3", "Run 4", "Run 9"), names());
  }

  @Test
  void namesAndNotesAreKeptAndCanBeTakenBack() throws IOException {
    Run run = bench.trainToTheEnd();
    bench.with(s -> s.runs().rename(run, "  a good one "));
    bench.with(s -> s.runs().note(run, "w"));
    bench.with(s -> s.runs().note(run, "why"));
    awaitWork();
    RunAbout about = RunFolder.open(run.folder()).readAbout();
    assertEquals("a good one", about.name());
    assertEquals("why", about.note());
    bench.with(s -> s.undo().undo());
    assertEquals("", Fx.get(() -> run.noteProperty().get()), "letter by letter is one deed");
    bench.with(s -> s.undo().undo());
    awaitWork();
    assertEquals("Run 1", RunFolder.open(run.folder()).readAbout().name());
    bench.with(s -> {
      s.runs().refresh(); // so that there is other work before
      s.undo().redo();
      s.undo().redo();
      s.close();
    });
    openAnotherDay();
    assertEquals(List.of("a good one"), names());
    assertEquals("why", bench.runs().getFirst().noteProperty().get());
  }

  @Test
  void aDeletedRunComesBackUntilTheProgramEnds() throws IOException {
    Run first = bench.trainToTheEnd();
    Run second = bench.trainToTheEnd();
    bench.with(s -> s.runs().delete(List.of(first)));
    awaitWork();
    assertEquals(List.of(second), bench.runs());
    assertFalse(Files.exists(first.folder()));
    bench.with(s -> s.undo().undo());
    awaitWork();
    assertEquals(List.of(first, second), bench.runs());
    assertTrue(Files.exists(first.folder().resolve("summary.json")));
    bench.with(s -> s.undo().redo());
    bench.close();
    assertEquals(List.of(second.folder()), Shelves.runs(bench.shelf));
    try (var left = Files.list(bench.shelf)) {
      assertEquals(List.of(second.folder()), left.toList());
    }
  }

  @Test
  void runsOfTwoSweepsMayHaveFoldersOfTheSameName() throws IOException {
    Path one = bench.written("sweep-1/rate", 3);
    Path two = bench.written("sweep-2/rate", 4);
    bench.refreshRuns();
    List<Run> both = bench.runs();
    assertEquals(2, both.size());
    bench.with(s -> s.runs().delete(both));
    awaitWork();
    assertEquals("", bench.get(s -> bench.notice()));
    assertEquals(List.of(), bench.runs());
    assertFalse(Files.exists(one) || Files.exists(two));
    bench.with(s -> s.undo().undo());
    awaitWork();
    assertEquals(both, bench.runs());
    assertEquals(3, RunFolder.open(one).readCheckpoint().orElseThrow().keyframe().step());
    assertEquals(4, RunFolder.open(two).readCheckpoint().orElseThrow().keyframe().step());
  }

  @Test
  void whatCannotBePutBackIsSaidAndNotListed() throws IOException {
    Path path = bench.written("by-hand", 3);
    bench.refreshRuns();
    bench.with(s -> s.runs().delete(List.copyOf(s.runs().all())));
    awaitWork();
    Files.createDirectories(path.resolve("something"));
    bench.with(s -> s.undo().undo());
    bench.awaitNotice("PROBLEM: " + path + " is there already");
  }

  @Test
  void aForkOfARunOfASweepIsKnownAsOneOnAnotherDay() throws IOException {
    bench.written("sweep/rate", 13);
    bench.refreshRuns();
    Run parent = bench.runs().getFirst();
    bench.with(s -> s.show(parent));
    Fx.await("it is open", parent::isOpen);
    bench.with(s -> s.fork(parent, 5, parent.recipe()));
    bench.awaitState(State.FINISHED);
    bench.awaitKept(1);
    openAnotherDay();
    Run fork = bench.runs().stream().filter(run -> run.parent() != null).findFirst().orElseThrow();
    assertEquals("rate", fork.parent().folder().getFileName().toString());
    assertEquals(5, fork.forkStep());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theBestValidationIsTheSameOnAnotherDay(boolean toTheEnd) {
    Run run = bench.trainTo(13);
    if (toTheEnd) {
      bench.with(s -> s.goOn(run, new Goal.End()));
    } else {
      bench.stop();
    }
    bench.awaitState(State.FINISHED);
    bench.awaitKept(1);
    double best = Fx.get(() -> run.figuresProperty().get().bestValidation());
    openAnotherDay();
    assertEquals(
        best, Fx.get(() -> bench.runs().getFirst().figuresProperty().get().bestValidation()));
  }

  @Test
  void theRunThatWasInHandMayBeOneOfASweep() throws IOException {
    Path folder = bench.written("sweep/rate", 13);
    RunShelf shelf = new RunShelf(bench.shelf);
    shelf.takeInHand(folder);
    assertEquals(folder, shelf.inHand().orElseThrow());
  }

  @Test
  void theRunInHandCannotBeDeleted() {
    Run run = bench.trainTo(3);
    bench.with(s -> s.runs().delete(List.of(run)));
    awaitWork();
    assertEquals(List.of(run), bench.runs());
    assertTrue(Files.exists(run.folder()));
  }

  @Test
  void aNewRunHidesTheOthersUnlessTheUserWantsThem() {
    Run first = bench.trainToTheEnd();
    Run second = bench.trainToTheEnd();
    assertFalse(Fx.get(() -> first.shownProperty().get()));
    bench.with(s -> s.setShown(first, true));
    bench.trainToTheEnd();
    assertTrue(Fx.get(() -> first.shownProperty().get()));
    assertFalse(Fx.get(() -> second.shownProperty().get()));
    bench.with(s -> s.undo().undo());
    assertFalse(Fx.get(() -> first.shownProperty().get()));
  }
}
