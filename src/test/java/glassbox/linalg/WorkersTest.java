package glassbox.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WorkersTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void everyPartRunsExactlyOnceInEveryRound(int threads) {
    try (Workers workers = new Workers(threads)) {
      for (int round = 0; round < 20_000; round++) {
        int count = 1 + round % 13;
        AtomicIntegerArray runs = new AtomicIntegerArray(count);
        AtomicInteger wrongCounts = new AtomicInteger();
        workers.run(
            count,
            (part, parts) -> {
              runs.incrementAndGet(part);
              wrongCounts.addAndGet(parts == count ? 0 : 1);
            });
        for (int part = 0; part < count; part++) {
          assertEquals(1, runs.get(part), "part " + part + " of " + count);
        }
        assertEquals(0, wrongCounts.get());
      }
    }
  }

  /** Also those that nobody comes for, because all helpers are held up by a job ahead. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void partsThatTheCallerWaitsForRunExactlyOnceToo(int threads) {
    try (Workers workers = new Workers(threads)) {
      for (int round = 0; round < 5_000; round++) {
        int count = 1 + round % 7;
        AtomicIntegerArray runs = new AtomicIntegerArray(count);
        CountDownLatch over = new CountDownLatch(1);
        boolean heldUp = threads > 1 && round % 10 == 0;
        if (heldUp) {
          workers.ahead(() -> await(over));
        }
        workers.runEach(count, (part, parts) -> runs.incrementAndGet(part));
        over.countDown();
        if (heldUp) {
          workers.awaitAhead();
        }
        for (int part = 0; part < count; part++) {
          assertEquals(1, runs.get(part), "part " + part + " of " + count);
        }
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatAHelperWroteIsSeenByTheCaller() {
    int[] values = new int[6];
    try (Workers workers = new Workers(3)) {
      for (int round = 1; round <= 1000; round++) {
        int value = round;
        workers.run(6, (part, parts) -> values[part] = value);
        for (int seen : values) {
          assertEquals(value, seen);
        }
      }
    }
  }

  @Test
  void aPartsExceptionIsThrownAfterTheOthersAreDone() {
    RuntimeException broken = new RuntimeException("broken");
    AtomicInteger done = new AtomicInteger();
    try (Workers workers = new Workers(3)) {
      IllegalStateException e =
          assertThrows(
              IllegalStateException.class,
              () -> workers.run(7, (part, parts) -> failIn(4, part, broken, done)));
      assertSame(broken, e.getCause());
      assertEquals(6, done.get());
    }
  }

  private static void failIn(int failing, int part, RuntimeException failure, AtomicInteger done) {
    if (part == failing) {
      throw failure;
    }
    done.incrementAndGet();
  }

  @Test
  void closeEndsTheHelpersAwakeOrAsleep() throws InterruptedException {
    Workers awake = new Workers(3);
    List<Thread> justWorked = awake.helperThreads();
    awake.run(9, (part, parts) -> {});
    awake.close();
    Workers asleep = new Workers(2);
    Thread sleeper = asleep.helperThreads().getFirst();
    while (sleeper.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    asleep.close();
    for (Thread helper : List.of(justWorked.getFirst(), justWorked.getLast(), sleeper)) {
      assertTrue(helper.join(Duration.ofSeconds(30)), helper.getName() + " has ended");
    }
  }

  @Test
  void aHelperThatSleptWakesForTheNextRound() {
    try (Workers workers = new Workers(2)) {
      Thread helper = workers.helperThreads().getFirst();
      while (helper.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      AtomicInteger helped = new AtomicInteger();
      while (helped.get() == 0) {
        workers.run(
            32, (part, parts) -> helped.addAndGet(Thread.currentThread() == helper ? 1 : 0));
      }
      assertTrue(helped.get() > 0);
    }
  }
}
