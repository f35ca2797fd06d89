package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.Framing;
import glassbox.data.ImageSet;
import glassbox.data.Inking;
import glassbox.data.Picture;
import glassbox.data.Preparation;
import glassbox.data.Preparation.Stage;
import glassbox.training.RecipeBuilder;
import glassbox.ui.support.Fx;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a drawing is taken for: by the network of the step that is looked at, the newest first. */
@Timeout(60)
class DrawnAnswersTest {
  private static final Preparation NONE =
      new Preparation(new Framing(8, 8, 8, 8, false), Inking.AUTO, Set.of(Stage.RAW));

  private SessionBench bench;

  @BeforeEach
  void openSession(@TempDir Path folder) {
    bench = new SessionBench(folder, new RecipeBuilder().validation(60));
  }

  @AfterEach
  void closeSession() {
    bench.close();
  }

  private static Drawn drawn(ImageSet of, int image) {
    return new Drawn(new Picture(of.image(image), 8, 8), NONE);
  }

  private void ask(Drawn drawn) {
    bench.with(s -> s.drawn().ask(drawn));
  }

  private DrawnAnswer await(String what, Predicate<DrawnAnswer> holds) {
    Fx.await(
        what,
        () -> {
          DrawnAnswer now = bench.session.drawn().answerProperty().get();
          return now != null && holds.test(now);
        });
    return bench.get(s -> s.drawn().answerProperty().get());
  }

  @Test
  void withoutANetworkThereAreStagesAndNoAnswers() {
    ask(drawn(SessionBench.DATA.test(), 0));
    DrawnAnswer answer = await("the stages are there", now -> true);
    assertNull(answer.moment());
    assertEquals(5, answer.stages().size());
    assertFalse(answer.last().isAnswered());
  }

  @Test
  void anImageOfTheTestSetGetsTheAnswerOfTheTestSet() {
    bench.trainToTheEnd();
    bench.awaitRest();
    for (int image : new int[] {0, 7, 99}) {
      Drawn drawn = drawn(SessionBench.DATA.test(), image);
      ask(drawn);
      DrawnAnswer answer = await("image " + image, now -> now.drawn() == drawn);
      var tested = bench.get(s -> s.predictionsProperty().get());
      float[] expected = new float[5];
      for (int c = 0; c < 5; c++) {
        expected[c] = tested.probability(image, c);
      }
      assertArrayEquals(expected, answer.last().probabilities(), 1e-6f);
      assertEquals(tested.answer(image), answer.last().answer());
    }
  }

  @Test
  void theNearestOfATrainingImageIsItself() {
    bench.trainToTheEnd();
    bench.awaitRest();
    ask(drawn(SessionBench.DATA.train(), 17));
    DrawnAnswer answer = await("its neighbours are known", now -> now.near() != null);
    assertEquals(5, answer.near().images().size());
    assertEquals(240, answer.near().among());
    assertEquals(17, answer.near().images().getFirst().number());
    assertEquals(0, answer.near().images().getFirst().distance(), 1e-3);
  }

  @Test
  void theAnswerIsThatOfTheStepThatIsLookedAt() {
    Run run = bench.trainToTheEnd();
    bench.awaitRest();
    ask(drawn(SessionBench.DATA.test(), 3));
    DrawnAnswer late = await("the last step answers", now -> now.moment() != null);
    bench.with(s -> s.playhead().moveTo(1));
    DrawnAnswer early = await("step 1 answers", now -> now.moment().step() == 1);
    assertTrue(late.moment().step() == run.history().size());
    assertTrue(late.last().confidence() > early.last().confidence());
    await("and its neighbours", now -> now.near() != null && now.near().step() == 1);
  }

  @Test
  void theNewestDrawingWins() {
    bench.trainToTheEnd();
    bench.awaitRest();
    Drawn[] last = new Drawn[1];
    bench.with(s -> {
      for (int i = 0; i < 100; i++) {
        last[0] = drawn(SessionBench.DATA.test(), i);
        s.drawn().ask(last[0]);
      }
    });
    await("the last one is answered", now -> now.drawn() == last[0]);
    bench.with(s -> s.drawn().ask(null));
    assertNull(bench.get(s -> s.drawn().answerProperty().get()));
  }

  @Test
  void howTheImagesAreFramedIsSeen() {
    Fx.await("it is known", () -> bench.session.drawn().framingProperty().get() != null);
    assertEquals(8, bench.get(s -> s.drawn().framingProperty().get()).height());
  }

  @Test
  void aFileThatIsNoPictureIsNamed(@TempDir Path folder) {
    bench.with(s -> s.drawn().open(folder.resolve("none.png"), 8, 8, picture -> {}));
    bench.awaitNotice("none.png, expected a picture file, got nothing there");
  }
}
