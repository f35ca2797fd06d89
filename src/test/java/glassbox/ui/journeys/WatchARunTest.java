package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.session.State;
import glassbox.ui.support.Fx;
import glassbox.ui.support.WindowBench;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One key from the open window to a network that learns before one's eyes. */
@Timeout(240)
class WatchARunTest extends Journey {
  /** How many steps a chart says that it shows. */
  private int steps(String chart) {
    String words = Fx.get(() -> window.scene().lookup(chart).getAccessibleText());
    Matcher found = Pattern.compile("after ([0-9,]+) steps").matcher(words);
    return found.find() ? Integer.parseInt(found.group(1).replace(",", "")) : 0;
  }

  /** Opens another window, in which a run does not end. */
  private void openWindowWithoutEnd(Path home) {
    window.close();
    window = WindowBench.withoutEnd(home);
  }

  private void pace(double stepsPerSecond) {
    Fx.run(() -> window.session.setStepsPerSecond(stepsPerSecond));
  }

  @Test
  void emptyPanesSayWhatToDo() {
    long invitations =
        Fx.get(() ->
            window.robot.lookup(".empty-state").match(Node::isVisible).queryAll().stream()
                .filter(node -> ((Label) node).getText().contains("press Space"))
                .count());
    assertEquals(4, invitations);
    assertTrue(window.tiles("#correct-images").isEmpty());
    assertEquals("–", window.text("#test-accuracy"));
  }

  @Test
  void spaceStartsARunAndTheCurvesGrow(@TempDir Path another) {
    openWindowWithoutEnd(another);
    pace(10);
    assertEquals("–", window.text("#loss-value"));
    window.press(KeyCode.SPACE);
    assertEquals(State.RUNNING, window.state());
    Fx.await("the loss curve has points", () -> steps("#loss-chart") >= 2);
    int before = steps("#loss-chart");
    String loss = window.text("#loss-value");
    assertNotEquals("–", loss);
    Fx.await("the curve grows", () -> steps("#loss-chart") > before);
    Fx.await("the value moves", () -> !window.text("#loss-value").equals(loss));
    assertTrue(steps("#accuracy-chart") > 0);
    String words = Fx.get(() -> window.scene().lookup("#loss-chart").getAccessibleText());
    assertTrue(words.contains("validation best"), words);
    assertTrue(window.text("#step-of-run").endsWith("of 900,000"), window.text("#step-of-run"));
    Fx.await("the time left is told", () -> window.text("#run-status").contains("left"));
    Label status = Fx.get(() -> (Label) window.scene().lookup("#run-status"));
    assertTrue(Fx.get(() -> status.getTooltip().getText()).contains("img/s"));
  }

  /** Opens the data again and presses Space so often before they are read. */
  private void pressSpaceWhileTheDataAreRead(int times) {
    String folder = window.dataFolder().toString();
    Fx.run(() -> {
      window.session.useDataset(folder);
      assertEquals(State.LOADING, window.session.state());
      for (int i = 0; i < times; i++) {
        Event.fireEvent(
            window.scene().getRoot(),
            new KeyEvent(
                KeyEvent.KEY_PRESSED, " ", " ", KeyCode.SPACE, false, false, false, false));
      }
    });
  }

  @Test
  void whoIsFasterThanTheDataGetsTheRunAllTheSame() {
    pressSpaceWhileTheDataAreRead(1);
    window.awaitState(State.FINISHED);
  }

  @Test
  void twiceIsNotAtAll() {
    pressSpaceWhileTheDataAreRead(2);
    window.awaitState(State.READY);
    assertEquals(0, window.steps());
  }

  @Test
  void picturesAppearWhileItTrains(@TempDir Path another) {
    openWindowWithoutEnd(another);
    pace(3);
    window.press(KeyCode.SPACE);
    Fx.await(
        "pictures are there",
        () ->
            !window.tiles("#correct-images").isEmpty()
                && !window.tiles("#incorrect-images").isEmpty());
    assertEquals(State.RUNNING, window.state());
    Fx.await(
        "the picture is drawn",
        () -> window.tiles("#incorrect-images").getFirst().lookup(".image-view") != null);
    ImageView picture =
        Fx.get(
            () -> (ImageView) window.tiles("#incorrect-images").getFirst().lookup(".image-view"));
    assertEquals(56, picture.getImage().getWidth());
    assertFalse(picture.isSmooth());
  }

  @Test
  void atTheEndTheWholeTestSetIsAnswered() {
    pace(100);
    window.press(KeyCode.SPACE);
    window.awaitState(State.FINISHED);
    Fx.await("the run is kept", () -> window.kept() > 0);
    Fx.await("the test accuracy is shown", () -> !window.text("#test-accuracy").equals("–"));
    var predictions = Fx.get(() -> window.session.predictionsProperty().get());
    assertEquals(
        String.format(Locale.ROOT, "%.2f%%", 100 * predictions.accuracy()),
        window.text("#test-accuracy"));
    assertEquals(
        300,
        Integer.parseInt(window.text("#correct-count"))
            + Integer.parseInt(window.text("#incorrect-count")));
    Fx.await("it is said", () -> window.text("#run-status").equals("done"));
    Fx.await("the line is full", () -> window.text("#step-of-run").equals("step 18 of 18"));
    Fx.await("the curve is whole", () -> steps("#loss-chart") == 18);
  }

  @Test
  void theNextRunBeginsWithAnEmptySheet() {
    window.trainToTheEnd();
    pace(1e-3);
    window.press(KeyCode.SPACE);
    assertEquals("–", window.text("#loss-value"));
    assertEquals("–", window.text("#test-accuracy"));
    assertEquals(0, steps("#loss-chart"));
    assertTrue(window.tiles("#correct-images").isEmpty());
  }
}
