package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.format.RunFolder;
import glassbox.nn.LayerSpec;
import glassbox.training.RecipeBuilder;
import glassbox.ui.support.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several runs one after the other, of which one that fails does not stop the others. */
@Timeout(240)
class RunQueueTest {
  @TempDir private Path folder;
  private SessionBench bench;

  @BeforeEach
  void openSession() {
    bench = new SessionBench(folder, new RecipeBuilder().epochs(4)); // 40 steps
  }

  @AfterEach
  void closeSession() {
    bench.close();
  }

  private void trainAll(String key, List<String> values, int seeds) {
    bench.with(s -> s.trainAll(new Sweep(s.recipe(), key, values, seeds).variants()));
  }

  private void awaitDone() {
    Fx.await(
        "the queue is done",
        () -> !bench.session.queue().isActive() && bench.session.state() != State.RUNNING);
  }

  private void assertProgress(int done, int total) {
    assertEquals(
        List.of(done, total),
        bench.get(s -> List.of(s.queue().doneProperty().get(), s.queue().totalProperty().get())));
  }

  @Test
  void aSweepTrainsEveryValue() {
    bench.pace(1); // the queue does not keep to it
    trainAll("optimizer.learningRate", List.of("0.1", "0.05", "0.01"), 1);
    awaitDone();
    bench.awaitKept(3);
    assertProgress(3, 3);
    assertEquals(
        List.of("learning rate 0.1", "learning rate 0.05", "learning rate 0.01"),
        bench.runs().stream().map(Run::name).toList());
    for (Run run : bench.runs()) {
      assertEquals(Run.Status.FINISHED, run.status());
      PlainRun.of(run.plan(), bench.dataset()).assertSameHistory(run.history());
      assertTrue(Fx.get(() -> run.shownProperty().get()), "all are shown");
    }
    assertEquals(State.FINISHED, bench.get(TrainingSession::state));
    bench.train();
    assertEquals("Run 1", bench.run().name());
  }

  @Test
  void aSweepOverSeedsIsAGroupThatIsKept() throws IOException {
    trainAll("batchSize", List.of("32", "64"), 3);
    awaitDone();
    assertProgress(6, 6);
    bench.awaitKept(6);
    assertEquals(
        List.of("batch size 32", "batch size 32", "batch size 32"),
        bench.runs().stream().limit(3).map(Run::group).toList());
    assertEquals(
        List.of(1L, 2L, 3L, 1L, 2L, 3L),
        bench.runs().stream().map(r -> r.recipe().seed()).toList());
    assertEquals(
        "batch size 64", RunFolder.open(bench.runs().getLast().folder()).readAbout().group());
  }

  @Test
  void oneThatFailsDoesNotStopTheOthers() {
    bench.change(
        bench
            .get(TrainingSession::recipe)
            .withNetwork(Stream.of("dense 8", "dense 8", "dense 5").map(LayerSpec::parse).toList())
            .withEpochs(20));
    trainAll("optimizer.learningRate", List.of("0.1", "1000", "0.05"), 1);
    awaitDone();
    assertEquals(
        List.of(Run.Status.FINISHED, Run.Status.FAILED, Run.Status.FINISHED),
        bench.runs().stream().map(Run::status).toList());
    assertProgress(3, 3);
    assertTrue(bench.notice().contains("learning rate 1000: "), bench.notice());
    bench.awaitKept(3);
  }

  @Test
  void oneThatDoesNotFitDoesNotStopTheOthers() {
    trainAll("validation", List.of("20", "300", "30"), 1);
    awaitDone();
    bench.awaitKept(2);
    assertEquals(
        List.of("validation 20", "validation 30"), bench.runs().stream().map(Run::name).toList());
    assertTrue(bench.notice().contains("validation must leave images"), bench.notice());
  }

