package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.Datasets;
import glassbox.training.RecipeBuilder;
import glassbox.ui.session.DrawnAnswer;
import glassbox.ui.session.State;
import glassbox.ui.support.Fx;
import glassbox.ui.support.WindowBench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One draws, sees what the network takes it for and why, and keeps it. */
@Timeout(240)
class DrawADigitTest extends Journey {
  @Override
  WindowBench bench() {
    // tanh: of a few steps on noise, ReLU comes out dead, and then every drawing is alike to it
    return new WindowBench(
        home, new RecipeBuilder().network("dense 16", "tanh", "dense 5").validation(40).build());
  }

  @BeforeEach
  void openTheDrawing() {
    window.trainToTheEnd();
    window.click("#view-draw");
    Fx.await("the Draw view is shown", () -> window.scene().lookup("#drawing-area") != null);
  }

  /** A line between two points, at shares of the drawing. */
  private void draw(double fromX, double fromY, double toX, double toY) {
    Bounds drawing =
        Fx.get(() -> {
          Node picture = window.scene().lookup("#drawing-area .image-view");
          return picture.localToScreen(picture.getLayoutBounds());
        });
    double side = drawing.getWidth();
    double left = drawing.getMinX();
    double top = drawing.getMinY();
    window
        .robot
        .moveTo(left + fromX * side, top + fromY * side)
        .press(MouseButton.PRIMARY)
        .moveTo(left + toX * side, top + toY * side)
        .release(MouseButton.PRIMARY);
  }

  private double[] bars() {
    return Fx.get(() ->
        window
            .robot
            .lookup("#draw-bars")
            .lookup(".progress-bar")
            .queryAllAs(ProgressBar.class)
            .stream()
            .mapToDouble(ProgressBar::getProgress)
            .toArray());
  }

  private void awaitBars() {
    Fx.await("the bars show an answer", () -> Math.abs(Arrays.stream(bars()).sum() - 1) < 1e-3);
  }

  private DrawnAnswer answer() {
    return Fx.get(() -> window.session.drawn().answerProperty().get());
  }

  private boolean isDrawn() {
    return answer() != null;
  }

  @Test
  void everyStrokeMovesTheBarsAndCanBeTakenBack() {
    draw(0.3, 0.2, 0.3, 0.8);
    awaitBars();
    double[] first = bars();
    assertFalse(window.text("#draw-answer").isEmpty());
    draw(0.3, 0.8, 0.8, 0.8);
    Fx.await("the bars have moved", () -> !Arrays.equals(first, bars()));
    window.click("#undo-line");
    Fx.await("they are back", () -> Arrays.equals(first, bars()));
    window.click("#redo-line");
    Fx.await("and forth", () -> !Arrays.equals(first, bars()));
    window.robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    Fx.await("Ctrl+Z does the same", () -> Arrays.equals(first, bars()));
    window.click("#clear-drawing");
    Fx.await("nothing is drawn", () -> !isDrawn());
    assertTrue(Arrays.stream(bars()).allMatch(bar -> bar == 0));
  }

  @Test
  void aStageThatIsSwitchedOffChangesWhatTheNetworkIsGiven() {
    draw(0.1, 0.1, 0.1, 0.4);
    awaitBars();
    DrawnAnswer centred = answer();
    if (Fx.get(() -> window.node("#stage-centre", CheckBox.class).isSelected())) {
      window.click("#stage-centre");
    }
    window.click("#stage-crop");
    window.click("#stage-scale");
    Fx.await(
        "it is in its corner",
        () ->
            answer().last().given().pixel(4, 3) > 0 && answer().last().given().pixel(14, 14) == 0);
    assertFalse(Arrays.equals(centred.last().probabilities(), answer().last().probabilities()));
    assertFalse(window.text("#stage-answer-raw").isEmpty());
  }

  @Test
  void whatIsKeptIsADatasetOnDiskThatOpens() throws Exception {
    draw(0.3, 0.2, 0.3, 0.8);
    awaitBars();
    window.click("#keep-as-3");
    window.click("#keep-as-1");
    Fx.await("both are listed", () -> kept() == 2);
    Path folder = home.resolve("drawings").resolve("small-data");
    Fx.awaitAnywhere("both are on disk", () -> Files.exists(folder.resolve("labels.txt")));
    Fx.await(
        "it can be trained on",
        () -> !window.node("#train-on-drawings", Button.class).isDisabled());
    window.click("#train-on-drawings");
    window.awaitState(State.READY);
    assertEquals(folder.toString(), Fx.get(() -> window.session.datasetProperty().get().name()));
    assertEquals(1, Datasets.load(folder.toString()).test().count());
    Fx.await("they are still listed", () -> kept() == 2);
  }

  private int kept() {
    return window.node("#kept-drawings", ListView.class).getItems().size();
  }

  @Test
  void theKeysStayTheWindowsWhileOneDraws() {
    draw(0.3, 0.2, 0.3, 0.8);
    awaitBars();
    String live = window.text("#draw-confidence");
    window.press(KeyCode.HOME);
    Fx.await("the answer is that of step 0", () -> answer().moment().step() == 0);
    Fx.await("and says so", () -> !window.text("#draw-confidence").equals(live));
    assertNotEquals("", window.text("#draw-answer"));
    window.press(KeyCode.END);
    Fx.await("the newest step again", () -> window.text("#draw-confidence").equals(live));
  }
}
