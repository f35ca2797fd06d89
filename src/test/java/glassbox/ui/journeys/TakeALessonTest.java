package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.format.LessonJson;
import glassbox.training.Recipe;
import glassbox.ui.lesson.LessonFiles;
import glassbox.ui.session.Run;
import glassbox.ui.session.State;
import glassbox.ui.support.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody takes a lesson from its start to its end, guesses, and records one. */
@Timeout(60)
class TakeALessonTest extends Journey {
  private static final String LESSON =
      """
      {"title": "Small", "summary": "s", "recipe": {"dataset": "%s", "network": ["dense 5"], "validation": 40,
        "optimizer": {"learningRate": 0.2}, "schedule": {"name": "constant"}, "epochs": 9},
       "changes": [{"step": 6, "key": "optimizer.learningRate", "value": 0.05}],
       "stops": [{"text": "# Begin", "step": 4, "view": "train", "highlight": "loss-chart"},
                 {"text": "# On", "step": 10,
                  "question": {"text": "q", "choices": ["wrong", "right"], "answer": 1, "why": "so it is"}},
                 {"text": "# Fork", "run": {"fork": 2, "set": {"optimizer.learningRate": 0.01}}, "step": 12},
                 {"text": "# Runs", "view": "runs"}]}
      """;

  private Path file;
  private Path saved;

  @BeforeEach
  void writeALesson() throws IOException {
    file = home.resolve("small.lesson");
    saved = home.resolve("saved.lesson");
    Files.writeString(file, LESSON.formatted(window.dataFolder()));
    Fx.run(() ->
        window
            .window()
            .setLessonFiles(
                new LessonFiles() {
                  @Override
                  public Optional<Path> toOpen() {
                    return Optional.of(file);
                  }

                  @Override
                  public Optional<Path> toSave() {
                    return Optional.of(saved);
                  }
                }));
  }

  private Run run() {
    return Fx.get(() -> window.session.runProperty().get());
  }

  private Node find(String query) {
    return Fx.get(() -> window.scene().lookup(query));
  }

  private void awaitStep(long step) {
    Fx.await(
        "the lesson is at step " + step,
        () ->
            window.session.state() != State.RUNNING
                && window.session.playhead().stepProperty().get() == step);
  }

  private void openLesson() {
    window.click("#lessons");
    Fx.await("the shipped lessons are there", () -> window.scene().lookup("#lesson-6") != null);
    window.click("#open-lesson");
    Fx.await("the lesson has begun", () -> window.scene().lookup("#lesson-next") != null);
  }

  private void next() {
    window.click("#lesson-next");
  }

  @Test
  void everyStopShowsItsStepOfTheRun() {
    Recipe before = Fx.get(() -> window.session.recipe());
    openLesson();
    awaitStep(4);
    assertTrue(find("#loss-chart").getStyleClass().contains("highlighted"));
    next();
    awaitStep(10);
    Run first = run();
    assertEquals(0.2, first.history().learningRate(5));
    assertEquals(0.05, first.history().learningRate(6), "the lesson's change, at its step");
    window.click("#choice-0");
    assertTrue(window.text("#question-why").startsWith("Not quite"));
    window.click("#choice-1");
    assertTrue(window.text("#question-why").contains("so it is"));
    next();
    awaitStep(12);
    assertNotEquals(first, run());
    assertEquals(2, run().forkStep());
    assertEquals(0.01, run().history().learningRate(2));
    assertTrue(Fx.get(() -> first.shownProperty().get()), "both are on the charts");
    next();
    Fx.await("the runs are shown", () -> window.scene().lookup(".runs-table") != null);
    assertEquals("Finish", ((Labeled) find("#lesson-next")).getText());
    next();
    assertNull(find("#lesson-pane"));
    assertEquals(before, Fx.get(() -> window.session.recipe()), "what was set before is set again");
  }

  @Test
  void theWayOnIsInTheWindowWhateverIsLookedAt() {
    openLesson();
    awaitStep(4);
    KeyCode[] keys = {
      KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6
    };
    for (KeyCode key : keys) {
      window.press(KeyCode.ALT, key);
      Fx.await(
          "it is within the window beside view " + key.getName(),
          () -> {
            Node next = window.scene().lookup("#lesson-next");
            return next.localToScene(next.getBoundsInLocal()).getMaxX()
                <= window.scene().getWidth();
          });
    }
  }

  @Test
  void oneCanGoBackAndLeave() {
    openLesson();
    awaitStep(4);
    next();
    awaitStep(10);
    window.click("#lesson-back");
    awaitStep(4);
    assertEquals("1 of 4", window.text("#lesson-progress"));
    window.click("#close-lesson");
    assertNull(find("#lesson-pane"));
    assertNotNull(find("#epochs"), "the settings are back");
  }

  @Test
  void aGuessIsDrawnBeforeAndScoredAfter() {
    window.focus("#train");
    window.press(KeyCode.G);
    Button train = window.node("#guess-train", Button.class);
    assertTrue(Fx.get(train::isDisabled), "first draw");
    var paper = window.node(".sketch-paper", Node.class);
    var bounds = Fx.get(() -> paper.localToScreen(paper.getBoundsInLocal()));
    window.robot.moveTo(bounds.getMinX() + 1, bounds.getMinY() + 5).press(MouseButton.PRIMARY);
    window.robot.moveTo(bounds.getCenterX(), bounds.getMaxY() - 20);
    window.robot.moveTo(bounds.getMaxX() - 1, bounds.getMaxY() - 5).release(MouseButton.PRIMARY);
    window.click("#guess-train");
    window.awaitState(State.FINISHED);
    Fx.await(
        "it is scored",
        () -> ((Labeled) window.scene().lookup("#guess-verdict")).getText().contains("of 100"));
  }

  @Test
  void whatOneDoesBecomesALesson() throws IOException {
    window.click("#lessons");
    window.click("#record-lesson");
    Fx.run(() -> window.session.train(new glassbox.ui.session.Goal.Steps(5)));
    awaitStep(5);
    window.click("#stop-text");
    window.robot.write("Look here");
    window.click("#add-stop");
    assertEquals("1 stop", window.text("#stop-count"));
    window.click("#save-lesson");
    Fx.awaitAnywhere("it is saved", () -> Files.exists(saved));
    var lesson = LessonJson.read(saved);
    assertEquals("Look here", lesson.stops().getFirst().text());
    assertEquals(5L, lesson.stops().getFirst().step());
    assertEquals(run().recipe(), lesson.plan().start());
  }

  @Test
  void aBrokenLessonIsNamed() throws IOException {
    Files.writeString(file, "{}");
    window.click("#lessons");
    window.click("#open-lesson");
    Fx.await("it is said", () -> window.notice().contains("title"));
  }
}
