package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.ImageDataset;
import glassbox.data.SyntheticData;
import glassbox.format.RunFolder;
import glassbox.linalg.Compute;
import glassbox.nn.Network;
import glassbox.nn.Parameter;
import glassbox.optim.OptimizerSpec.AdamSpec;
import glassbox.optim.OptimizerSpec.SgdSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any step of a run, made again, is the network that was there. */
class ReplayTest {
  private static final ImageDataset DATA = SyntheticData.patterns(5, 5, 200, 50);
  private static final int STEPS = 60;
  private static final BooleanSupplier ALWAYS = () -> true;

  private static final Recipe START =
      new RecipeBuilder()
          .network("dense 16", "batchnorm", "relu", "dropout 0.3", "dense 5")
          .epochs(8)
          .batchSize(24)
          .validation(30)
          .build()
          .with(draft -> {
            draft.optimizer = new SgdSpec(0.05, 0.9, true, 0);
            draft.averaging = 0.9;
            draft.earlyStopping = new EarlyStopping(8, 0);
          });

  /** What a run is changed to after so many steps. */
  private static final Map<Long, Recipe> CHANGES =
      Map.of(
          0L,
          START.withOptimizer(new SgdSpec(0.05, 0, false, 0)),
          17L,
          START.withOptimizer(new AdamSpec(0.01, 0.9, 0.999, 1e-8, 0, true)),
          33L,
          START.withBatchSize(30),
          40L,
          START.withBatchSize(20));

  private final Trainer live = trainer();
  private final Map<Long, List<float[]>> recorded = new ConcurrentHashMap<>();
  private final KeyframeMemory plenty = new KeyframeMemory(KeyframeMemory.BYTES);

  private static Trainer trainer() {
    return new Trainer(START, DATA, Compute.of("plain", 1));
  }

  @BeforeEach
  void recordTheBeginning() {
    recorded.put(0L, copy(live.answering()));
  }

  private static List<float[]> copy(Network network) {
    return network.parameters().stream()
        .map(Parameter::value)
        .map(value -> value.values().clone())
        .toList();
  }

  private void step(Timeline timeline) {
    if (CHANGES.containsKey(live.steps())) {
      live.change(CHANGES.get(live.steps()));
    }
    live.step();
    recorded.put(live.steps(), copy(live.answering()));
    timeline.offer(live);
  }

  private Timeline runWith(Timeline timeline) {
    timeline.offer(live);
    while (live.steps() < STEPS) {
      step(timeline);
    }
    return timeline;
  }

  private Replay replay(Timeline timeline) {
    return new Replay(live::plan, DATA, Compute.of("plain", 1), timeline);
  }

  private void assertRecorded(long step, Network network) {
    List<float[]> wanted = recorded.get(step);
    List<float[]> got = copy(network);
    for (int i = 0; i < wanted.size(); i++) {
      assertArrayEquals(wanted.get(i), got.get(i), "step " + step + ", parameter " + i);
    }
  }

  private void assertAnyStep(Replay replay, int times) {
    Random random = new Random(5);
    for (int i = 0; i < times; i++) {
      long step = random.nextInt(STEPS + 1);
      assertRecorded(step, replay.at(step, ALWAYS).orElseThrow());
      assertEquals(step, replay.steps());
    }
  }

  @Test
  void anyStepFromKeyframes() {
    assertAnyStep(replay(runWith(new Timeline(plenty, 8))), 40);
  }

  @Test
  void anyStepWithoutAKeyframe() {
    runWith(new Timeline(plenty, 8));
    Timeline empty = new Timeline(new KeyframeMemory(0), 1000);
    assertAnyStep(replay(empty), 20);
  }

  @Test
  void anyStepWhereKeyframesWereGivenUp() {
    Timeline thinned = runWith(new Timeline(new KeyframeMemory(4 * live.keyframe().bytes()), 1));
    assertTrue(thinned.size() <= 5, thinned.size() + " keyframes");
    assertAnyStep(replay(thinned), 20);
  }

  @Test
  void everyStepOneAfterTheOtherAndBack() {
    Replay replay = replay(runWith(new Timeline(plenty, 16)));
    for (long step = 0; step <= STEPS; step++) {
      assertRecorded(step, replay.at(step, ALWAYS).orElseThrow());
    }
    for (long step = STEPS; step >= 0; step--) {
      assertRecorded(step, replay.at(step, ALWAYS).orElseThrow());
    }
  }

