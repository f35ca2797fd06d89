package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import glassbox.training.RecipeBuilder;
import glassbox.ui.support.Fx;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ComparisonTest {
  private SessionBench bench;

  @BeforeEach
  void openSession(@TempDir Path folder) {
    bench = new SessionBench(folder, new RecipeBuilder().validation(60).epochs(2));
  }

  @AfterEach
  void closeSession() {
    bench.close();
  }

  private Examined reference() {
    return bench.get(s -> s.comparison().referenceProperty().get());
  }

  private void awaitReference() {
    Fx.await(
        "there is a reference", () -> bench.session.comparison().referenceProperty().get() != null);
  }

  @Test
  void aPinnedStepStaysWhileTheHandleMoves() {
    Run run = bench.trainToTheEnd();
    bench.with(s -> s.playhead().moveTo(4));
    bench.awaitShown(4);
    bench.with(s -> s.comparison().pin());
    bench.with(s -> s.playhead().toLive());
    bench.awaitRest();
    assertEquals(4, reference().moment().step());
    assertSame(run, reference().moment().run());
    bench.with(s -> s.comparison().end());
    assertNull(reference());
  }

  @Test
  void anotherRunIsComparedByItsEnd() {
    Run first = bench.trainToTheEnd();
    var answers = bench.get(s -> s.predictionsProperty().get());
    bench.with(s -> s.setRecipe(s.recipe().withEpochs(1)));
    bench.trainToTheEnd();
    bench.with(s -> s.comparison().with(first));
    awaitReference();
    assertSame(first, reference().moment().run());
    assertEquals(first.history().size(), reference().moment().step());
    assertEquals(answers.evaluation(), reference().answers().evaluation());
  }

  @Test
  void itAnswersThePartThatIsLookedAt() {
    bench.trainToTheEnd();
    bench.with(s -> s.comparison().pin());
    bench.with(s -> s.partProperty().set(Part.VALIDATION));
    awaitReference();
    assertEquals(Part.VALIDATION, reference().part());
    assertEquals(60, reference().answers().count());
  }
}