  @Test
  void itCanBePausedAndGoesOn() {
    trainAll("epochs", List.of("100000", "1", "2"), 1);
    bench.awaitSteps(1);
    bench.pause();
    assertEquals(1, bench.runs().size());
    assertSame(bench.runs().getFirst(), bench.get(TrainingSession::runInHand));
    bench.with(s -> s.step(1)); // looks closer
    bench.awaitRest();
    assertEquals(1, bench.runs().size());
    Run first = bench.run();
    int soon = (int) first.epochsAfter(first.history().size()) + 2;
    bench.change(bench.get(TrainingSession::recipe).withEpochs(soon));
    bench.train();
    awaitDone();
    assertEquals(3, bench.runs().size());
    bench.awaitKept(3);
  }

  @Test
  void whatWaitsCanBeGivenUp() {
    bench.change(bench.get(TrainingSession::recipe).withEpochs(100_000));
    trainAll("", List.of(), 5);
    bench.awaitSteps(1);
    bench.with(TrainingSession::cancelQueue);
    bench.awaitRest();
    assertProgress(0, 0);
    assertEquals(State.PAUSED, bench.get(TrainingSession::state));
    assertEquals(1, bench.runs().size());
  }

  @Test
  void anotherSweepWhileOneIsPausedEndsToo() {
    trainAll("epochs", List.of("100000", "2"), 1);
    bench.awaitSteps(1);
    bench.pause();
    trainAll("epochs", List.of("3"), 1);
    awaitDone();
    assertProgress(3, 3);
    assertEquals(
        List.of(Run.Status.UNFINISHED, Run.Status.FINISHED, Run.Status.FINISHED),
        bench.runs().stream().map(Run::status).toList());
  }

  @Test
  void runsAreBroughtToTheSameStep() throws IOException {
    Run first = bench.trainTo(10);
    bench.stop();
    Run second = bench.trainTo(30);
    bench.stop();
    bench.awaitKept(2);
    bench.close();
    bench = new SessionBench(folder, new RecipeBuilder().epochs(4));
    bench.with(s -> s.runs().refresh());
    Fx.await("they are listed", () -> bench.session.runs().all().size() == 2);
    Run third = bench.trainTo(3);
    List<Run> all = List.of(bench.runs().get(0), bench.runs().get(1), third);
    bench.with(s -> s.bringTo(all, 25));
    awaitDone();
    assertEquals(List.of(25L, 30L, 25L), all.stream().map(Run::steps).toList());
    assertEquals(State.PAUSED, bench.get(TrainingSession::state));
    PlainRun.of(third.plan(), bench.dataset(), 25).assertSameHistory(third.history());
  }

  @Test
  void oneThatCannotBeOpenedDoesNotStopTheOthers() throws IOException {
    Run broken = bench.trainTo(5);
    bench.stop();
    bench.awaitKept(1);
    bench.close();
    Path about = broken.folder().resolve("about.json");
    Files.writeString(about, Files.readString(about).replace(bench.dataset().checksum(), "other"));
    bench = new SessionBench(folder, new RecipeBuilder().epochs(4));
    bench.with(s -> s.runs().refresh());
    Fx.await("it is listed", () -> bench.session.runs().all().size() == 1);
    Run sound = bench.trainTo(3);
    bench.with(s -> s.bringTo(List.copyOf(s.runs().all()), 12));
    awaitDone();
    assertEquals(12, sound.steps());
    assertTrue(bench.notice().contains("another data set"), bench.notice());
  }

  @Test
  void aPauseOnTheWayToAStepIsAPause() {
    bench.change(bench.get(TrainingSession::recipe).withEpochs(100_000));
    Run first = bench.trainTo(3);
    bench.stop();
    Run second = bench.trainTo(3);
    bench.with(s -> s.bringTo(List.of(first, second), 900_000));
    Fx.await("it trains", () -> first.history().size() > 5);
    bench.pause();
    assertSame(first, bench.get(TrainingSession::runInHand));
    assertEquals(State.PAUSED, bench.get(TrainingSession::state));
    assertEquals(3, second.history().size());
  }
}
