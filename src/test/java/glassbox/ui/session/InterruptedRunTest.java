package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.format.RunFolder;
import glassbox.training.RecipeBuilder;
import glassbox.ui.support.Fx;
import glassbox.ui.support.GlassboxThreads;
import glassbox.ui.support.TrainingThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed or closed in mid-run loses nothing: the next start offers the run. */
@Timeout(240)
class InterruptedRunTest {
  private static final int EPOCHS = 150;

  @TempDir private Path folder;

  private SessionBench bench(Path home) {
    return new SessionBench(home, new RecipeBuilder().epochs(EPOCHS).validation(44));
  }

  private static boolean offers(SessionBench bench) {
    bench.with(TrainingSession::offerInterrupted);
    boolean[] read = {false};
    bench.with(s -> s.runs().refresh(() -> read[0] = true));
    Fx.await("the shelf is read", () -> read[0]);
    return bench.notice().contains("was interrupted at step");
  }

  @Test
  void aKilledRunGoesOnToTheEndOfTheUndisturbedOne() throws IOException {
    byte[] undisturbed;
    List<Path> copies = new ArrayList<>();
    try (SessionBench bench = bench(folder.resolve("first"))) {
      bench.pace(250);
      bench.train();
      for (int steps : new int[] {2, 60, 530, 800}) {
        bench.awaitSteps(steps);
        if (steps == 60) {
          bench.changeLearningRate(0.05);
          Path changes = bench.run().folder().resolve("changes.jsonl");
          Fx.awaitAnywhere("the change is written", () -> Files.exists(changes));
        }
        bench.pace(1e-3); // the run must not end before it is copied
        TrainingThread.awaitPace();
        Path copy = folder.resolve("copy-" + steps);
        Shelves.copy(bench.shelf, copy.resolve("runs"));
        copies.add(copy);
        bench.pace(250);
      }
      bench.pace(Double.POSITIVE_INFINITY);
      bench.awaitState(State.FINISHED);
      bench.awaitKept(1);
      undisturbed = Shelves.model(bench.run().folder());
    }
    for (Path copy : copies.subList(1, copies.size())) { // the first was before the change
      assertArrayEquals(undisturbed, wentOn(copy), copy.toString());
    }
    wentOn(copies.getFirst());
  }

  /** Opens the copy as the next start would; gives the weights that come of it. */
  private byte[] wentOn(Path copy) throws IOException {
    Files.createSymbolicLink(copy.resolve("data"), folder.resolve("first/data"));
    try (SessionBench next = bench(copy)) {
      assertTrue(offers(next), "nothing is offered: " + next.notice());
      next.answer("Go on");
      next.pace(Double.POSITIVE_INFINITY);
      next.awaitState(State.FINISHED);
      next.awaitKept(1);
      Run run = next.run();
      assertEquals(8 * EPOCHS, run.history().size());
      PlainRun.of(run.plan(), next.dataset()).assertSameHistory(run.history());
      return Shelves.model(run.folder());
    }
  }

  @Test
  void aRunInWhichTheWindowIsClosedIsOffered() {
    int steps;
    try (SessionBench bench = bench(folder)) {
      bench.pace(200);
      bench.train();
      bench.awaitSteps(37);
      bench.pace(1e-3);
    }
    GlassboxThreads.awaitNone();
    try (SessionBench next = bench(folder)) {
      assertTrue(offers(next), next.notice());
      Run run = next.get(s -> s.runs().all().getFirst());
      steps = (int) run.steps();
      assertTrue(steps >= 37, steps + " steps");
      assertTrue(next.notice().contains("Run 1 was interrupted at step " + steps), next.notice());
      next.answer("Go on");
      next.awaitState(State.FINISHED);
      PlainRun.of(run.plan(), next.dataset()).assertSameHistory(run.history());
      next.awaitKept(1);
    }
    try (SessionBench last = bench(folder)) {
      assertTrue(!offers(last), "it has ended");
    }
    GlassboxThreads.awaitNone();
  }

  @Test
  void aPausedRunIsOfferedToo() {
    try (SessionBench bench = bench(folder)) {
      bench.trainTo(21);
    }
    try (SessionBench next = bench(folder)) {
      assertTrue(offers(next), next.notice());
      assertTrue(next.notice().contains("at step 21"), next.notice());
    }
    try (SessionBench third = bench(folder)) {
      assertTrue(offers(third), "who does not answer is asked again");
    }
  }

  @Test
  void itIsOfferedWhenTheFirstDataAreReadWhateverIsThereFirst() {
    try (SessionBench bench = bench(folder)) {
      bench.trainTo(21);
    }
    try (SessionBench next = bench(folder)) {
      next.with(s -> {
        s.useDataset(folder.resolve("data").toString());
        s.offerInterrupted();
      });
      Fx.await("it is offered", () -> next.notice().contains("was interrupted at step 21"));
      assertEquals(State.READY, next.get(TrainingSession::state));
      next.answer("Go on");
      Fx.await("it is in hand", () -> next.session.runInHand() != null);
    }
  }

  @Test
  void aKilledRunIsOfferedAtTheStepWhereItWasPaused() throws IOException {
    Path copy = folder.resolve("copy");
    try (SessionBench bench = bench(folder.resolve("first"))) {
      bench.trainTo(21);
      bench.with(s -> s.step(1));
      bench.awaitSteps(22);
      Fx.await(
          "it is saved",
          () -> {
            bench.session.tick();
            return stepKept(bench.run()) == 22;
          });
      Shelves.copy(bench.shelf, copy.resolve("runs")); // as if it were killed now
    }
    try (SessionBench next = bench(copy)) {
      assertTrue(offers(next), next.notice());
      assertTrue(next.notice().contains("at step 22"), next.notice());
    }
  }

  private static long stepKept(Run run) {
    try {
      return RunFolder.open(run.folder()).readCheckpoint().orElseThrow().keyframe().step();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void notNowIsForGood() {
    try (SessionBench bench = bench(folder)) {
      bench.trainTo(21);
    }
    try (SessionBench next = bench(folder)) {
      assertTrue(offers(next), next.notice());
      next.answer("Not now");
      assertEquals("", next.notice());
    }
    try (SessionBench third = bench(folder)) {
      assertTrue(!offers(third), third.notice());
      Run run = third.get(s -> s.runs().all().getFirst());
      assertEquals(Run.Status.UNFINISHED, run.status(), "but it can still go on");
      assertEquals(21, run.steps());
    }
  }

  @Test
  void whatWasStoppedOrLaidAsideIsNotOffered() {
    try (SessionBench bench = bench(folder)) {
      bench.trainTo(5);
      bench.stop();
      Run second = bench.trainTo(6);
      bench.use(folder.resolve("data"));
      assertEquals(Run.Status.UNFINISHED, Fx.get(second::status));
    }
    try (SessionBench next = bench(folder)) {
      assertTrue(!offers(next), next.notice());
      assertEquals(2, next.get(s -> s.runs().all()).size());
    }
    GlassboxThreads.awaitNone();
  }
}
