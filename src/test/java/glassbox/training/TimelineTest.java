package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.ImageDataset;
import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {
  private final KeyframeMemory plenty = new KeyframeMemory(KeyframeMemory.BYTES);

  /** A keyframe of 1,000 bytes. */
  static Keyframe keyframe(long step) {
    float[] array = new float[250];
    return new Keyframe(step, List.of(array), 0, false, 0, 0, new double[4], 0);
  }

  private static Timeline with(Timeline timeline, long... steps) {
    for (long step : steps) {
      timeline.keep(keyframe(step));
    }
    return timeline;
  }

  /** The steps whose keyframes are in memory. */
  private static TreeSet<Long> kept(Timeline timeline, long last) {
    TreeSet<Long> steps = new TreeSet<>();
    for (long step = 0; step <= last; step++) {
      timeline.before(step).ifPresent(keyframe -> steps.add(keyframe.step()));
    }
    return steps;
  }

  @Test
  void aLongRunStaysWithinItsMemoryAndIsCoveredEvenly() {
    ImageDataset data = SyntheticData.patterns(2, 2, 8, 4);
    Recipe recipe = new RecipeBuilder().network("dense 2").batchSize(4).epochs(5000).build();
    Trainer run = new Trainer(recipe, data, Compute.of("plain", 1));
    long budget = 20 * run.keyframe().bytes();
    KeyframeMemory memory = new KeyframeMemory(budget);
    Timeline timeline = new Timeline(memory, 4);
    timeline.offer(run);
    while (!run.isFinished()) {
      run.step();
      timeline.offer(run);
      assertTrue(memory.bytes() <= budget, memory.bytes() + " bytes at " + run.steps());
      if (run.steps() % 997 == 0) {
        assertEven(kept(timeline, run.steps()), run.steps());
      }
    }
  }

  private static void assertEven(TreeSet<Long> kept, long steps) {
    assertEquals(0, kept.first());
    assertTrue(kept.size() >= 9, "half of the memory is used: " + kept);
    long average = (kept.last() - kept.first()) / (kept.size() - 1);
    long largest = steps - kept.last();
    for (long step : kept.headSet(kept.last())) {
      largest = Math.max(largest, kept.higher(step) - step);
    }
    assertTrue(largest <= 2 * average, "largest gap " + largest + " of " + kept);
  }

  @Test
  void theFirstAndTheLastStayHoweverShortMemoryIs() {
    Timeline timeline = with(new Timeline(new KeyframeMemory(1), 1), 0, 3, 5, 11);
    assertEquals(2, timeline.size());
    assertEquals(0, timeline.before(10).orElseThrow().step());
    assertEquals(11, timeline.before(11).orElseThrow().step());
  }

  @Test
  void beforeAStepIsTheLastOneThere() {
    Timeline timeline = with(new Timeline(plenty, 1), 4, 8);
    assertTrue(timeline.before(3).isEmpty());
    assertEquals(4, timeline.before(4).orElseThrow().step());
    assertEquals(4, timeline.before(7).orElseThrow().step());
    assertEquals(8, timeline.before(100).orElseThrow().step());
  }

  @Test
  void theNearestMayLieOnEitherSide() {
    Timeline timeline = with(new Timeline(plenty, 1), 4, 8);
    assertEquals(4, timeline.nearest(0).orElseThrow().step());
    assertEquals(4, timeline.nearest(5).orElseThrow().step());
    assertEquals(4, timeline.nearest(6).orElseThrow().step(), "of two the earlier");
    assertEquals(8, timeline.nearest(7).orElseThrow().step());
    assertEquals(8, timeline.nearest(99).orElseThrow().step());
    assertTrue(new Timeline(plenty, 1).nearest(3).isEmpty());
  }

  @Test
  void aKeyframeInAFileServesWhereNoneInMemoryIsNearer() {
    Timeline timeline = with(new Timeline(plenty, 1), 4, 8);
    timeline.store(6, () -> keyframe(6));
    assertEquals(4, timeline.before(5).orElseThrow().step());
    assertEquals(6, timeline.before(7).orElseThrow().step());
    assertEquals(8, timeline.before(9).orElseThrow().step());
    timeline.forgetStored(6);
    assertEquals(4, timeline.before(7).orElseThrow().step());
  }

  @Test
  void theNearestMayLieInAFileAndIsReadOnce() {
    int[] reads = {0};
    Timeline timeline = with(new Timeline(plenty, 1), 40);
    timeline.store(
        10,
        () -> {
          reads[0]++;
          return keyframe(10);
        });
    timeline.store(
        12,
        () -> {
          throw new IOException("gone");
        });
    assertEquals(10, timeline.nearest(13).orElseThrow().step());
    assertEquals(10, timeline.nearest(3).orElseThrow().step());
    assertEquals(40, timeline.nearest(30).orElseThrow().step());
    assertEquals(1, reads[0]);
  }

  @Test
  void aFileThatCannotBeReadIsPassedOver() {
    Timeline timeline = with(new Timeline(plenty, 1), 4);
    timeline.store(5, () -> keyframe(5));
    timeline.store(
        6,
        () -> {
          throw new IOException("gone");
        });
    assertEquals(5, timeline.before(7).orElseThrow().step());
  }

  @Test
  void aForkSharesThePast() {
    Timeline parent = with(new Timeline(plenty, 1), 0, 4, 8, 12);
    parent.store(6, () -> keyframe(6));
    parent.store(10, () -> keyframe(10));
    Timeline fork = parent.forkedAt(8);
    assertEquals(new TreeSet<>(List.of(0L, 4L, 6L, 8L)), kept(fork, 20));
    assertSame(parent.before(5).orElseThrow(), fork.before(5).orElseThrow());
    fork.keep(keyframe(9));
    assertEquals(8, parent.before(9).orElseThrow().step(), "the parent knows nothing of it");
  }

  @Test
  void whatAForkSharesStaysWhenItsParentIsNoMore() {
    Timeline parent = with(new Timeline(plenty, 1), 0, 4, 8, 12);
    Timeline fork = parent.forkedAt(8);
    plenty.release(parent);
    assertEquals(4, fork.before(5).orElseThrow().step());
    assertTrue(parent.before(5).isEmpty());
  }

  @Test
  void theSameStepIsKeptOnce() {
    KeyframeMemory memory = new KeyframeMemory(1_000_000);
    Timeline timeline = with(new Timeline(memory, 1), 4, 4, 4);
    assertEquals(1, timeline.size());
    assertEquals(1000, memory.bytes());
  }

  @ParameterizedTest
  @CsvSource({"1, 8192", "2, 4096", "32, 256", "60, 128", "100, 64", "2048, 4", "65536, 1"})
  void smallBatchesHaveKeyframesMoreRarely(int batchSize, long interval) {
    assertEquals(interval, Timeline.intervalFor(batchSize));
  }
}
