package glassbox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.training.History.ValidationPoint;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HistoryTest {
  private static final int STEPS = 300_000;

  /** Three values that belong together. */
  private static void add(History history, int step) {
    history.add(step + 0.5, step / (double) STEPS, -step);
  }

  private static void assertStep(History history, int step) {
    assertEquals(step + 0.5, history.loss(step));
    assertEquals(step / (double) STEPS, history.accuracy(step));
    assertEquals(-step, history.learningRate(step));
  }

  @Test
  void keepsEveryStepHoweverManyThereAre() {
    History history = new History();
    for (int step = 0; step < 5000; step++) {
      assertEquals(step, history.size());
      add(history, step);
    }
    for (int step = 0; step < 5000; step++) {
      assertStep(history, step);
    }
  }

  @Test
  void keepsValidationsAndEpochsInOrder() {
    History history = new History();
    ValidationPoint early = new ValidationPoint(10, 2, 0.2);
    ValidationPoint late = new ValidationPoint(20, 1, 0.4);
    EpochResult epoch = new EpochResult(1, 1, 0.5, 1, 0.4, 3);
    history.add(early);
    history.add(late);
    history.add(epoch);
    assertEquals(List.of(early, late), history.validations());
    assertEquals(List.of(epoch), history.epochs());
  }

  @Test
  void aListOnceReadDoesNotChange() {
    History history = new History();
    List<ValidationPoint> before = history.validations();
    history.add(new ValidationPoint(1, 1, 1));
    assertTrue(before.isEmpty());
  }

  @Test
  @Timeout(60)
  void aReaderSeesWholeStepsWhileAWriterAppends() throws InterruptedException {
    History history = new History();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread writer = Thread.ofPlatform().unstarted(() -> write(history));
    writer.setUncaughtExceptionHandler((thread, e) -> failure.set(e));
    writer.start();
    int seen = 0;
    while (seen < STEPS && failure.get() == null) {
      int size = history.size();
      assertTrue(size >= seen, "the size never shrinks");
      if (size > 0) {
        assertStep(history, size - 1);
        assertStep(history, seen / 2);
        assertValidations(history.validations());
      }
      seen = size;
    }
    writer.join();
    assertEquals(null, failure.get());
    assertEquals(3, history.validations().size());
  }

  private static void write(History history) {
    for (int step = 0; step < STEPS; step++) {
      add(history, step);
      if (step % 100_000 == 99_999) {
        history.add(new ValidationPoint(step + 1, step + 1, 0));
      }
    }
  }

  private static void assertValidations(List<ValidationPoint> points) {
    for (int i = 0; i < points.size(); i++) {
      assertEquals((i + 1) * 100_000, points.get(i).afterSteps());
      assertEquals((i + 1) * 100_000, points.get(i).loss());
    }
  }
}
