package glassbox.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

  @Test
  void moreThan32PartsAreRefused() {
    try (Workers workers = new Workers(1)) {
      assertThrows(IllegalArgumentException.class, () -> workers.run(33, (part, parts) -> {}));
      assertThrows(IllegalArgumentException.class, () -> workers.run(0, (part, parts) -> {}));
    }
  }
}
