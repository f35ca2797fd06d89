package glassbox.ui.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.ui.session.State;
import glassbox.ui.support.Fx;
import java.util.Objects;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The other data set is one click, or one key, away. */
@Timeout(240)
class ChooseADatasetTest extends Journey {
  private void awaitDataset(String name) {
    Fx.await(
        name + " is there",
        () ->
            window.session.state() == State.READY
                && Objects.requireNonNull(window.session.datasetProperty().get())
                    .name()
                    .equals(name));
  }

  private boolean isSelected(String name) {
    return Fx.get(() -> window.node("#dataset-" + name, ToggleButton.class).isSelected());
  }

  private void assertShown(String name, String other) {
    assertTrue(isSelected(name));
    assertFalse(isSelected(other));
    assertEquals("Open…", window.text("#dataset-open"));
    assertEquals(name, Fx.get(window.session::recipe).dataset());
    assertEquals("dense 10", Fx.get(window.session::recipe).network().getLast().text());
    assertTrue(window.text("#parameter-count").contains("parameters"));
  }

  @Test
  void byAClick() {
    window.click("#dataset-fashion-mnist");
    awaitDataset("fashion-mnist");
    assertShown("fashion-mnist", "mnist");
    assertTrue(
        Fx.get(() -> window.session.datasetProperty().get()).classNames().contains("Sandal"));
  }

  @Test
  void byAKeyAndBack() {
    window.press(KeyCode.DIGIT2);
    awaitDataset("fashion-mnist");
    assertShown("fashion-mnist", "mnist");
    window.press(KeyCode.DIGIT1);
    awaitDataset("mnist");
    assertShown("mnist", "fashion-mnist");
  }

  @Test
  void oneOfOnesOwnIsNamedOnTheButton() {
    assertEquals("small-data", window.text("#dataset-open"));
    assertFalse(isSelected("mnist") || isSelected("fashion-mnist"));
    window.trainToTheEnd();
    assertFalse(window.tiles("#correct-images").isEmpty());
  }

  @Test
  void theRunOfTheOneBeforeIsTakenAway() {
    window.trainToTheEnd();
    window.press(KeyCode.DIGIT1);
    awaitDataset("mnist");
    assertTrue(window.tiles("#correct-images").isEmpty());
    assertEquals("–", window.text("#loss-value"));
    assertEquals("no run yet", window.text(".timeline .label"));
  }

  @Test
  void clickingTheChosenOneKeepsItChosenAndItsRun() {
    window.click("#dataset-mnist");
    awaitDataset("mnist");
    window.click("#dataset-mnist");
    assertTrue(isSelected("mnist"));
    assertEquals(State.READY, window.state());
  }
}
