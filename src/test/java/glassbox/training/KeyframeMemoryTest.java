package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class KeyframeMemoryTest {
  private final KeyframeMemory memory = new KeyframeMemory(20_000);

  private Timeline timelineOf(int keyframes) {
    Timeline timeline = new Timeline(memory, 1);
    for (int step = 0; step < keyframes; step++) {
      timeline.keep(TimelineTest.keyframe(step));
    }
    return timeline;
  }

  @Test
  void theLargestGivesUpFirst() {
    Timeline large = timelineOf(15);
    Timeline small = timelineOf(5);
    assertEquals(20_000, memory.bytes());
    small.keep(TimelineTest.keyframe(5));
    assertEquals(6, small.size());
    assertEquals(8, large.size());
  }

  @Test
  void manyTimelinesStayWithinTheBudgetTogether() {
    List<Timeline> timelines = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      timelines.add(timelineOf(100));
      assertTrue(memory.bytes() <= 20_000, memory.bytes() + " bytes");
    }
    for (Timeline timeline : timelines) {
      assertEquals(0, timeline.before(0).orElseThrow().step());
      assertEquals(99, timeline.before(99).orElseThrow().step());
    }
  }

  @Test
  void twoKeyframesARunAreKeptWhateverTheyTake() {
    for (int i = 0; i < 30; i++) {
      timelineOf(5);
    }
    assertEquals(60_000, memory.bytes());
  }

  @Test
  void whatIsReleasedCountsNoMore() {
    Timeline first = timelineOf(12);
    Timeline second = timelineOf(5);
    memory.release(first);
    assertEquals(5000, memory.bytes());
    for (int step = 5; step < 20; step++) {
      second.keep(TimelineTest.keyframe(step));
    }
    assertEquals(20, second.size());
    assertEquals(0, first.size());
  }

  @Test
  void manyThreadsDoNotBlockEachOtherForEver() throws Exception {
    List<Timeline> shared = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      shared.add(timelineOf(1));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> all = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        Random random = new Random(thread);
        all.add(threads.submit(() -> use(shared, random)));
      }
      for (Future<?> one : all) {
        one.get(60, TimeUnit.SECONDS);
      }
    }
    shared.getFirst().keep(TimelineTest.keyframe(1_000_000));
    assertTrue(memory.bytes() <= 80_000, "two keyframes a run: " + memory.bytes());
  }

  private void use(List<Timeline> shared, Random random) {
    for (int i = 0; i < 3000; i++) {
      Timeline timeline = shared.get(random.nextInt(shared.size()));
      timeline.keep(TimelineTest.keyframe(random.nextInt(1000)));
      timeline.before(random.nextInt(1000));
      timeline.nearest(random.nextInt(1000));
      if (i % 50 == 0) {
        memory.release(timeline.forkedAt(500));
      }
    }
  }
}
