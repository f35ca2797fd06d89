package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import glassbox.training.RecipeBuilder;
import glassbox.training.Trainer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
  private static final long SECOND = 1_000_000_000L;

  /** Ten images a step, 200 steps. */
  private final Trainer trainer =
      new Trainer(
          new RecipeBuilder().network("dense 5").epochs(40).batchSize(10).validation(10).build(),
          SyntheticData.patterns(5, 6, 60, 10),
          Compute.of("plain", 1));

  private long now;
  private final TimeLeft timeLeft = new TimeLeft(trainer, () -> now);

  private void steps(int count, long secondsEach) {
    for (int i = 0; i < count; i++) {
      trainer.step();
      now += secondsEach * SECOND;
      timeLeft.look(trainer);
    }
  }

  private Optional<Duration> left() {
    return timeLeft.until(TimeLeft.planned(trainer));
  }

  @Test
  void isUnknownBeforeTheFirstStep() {
    assertEquals(2000, TimeLeft.planned(trainer));
    assertEquals(Optional.empty(), left());
  }

  @Test
  void isWhatIsLeftAtTheSpeedSoFar() {
    steps(5, 2);
    assertEquals(Optional.of(Duration.ofSeconds(390)), left());
  }

  @Test
  void forgetsWhatWasSlowMoreThanAMinuteAgo() {
    steps(4, 60);
    assertEquals(Optional.of(Duration.ofSeconds(196 * 60)), left());
    steps(61, 1);
    assertEquals(Optional.of(Duration.ofSeconds(135)), left());
  }

  @Test
  void stepsOfAnotherDayDoNotCount() {
    for (int i = 0; i < 100; i++) {
      trainer.step();
    }
    TimeLeft resumed = new TimeLeft(trainer, () -> now);
    trainer.step();
    now += 3 * SECOND;
    resumed.look(trainer);
    assertEquals(Optional.of(Duration.ofSeconds(99 * 3)), resumed.until(TimeLeft.planned(trainer)));
  }
}
