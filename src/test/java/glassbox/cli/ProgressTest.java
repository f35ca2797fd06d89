package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.SyntheticData;
import glassbox.linalg.Compute;
import glassbox.training.RecipeBuilder;
import glassbox.training.Trainer;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final Trainer trainer =
      new Trainer(
          new RecipeBuilder().epochs(3).batchSize(16).validation(10).build(),
          SyntheticData.patterns(5, 6, 60, 10),
          Compute.of("plain", 1));

  /** Progress says what it says on the standard error that is there when it is made. */
  private CommandRun follow(Supplier<Progress> kind) {
    return CommandRun.capturing(() -> {
      try (Progress progress = kind.get()) {
        while (!trainer.isFinished()) {
          trainer.step();
          progress.step(trainer);
          if (trainer.steps() % trainer.stepsPerEpoch() == 0) {
            progress.epoch(trainer);
          }
        }
      }
      return 0;
    });
  }

  @Test
  void linesAreOneAnEpochAndNothingElse() {
    CommandRun followed = follow(() -> new LineProgress(trainer));
    List<String> lines = followed.err().lines().toList();
    assertEquals("", followed.out());
    assertEquals(3, lines.size());
    assertTrue(lines.getLast().startsWith("epoch 3/3 · loss "), lines.getLast());
    assertTrue(lines.getFirst().matches(".* · \\d+:\\d\\d:\\d\\d left"), lines.getFirst());
    assertFalse(lines.getLast().endsWith("left"), lines.getLast());
  }

  @Test
  void aBarEndsAtAllImagesOnStandardErrorAlone() {
    CommandRun followed = follow(() -> new BarProgress(trainer));
    assertEquals("", followed.out());
    assertTrue(followed.err().contains("100%"), followed.err());
    assertTrue(followed.err().contains("150/150"), followed.err());
  }

  @Test
  void quietIsSilent() {
    assertInstanceOf(Progress.Silent.class, Progress.of(trainer, true));
    assertEquals(new CommandRun(0, "", ""), follow(() -> Progress.of(trainer, true)));
  }
}
