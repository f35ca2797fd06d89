package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.format.RunAbout;
import glassbox.training.History;
import glassbox.training.KeyframeMemory;
import glassbox.training.Recipe;
import glassbox.training.RecipeBuilder;
import glassbox.training.RunPlan;
import glassbox.training.Timeline;
import glassbox.training.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of a run may come too late: steps were made since. */
@Timeout(240)
class LiveRunTest {
  private final Recipe recipe = new RecipeBuilder().epochs(3).build(); // 30 steps
  private final List<String> refused = new ArrayList<>();
  private Run run;
  private LiveRun live;

  @BeforeEach
  void takeInHand(@TempDir Path shelf) {
    run = new Run(0, "Run 1", new RunPlan(recipe), 0, new History(), Run.Origin.NONE);
    run.open(SessionBench.DATA, new Timeline(new KeyframeMemory(1 << 20), 64));
    live =
        new LiveRun(
            run,
            SessionBench.DATA,
            new RunShelf(shelf),
            new Pace(),
            RunAbout.of("Run 1", ""),
            () -> null,
            1);
  }

  @AfterEach
  void close() throws IOException {
    live.close();
  }

  /** Trains to the end; after some step asks for another recipe. */
  private boolean trainAndChangeAfter(int step, Recipe other) throws Exception {
    return live.advance(
        new Goal.End(),
        false,
        () -> false,
        new LiveRun.Witness() {
          @Override
          public void stepped(Trainer trainer) {
            if (trainer.steps() == step) {
              live.change(other);
            }
          }

          @Override
          public void problem(String words) {
            throw new AssertionError(words);
          }

          @Override
          public void refused(String words) {
            refused.add(words);
          }
        });
  }

  @Test
  void aChangeThatIsImpossibleByNowIsRefusedAndTheRunGoesOn() throws Exception {
    assertTrue(trainAndChangeAfter(11, recipe.withEpochs(1)));
    assertEquals(30, run.history().size());
    assertEquals(List.of(), run.marks());
    assertEquals(1, refused.size());
    assertTrue(refused.getFirst().contains("epochs must be at least 2"), refused.toString());
  }

  @Test
  void aRunThatIsCutToWhatItHasJustDoneEndsThere() throws Exception {
    assertTrue(trainAndChangeAfter(10, recipe.withEpochs(1)));
    assertEquals(10, run.history().size());
    assertEquals(List.of(), refused);
  }
}
