package glassbox.ui.present;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StopwatchTest {
  private static final long SECOND = 1_000_000_000L;

  private long now = 12 * SECOND;
  private final Stopwatch watch = new Stopwatch(() -> now);

  @Test
  void standsUntilItIsStarted() {
    now += 5 * SECOND;
    assertEquals("0:00", watch.text());
  }

  @Test
  void countsUpAndKeepsWhatItHasCounted() {
    watch.toggle();
    now += 65 * SECOND;
    assertEquals("1:05", watch.text());
    watch.toggle();
    now += 30 * SECOND;
    assertEquals("1:05", watch.text());
    watch.toggle();
    now += 3600 * SECOND;
    assertEquals("1:01:05", watch.text());
  }

  @Test
  void goesOnFromZeroAfterAReset() {
    watch.toggle();
    now += 65 * SECOND;
    watch.reset();
    assertEquals("0:00", watch.text());
    now += 7 * SECOND;
    assertEquals("0:07", watch.text());
  }
}