  @Test
  void allThatTheRunWasThere() {
    Map<Long, Keyframe> keyframes = new HashMap<>();
    Timeline timeline = new Timeline(plenty, 16);
    while (live.steps() < STEPS) {
      step(timeline);
      keyframes.put(live.steps(), live.keyframe());
    }
    Replay replay = replay(timeline);
    for (long step : new long[] {1, 59, 16, 17, 18, 33, 34, 40, 60, 8, 48}) {
      Runs.assertSame(
          keyframes.get(step), replay.keyframeAt(step, ALWAYS).orElseThrow(), "step " + step);
    }
  }

  @Test
  void anyStepWhileTheRunGoesOn() throws Exception {
    Timeline timeline = new Timeline(new KeyframeMemory(6 * live.keyframe().bytes()), 4);
    timeline.offer(live);
    Replay replay = replay(timeline);
    Semaphore mayStep = new Semaphore(0);
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<?> run =
          thread.submit(() -> {
            while (live.steps() < STEPS) {
              mayStep.acquireUninterruptibly();
              step(timeline);
            }
          });
      Random random = new Random(6);
      for (int i = 0; i < STEPS; i++) {
        mayStep.release();
        long step = random.nextInt(recorded.size());
        assertRecorded(step, replay.at(step, ALWAYS).orElseThrow());
      }
      run.get(60, TimeUnit.SECONDS);
    }
    assertAnyStep(replay, 20);
  }

  @Test
  void keyframesMayLieInFiles(@TempDir Path folder) throws IOException {
    Timeline files = new Timeline(new KeyframeMemory(0), 1_000_000);
    while (live.steps() < STEPS) {
      step(new Timeline(plenty, 1_000_000));
      if (live.steps() % 20 == 0) {
        store(files, RunFolder.create(folder.resolve(Long.toString(live.steps()))));
      }
    }
    assertEquals(0, files.size());
    assertEquals(40, files.before(59).orElseThrow().step());
    assertAnyStep(replay(files), 20);
    Files.delete(folder.resolve("40/checkpoint.bin"));
    assertEquals(20, files.before(59).orElseThrow().step(), "a missing file is passed over");
    assertRecorded(59, replay(files).at(59, ALWAYS).orElseThrow());
    Files.writeString(folder.resolve("20/checkpoint.bin"), "nonsense");
    assertTrue(files.before(59).isEmpty());
    assertAnyStep(replay(files), 5);
  }

  private void store(Timeline timeline, RunFolder run) throws IOException {
    run.writeCheckpoint(live.keyframe(), live.history());
    timeline.store(
        live.steps(),
        () -> run.readCheckpoint().orElseThrow(() -> new IOException("gone")).keyframe());
  }

  @Test
  void nearAStepIsTheNearestKeyframe() {
    Replay replay = replay(runWith(new Timeline(plenty, 16)));
    long[][] stepAndNearest = {{0, 0}, {7, 0}, {9, 16}, {16, 16}, {25, 32}, {47, 48}, {60, 48}};
    for (long[] pair : stepAndNearest) {
      assertRecorded(pair[1], replay.near(pair[0]).orElseThrow());
      assertEquals(pair[1], replay.steps());
    }
    assertRecorded(50, replay.at(50, ALWAYS).orElseThrow());
  }

  @Test
  void nearAStepKnowsWhatWasChangedMeanwhile() {
    Timeline timeline = new Timeline(plenty, 4);
    Replay replay = replay(timeline);
    runWith(timeline);
    assertRecorded(20, replay.near(20).orElseThrow());
    assertRecorded(52, replay.near(52).orElseThrow());
  }

  @Test
  void withoutKeyframesNothingIsNear() {
    assertTrue(replay(new Timeline(plenty, 4)).near(3).isEmpty());
  }

  @Test
  void aReplayThatIsGivenUpGoesOnLater() {
    Replay replay = replay(runWith(new Timeline(new KeyframeMemory(0), 1000)));
    assertTrue(replay.at(30, () -> false).isEmpty());
    assertTrue(replay.at(30, () -> replay.steps() < 12).isEmpty());
    assertEquals(12, replay.steps());
    assertRecorded(30, replay.at(30, () -> replay.steps() >= 12).orElseThrow());
    assertRecorded(5, replay.at(5, ALWAYS).orElseThrow());
  }

  @Test
  void whatWasMadeAgainIsKept() {
    runWith(new Timeline(plenty, 1000));
    Timeline timeline = new Timeline(plenty, 8);
    replay(timeline).at(30, ALWAYS);
    assertEquals(24, timeline.before(30).orElseThrow().step());
    assertRecorded(29, replay(timeline).at(29, ALWAYS).orElseThrow());
  }
}
