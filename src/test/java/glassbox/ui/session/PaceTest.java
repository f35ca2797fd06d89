package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pace slows a loop down as told, and lets go at once. */
@Timeout(240)
class PaceTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "20, 1", "100, 5", "3438, 171.9", "5000, 250", "5001, Infinity"})
  void aShortRunIsToBeWatched(long steps, double stepsPerSecond) {
    assertEquals(stepsPerSecond, Pace.comfortable(steps), 1e-9);
  }

  @Test
  void stepsComeNotFasterThanTold() {
    Pace pace = new Pace();
    pace.set(200);
    long start = System.nanoTime();
    for (int i = 0; i < 60; i++) {
      pace.awaitNext(() -> false);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(
        took.toMillis() >= 240, "60 steps at 200/s took " + took); // 300, 50 may be caught up
  }

  @Test
  void fullSpeedDoesNotWait() {
    Pace pace = new Pace();
    for (int i = 0; i < 1_000_000; i++) {
      pace.awaitNext(() -> false); // ends by the time limit where it waits
    }
  }

  @Test
  void aNewPaceIsHeardWhileWaiting() throws InterruptedException {
    Pace pace = new Pace();
    pace.set(0.001);
    Thread waiting = Thread.ofPlatform().start(() -> pace.awaitNext(() -> false));
    pace.set(Double.POSITIVE_INFINITY);
    assertTrue(waiting.join(Duration.ofSeconds(30)), "it still waits");
  }

  @Test
  void somethingElseToDoEndsTheWait() throws InterruptedException {
    Pace pace = new Pace();
    pace.set(0.001);
    AtomicBoolean somethingElse = new AtomicBoolean();
    Thread waiting = Thread.ofPlatform().start(() -> pace.awaitNext(somethingElse::get));
    somethingElse.set(true);
    assertTrue(waiting.join(Duration.ofSeconds(30)), "it still waits");
  }
}
