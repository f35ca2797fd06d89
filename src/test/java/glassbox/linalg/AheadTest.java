package glassbox.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AheadTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aJobAheadIsDoneOnceWhateverElseIsDoneMeanwhile(int threads) {
    try (Workers workers = new Workers(threads)) {
      for (int round = 1; round <= 5_000; round++) {
        AtomicInteger jobs = new AtomicInteger();
        AtomicInteger parts = new AtomicInteger();
        workers.ahead(jobs::incrementAndGet);
        workers.run(4, (part, count) -> parts.incrementAndGet());
        workers.awaitAhead();
        assertEquals(1, jobs.get());
        assertEquals(4, parts.get());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void itsFailureIsThrownWhereItIsAwaitedAndOnlyOnce(int threads) {
    RuntimeException broken = new RuntimeException("broken");
    try (Workers workers = new Workers(threads)) {
      workers.ahead(() -> {
        throw broken;
      });
      assertSame(broken, assertThrows(IllegalStateException.class, workers::awaitAhead).getCause());
      workers.awaitAhead();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aPreparerTakesNoPartsAndLosesNoJob(int threads) {
    try (Workers workers = new Workers(threads, true)) {
      assertTrue(workers.hasPreparer());
      assertEquals(threads, workers.threads());
      for (int round = 1; round <= 2_000; round++) {
        AtomicInteger jobs = new AtomicInteger();
        Set<String> sharing = ConcurrentHashMap.newKeySet();
        workers.ahead(jobs::incrementAndGet);
        workers.run(4, (part, count) -> sharing.add(Thread.currentThread().getName()));
        workers.awaitAhead();
        assertEquals(1, jobs.get());
        assertFalse(sharing.contains("glassbox-preparer"));
      }
    }
  }

  @Test
  void aPreparerDoesTheJobWhileNobodyWaitsForIt() throws InterruptedException {
    try (Workers workers = new Workers(1, true)) {
      BlockingQueue<String> doers = new LinkedBlockingQueue<>();
      for (int round = 0; round < 3; round++) {
        workers.ahead(() -> doers.add(Thread.currentThread().getName()));
        assertEquals("glassbox-preparer", doers.poll(30, TimeUnit.SECONDS));
        workers.awaitAhead();
      }
    }
  }

  @Test
  void aHelperDoesTheJobAtOnceWhileNobodyWaitsForIt() throws InterruptedException {
    try (Compute compute = Compute.of("plain", 2)) {
      CountDownLatch done = new CountDownLatch(1);
      compute.ahead(done::countDown);
      assertTrue(done.await(30, TimeUnit.SECONDS), "the job waits for a product");
      compute.awaitAhead();
    }
  }

  @Test
  void aJobBehindAProductBeginsThereOrWhereItIsAwaited() throws InterruptedException {
    Matrix one = Matrix.of(1, 1, 1);
    try (Compute compute = Compute.of("plain", 2)) {
      AtomicInteger jobs = new AtomicInteger();
      compute.aheadBehindProduct(jobs::incrementAndGet);
      assertEquals(0, jobs.get());
      compute.awaitAhead();
      assertEquals(1, jobs.get());
      CountDownLatch done = new CountDownLatch(1);
      compute.aheadBehindProduct(done::countDown);
      compute.multiply(one, one, null, new Matrix(1, 1));
      assertTrue(done.await(30, TimeUnit.SECONDS), "the job is still waiting");
      compute.awaitAhead();
    }
  }

  @Test
  void moreThan32PartsAreRefused() {
    try (Workers workers = new Workers(1)) {
      assertThrows(IllegalArgumentException.class, () -> workers.run(33, (part, parts) -> {}));
      assertThrows(IllegalArgumentException.class, () -> workers.run(0, (part, parts) -> {}));
    }
  }
}
